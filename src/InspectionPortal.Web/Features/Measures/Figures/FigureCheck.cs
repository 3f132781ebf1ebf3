using System.Globalization;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>What must be known of a measure to judge its figures.</summary>
public sealed record FigureTerms(Guid MeasureId, string? Unit, FigurePeriods Periods, DateOnly Today);

/// <summary>Where a row stands in a form.</summary>
/// <param name="Name">Before the name of each cell, such as "Rows[3]".</param>
/// <param name="Words">Before each message, such as "Row 4".</param>
public sealed record FigurePlace(string Name, string Words);

/// <summary>
/// Judges rows of figures: what each means and what is wrong with it, beside the cell. Pure: saves nothing, so that a preview and saving say the same.
/// </summary>
public sealed class FigureCheck
{
    private const int ValueTextMaxLength = 100;
    private readonly FigureTerms terms;
    private readonly Dictionary<Guid, MeasurePoint> stored;
    private readonly ILookup<int, MeasurePoint> byPeriod;
    private readonly Dictionary<int, int> rowOfPeriod = [];
    private readonly HashSet<Guid> moved = [];
    private readonly Func<int, FigurePlace> placeOf;

    /// <param name="terms">The measure.</param>
    /// <param name="stored">All its stored figures.</param>
    /// <param name="placeOf">Where a row stands in the form; left out, in the grid of one measure.</param>
    public FigureCheck(FigureTerms terms, IEnumerable<MeasurePoint> stored, Func<int, FigurePlace>? placeOf = null)
    {
        this.terms = terms;
        this.placeOf = placeOf ?? (at => new FigurePlace($"Rows[{at}]", $"Row {at + 1}"));
        this.stored = stored.ToDictionary(p => p.Id);
        byPeriod = this.stored.Values.Where(p => p.Date is not null).ToLookup(p => terms.Periods.Key(p.Date!.Value));
    }

    /// <summary>What is wrong, each with the cell's name.</summary>
    public List<FieldError> Errors { get; } = [];

    /// <summary>Reads all rows, in their order.</summary>
    public IReadOnlyList<FigureReading> Read(IReadOnlyList<FigureCells> rows)
    {
        foreach (var row in rows.Where(r => r.PointId is not null && !r.IsUntouched))
        {
            moved.Add(row.PointId!.Value);
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
        var point = row.PointId is { } id ? stored.GetValueOrDefault(id) : null;
        if (row.PointId is not null && point is null)
        {
            Wrong(at, nameof(row.When), "This figure is no longer there. Clear the row");
            return new FigureReading(FigureRowState.Wrong, null, null);
        }

        Fits(at, nameof(row.Note), row.Note, Written.Limit<MeasurePoint>(nameof(MeasurePoint.Note)));
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
        Fits(at, nameof(row.When), row.When, Written.Limit<MeasurePoint>(nameof(MeasurePoint.DateText)));
        var date = FigureDate.Read(row.When, out var error);
        if (error is not null)
        {
            Wrong(at, nameof(row.When), error);
        }
        else if (date is null)
        {
            Wrong(at, nameof(row.When), "Enter when the figure is of, such as March 2019");
        }
        else if (date.Day > terms.Today)
        {
            Wrong(at, nameof(row.When), $"{DayWords.Full(date.Day)} is in the future: today is {DayWords.Full(terms.Today)}. Enter the figure when the period is over");
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
        var figure = FigureValue.Read(row.Value, terms.Unit, out var error);
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
        if (whole.Value is { } value && FigureValue.Most(terms.Unit) is { } most && (value < 0 || value > most))
        {
            Wrong(at, nameof(row.Value), $"{(most == 1 ? "A proportion" : "A percentage")} of {Written.Show(value)} cannot be: enter one between 0 and {Written.Show(most)}");
        }

        return whole;
    }

    private void Counts(FigureCells row, int at, FigureValue whole, FigureValue? typed)
    {
        var cell = row.Numerator is null && row.Denominator is null ? nameof(row.Value) : null;
        if (typed?.Numerator is not null && (whole.Numerator != typed.Numerator || whole.Denominator != typed.Denominator))
        {
            Wrong(at, nameof(row.Value), "The counts in this cell are others than those beside it. Keep one of them");
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
            Wrong(at, cell ?? nameof(row.Denominator), "Enter a denominator above 0. Where there was nobody, leave the row empty and say so in the note of another");
        }
        else if (whole.Numerator is < 0)
        {
            Wrong(at, cell ?? nameof(row.Numerator), "Enter a numerator of 0 or more");
        }
        else if (whole.Numerator > whole.Denominator && FigureValue.IsShare(terms.Unit))
        {
            Wrong(at, cell ?? nameof(row.Numerator), $"{Written.Show(whole.Numerator)} is more than the denominator, {Written.Show(whole.Denominator)}: a part cannot be above its whole");
        }
        else if (whole is { Value: { } value, Numerator: { } n, Denominator: { } d } && FigureValue.Most(terms.Unit) is { } most && !Agree(value, n / d * most))
        {
            Wrong(at, nameof(row.Value), $"{FigureValue.Words(n, d)} is {Share(n / d * most)}, and this says {Written.Show(value)}. Correct one of them, or clear this");
        }
    }

    /// <summary>Whether a share written with so many decimals is the share that the counts give, rounded either way.</summary>
    private static bool Agree(decimal written, decimal counted) =>
        Math.Abs(written - counted) <= (decimal)Math.Pow(10, -Math.Min((int)written.Scale, 6));

    private static string Share(decimal share) => share.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Holds the period against what is stored and against the rows above.</summary>
    private FigureRowState Place(FigureCells row, int at, MeasurePoint? point, FigureDate date, FigureValue figure)
    {
        var key = terms.Periods.Key(date.Day);
        if (rowOfPeriod.TryGetValue(key, out var other))
        {
            Wrong(at, nameof(row.When), $"This period is in row {other + 1} too. Keep one of them");
            return FigureRowState.Wrong;
        }

        rowOfPeriod[key] = at;
        var moves = point is null || point.Date is not { } was || terms.Periods.Key(was) != key;
        var there = moves ? byPeriod[key].FirstOrDefault(p => p.Id != point?.Id && !moved.Contains(p.Id)) : null;
        if (there is not null)
        {
            if (point is null && IsSame(there, date, figure, row.Note))
            {
                return FigureRowState.There;
            }

            Wrong(at, nameof(row.When), $"This period is entered already, as {there.ValueText}. To change it, correct it in its own row");
            return FigureRowState.Wrong;
        }

        return point is null ? FigureRowState.New : FigureRowState.Corrected;
    }

    private static bool IsSame(MeasurePoint there, FigureDate date, FigureValue figure, string? note) =>
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
        if (figure is { Value: null, Numerator: { } n, Denominator: > 0 and { } d } && FigureValue.Most(terms.Unit) is { } most)
        {
            return terms.Unit == "%" ? $"{Share(n / d * most)}%" : Share(n / d * most);
        }

        return figure.Value is { } value && row.Value!.TrimEnd('%').Trim() != Written.Show(value) ? FigureWords.Of(value, terms.Unit) : null;
    }

    private void Fits(int at, string cell, string? text, int most)
    {
        if (text?.Length > most)
        {
            Wrong(at, cell, string.Create(CultureInfo.InvariantCulture, $"Shorten this to {most:N0} characters or fewer"));
        }
    }

    private void Wrong(int at, string cell, string? message)
    {
        if (message is not null)
        {
            var place = placeOf(at);
            Errors.Add(new FieldError($"{place.Name}.{cell}", $"{place.Words}: {message}"));
        }
    }
}
