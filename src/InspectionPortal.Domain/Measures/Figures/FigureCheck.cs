using System.Globalization;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Measures.Figures;

/// <summary>
/// Judges rows of figures: what each means and what is wrong with it, beside the cell. Pure: saves nothing, so that a preview and saving
/// say the same.
/// </summary>
public sealed class FigureCheck
{
    private const int ValueTextMaxLength = 100;
    private readonly MeasureContext _terms;
    private readonly Dictionary<Guid, DataPoint> _stored;
    private readonly ILookup<int, DataPoint> _byPeriod;
    private readonly Dictionary<int, int> _rowOfPeriod = [];
    private readonly HashSet<Guid> _moved = [];
    private readonly Func<int, FieldLocation> _placeOf;

    /// <param name="terms">The measure.</param>
    /// <param name="stored">All its stored figures.</param>
    /// <param name="placeOf">Where a row stands in the form; left out, in the grid of one measure.</param>
    public FigureCheck(MeasureContext terms, IEnumerable<DataPoint> stored, Func<int, FieldLocation>? placeOf = null)
    {
        _terms = terms;
        _placeOf = placeOf ?? (at => new FieldLocation($"Rows[{at}]", $"Row {at + 1}"));
        _stored = stored.ToDictionary(p => p.Id);
        _byPeriod = _stored.Values.Where(p => p.Date is not null).ToLookup(p => terms.Periods.Key(p.Date!.Value));
    }

    /// <summary>What is wrong, each with the cell's name.</summary>
    public List<FieldError> Errors { get; } = [];

    /// <summary>Reads all rows, in their order.</summary>
    public IReadOnlyList<FigureReading> Read(IReadOnlyList<FigureCells> rows)
    {
        foreach (var row in rows.Where(r => r.PointId is not null && !r.IsUntouched))
        {
            _moved.Add(row.PointId!.Value);
        }

        return [.. rows.Select(Read)];
    }

    private FigureReading Read(FigureCells row, int at)
    {
        if (row.SaysNothing)
        {
            return FigureReading.Nothing;
        }

        if (row.IsUntouched)
        {
            return new FigureReading(FigureRowState.Unchanged, null, null);
        }

        var before = Errors.Count;
        var point = row.PointId is { } id ? _stored.GetValueOrDefault(id) : null;
        if (row.PointId is not null && point is null)
        {
            Wrong(at, nameof(row.When), "This figure was removed. Clear the row");
            return new FigureReading(FigureRowState.Wrong, null, null);
        }

        Fits(at, nameof(row.Note), row.Note, TypedInput.Limit<DataPoint>(nameof(DataPoint.Note)));
        var shown = point is null ? null : FigureCells.Of(point);
        var sameFigure = shown is not null && (row.When, row.Value, row.Numerator, row.Denominator) == (shown.When, shown.Value, shown.Numerator, shown.Denominator);
        if (sameFigure)
        {
            var sameNote = row.Note == shown!.Note;
            return new FigureReading(Errors.Count > before ? FigureRowState.Wrong : sameNote ? FigureRowState.Unchanged : FigureRowState.NoteChanged, null, null);
        }

        var date = Date(row, at);
        var figure = Figure(row, at);
        var state = Errors.Count > before || date is null || figure is null ? FigureRowState.Wrong : Place(row, at, point, date, figure);
        return new FigureReading(state, date, figure, date?.Understood, figure is null ? null : Understood(row, figure));
    }

    private FigureDate? Date(FigureCells row, int at)
    {
        Fits(at, nameof(row.When), row.When, TypedInput.Limit<DataPoint>(nameof(DataPoint.DateText)));
        var date = FigureDate.Read(row.When, out var error);
        if (error is not null)
        {
            Wrong(at, nameof(row.When), error);
        }
        else if (date is null)
        {
            Wrong(at, nameof(row.When), "Enter the date of the figure, like March 2019");
        }
        else if (date.Day > _terms.Today)
        {
            Wrong(at, nameof(row.When), $"{DateFormat.Full(date.Day)} is in the future: today is {DateFormat.Full(_terms.Today)}. Enter the figure when the period is over");
        }

        return date;
    }

    private FigureValue? Figure(FigureCells row, int at)
    {
        if (row.HasNoFigure)
        {
            Wrong(at, nameof(row.Value), row.PointId is null ? "Enter the figure, or clear the note" : "Enter the figure. To remove it, use the figure’s own page");
            return null;
        }

        Fits(at, nameof(row.Value), row.Value, ValueTextMaxLength);
        var figure = FigureValue.Read(row.Value, _terms.Unit, out var error);
        var numerator = FigureValue.ReadCount(row.Numerator, out var numeratorError);
        var denominator = FigureValue.ReadCount(row.Denominator, out var denominatorError);
        Wrong(at, nameof(row.Value), error);
        Wrong(at, nameof(row.Numerator), numeratorError);
        Wrong(at, nameof(row.Denominator), denominatorError);
        if (error is not null || numeratorError is not null || denominatorError is not null)
        {
            return null;
        }

        var whole = new FigureValue(figure?.Value, numerator ?? figure?.Numerator, denominator ?? figure?.Denominator);
        Counts(row, at, whole, figure);
        if (whole.Value is { } value && FigureValue.Most(_terms.Unit) is { } most && (value < 0 || value > most))
        {
            Wrong(at, nameof(row.Value), $"{(most == 1 ? "A proportion" : "A percentage")} of {TypedInput.Show(value)} is not possible. Enter a number between 0 and {TypedInput.Show(most)}");
        }

        return whole;
    }

    private void Counts(FigureCells row, int at, FigureValue whole, FigureValue? typed)
    {
        var cell = row.Numerator is null && row.Denominator is null ? nameof(row.Value) : null;
        if (typed?.Numerator is not null && (whole.Numerator != typed.Numerator || whole.Denominator != typed.Denominator))
        {
            Wrong(at, nameof(row.Value), "The counts in this cell do not match the counts next to it. Keep one of them");
        }
        else if (whole is { Numerator: null, Denominator: not null })
        {
            Wrong(at, nameof(row.Numerator), "Enter the numerator, or clear the denominator");
        }
        else if (whole is { Numerator: not null, Denominator: null })
        {
            Wrong(at, nameof(row.Denominator), "Enter the denominator, or clear the numerator");
        }
        else if (whole.Denominator is <= 0)
        {
            Wrong(at, cell ?? nameof(row.Denominator), "Denominator must be more than 0. If there was no one to count, leave the row empty and explain in a note on another row");
        }
        else if (whole.Numerator is < 0)
        {
            Wrong(at, cell ?? nameof(row.Numerator), "Numerator must be 0 or more");
        }
        else if (whole.Numerator > whole.Denominator && FigureValue.IsShare(_terms.Unit))
        {
            Wrong(at, cell ?? nameof(row.Numerator), $"Numerator must not be more than the denominator. You entered {TypedInput.Show(whole.Numerator)} of {TypedInput.Show(whole.Denominator)}");
        }
        else if (whole is { Value: { } value, Numerator: { } n, Denominator: { } d } && FigureValue.Most(_terms.Unit) is { } most && !Agree(value, n / d * most))
        {
            Wrong(at, nameof(row.Value), $"{FigureValue.Words(n, d)} is {Share(n / d * most)}, but this cell has {TypedInput.Show(value)}. Correct one of them, or clear this cell");
        }
    }

    /// <summary>Whether a share written with so many decimals is the share that the counts give, rounded either way.</summary>
    private static bool Agree(decimal written, decimal counted) =>
        Math.Abs(written - counted) <= (decimal)Math.Pow(10, -Math.Min((int)written.Scale, 6));

    private static string Share(decimal share) => share.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Holds the period against what is stored and against the rows above.</summary>
    private FigureRowState Place(FigureCells row, int at, DataPoint? point, FigureDate date, FigureValue figure)
    {
        var key = _terms.Periods.Key(date.Day);
        if (_rowOfPeriod.TryGetValue(key, out var other))
        {
            Wrong(at, nameof(row.When), $"This period is also in row {other + 1}. Keep one of them");
            return FigureRowState.Wrong;
        }

        _rowOfPeriod[key] = at;
        var moves = point is null || point.Date is not { } was || _terms.Periods.Key(was) != key;
        var there = moves ? _byPeriod[key].FirstOrDefault(p => p.Id != point?.Id && !_moved.Contains(p.Id)) : null;
        if (there is not null)
        {
            if (point is null && IsSame(there, date, figure, row.Note))
            {
                return FigureRowState.There;
            }

            Wrong(at, nameof(row.When), $"This period already has the figure {there.ValueText}. To change it, correct it in its own row");
            return FigureRowState.Wrong;
        }

        return point is null ? FigureRowState.New : FigureRowState.Corrected;
    }

    private static bool IsSame(DataPoint there, FigureDate date, FigureValue figure, string? note) =>
        there.Date == date.Day && (there.Value, there.Numerator, there.Denominator) == (figure.Value, figure.Numerator, figure.Denominator)
        && (note is null || note == there.Note);

    /// <summary>The figure as it is kept and shown.</summary>
    public static string Text(string? typed, FigureValue figure, string? unit)
    {
        var isBare = typed is not null && figure.Value is not null && char.IsAsciiDigit(typed[^1]) && unit == "%";
        return typed is null ? FigureValue.Words(figure.Numerator!.Value, figure.Denominator!.Value) : isBare ? $"{typed}%" : typed;
    }

    private string? Understood(FigureCells row, FigureValue figure)
    {
        if (figure is { Value: null, Numerator: { } n, Denominator: > 0 and { } d } && FigureValue.Most(_terms.Unit) is { } most)
        {
            return _terms.Unit == "%" ? $"{Share(n / d * most)}%" : Share(n / d * most);
        }

        return figure.Value is { } value && row.Value!.TrimEnd('%').Trim() != TypedInput.Show(value) ? FigureFormat.Of(value, _terms.Unit) : null;
    }

    private void Fits(int at, string cell, string? text, int most)
    {
        if (text?.Length > most)
        {
            Wrong(at, cell, TypedInput.TooLong(most));
        }
    }

    private void Wrong(int at, string cell, string? message)
    {
        if (message is not null)
        {
            var place = _placeOf(at);
            Errors.Add(new FieldError($"{place.Name}.{cell}", $"{place.Words}: {message}"));
        }
    }
}
