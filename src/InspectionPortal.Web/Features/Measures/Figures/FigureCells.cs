using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>One row of the grid, as typed.</summary>
public sealed class FigureCells
{
    /// <summary>The stored figure that the row shows; null for a new one.</summary>
    public Guid? PointId { get; set; }

    /// <summary>The version at which the stored figure was shown.</summary>
    public uint Version { get; set; }

    /// <summary>The cells as they were shown, so that what somebody else changed meanwhile is not taken for a change made here.</summary>
    public string? Was { get; set; }

    public string? When { get; set; }
    public string? Value { get; set; }
    public string? Numerator { get; set; }
    public string? Denominator { get; set; }
    public string? Note { get; set; }

    /// <summary>A date alone proposes a period and says nothing.</summary>
    internal bool SaysNothing => PointId is null && HasNoFigure && Note is null;

    internal bool HasNoFigure => Value is null && Numerator is null && Denominator is null;

    /// <summary>Whether the row still says what it was shown with.</summary>
    internal bool IsUntouched => PointId is not null && Plain(Was) == Plain(Joined);

    /// <summary>All five cells as one text.</summary>
    internal string Joined => PastedRows.Join([[When, Value, Numerator, Denominator, Note]]);

    /// <summary>The cells of a stored figure.</summary>
    internal static FigureCells Of(MeasurePoint point)
    {
        var onlyCounts = point.Value is null && point.Numerator is { } n && point.Denominator is { } d && point.ValueText == FigureValue.Words(n, d);
        var cells = new FigureCells
        {
            PointId = point.Id,
            Version = point.Version,
            When = PlainTextBinder.Plain(point.DateText) ?? Written.Show(point.Date),
            Value = onlyCounts ? null : PlainTextBinder.Plain(point.ValueText),
            Numerator = Written.Show(point.Numerator),
            Denominator = Written.Show(point.Denominator),
            Note = PlainTextBinder.Plain(point.Note),
        };
        cells.Was = cells.Joined;
        return cells;
    }

    /// <summary>The cells without outer space and control characters, as a form would send them.</summary>
    internal FigureCells Cleaned() => new()
    {
        When = PlainTextBinder.Plain(When),
        Value = PlainTextBinder.Plain(Value),
        Numerator = PlainTextBinder.Plain(Numerator),
        Denominator = PlainTextBinder.Plain(Denominator),
        Note = PlainTextBinder.Plain(Note),
    };

    /// <summary>Line ends and outer space differ between what was sent and what comes back.</summary>
    private static string Plain(string? joined) => PlainTextBinder.Plain(joined) ?? "";
}

/// <summary>How a row was understood.</summary>
/// <param name="State">What saving would do with it.</param>
/// <param name="Date">When the figure is of.</param>
/// <param name="Figure">The figure.</param>
/// <param name="WhenUnderstood">The day, where the words say none.</param>
/// <param name="ValueUnderstood">The number, where it is written otherwise.</param>
public sealed record FigureReading(FigureRowState State, FigureDate? Date, FigureValue? Figure, string? WhenUnderstood = null, string? ValueUnderstood = null)
{
    public static FigureReading Nothing { get; } = new(FigureRowState.Nothing, null, null);
}

/// <summary>What saving would do with a row.</summary>
public enum FigureRowState
{
    Nothing,
    New,

    /// <summary>The same figure of the same period is stored already.</summary>
    There,
    Unchanged,
    NoteChanged,
    Corrected,
    Wrong,
}
