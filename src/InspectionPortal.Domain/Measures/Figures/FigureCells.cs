using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Measures.Figures;

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
    public bool SaysNothing => PointId is null && HasNoFigure && Note is null;

    public bool HasNoFigure => Value is null && Numerator is null && Denominator is null;

    /// <summary>Whether the row still says what it was shown with.</summary>
    public bool IsUntouched => PointId is not null && Plain(Was) == Plain(Joined);

    /// <summary>All five cells as one text.</summary>
    public string Joined => PastedRows.Join([[When, Value, Numerator, Denominator, Note]]);

    /// <summary>The cells of a stored figure.</summary>
    public static FigureCells Of(DataPoint point)
    {
        var onlyCounts = point.Value is null && point.Numerator is { } n && point.Denominator is { } d && point.ValueText == FigureValue.Words(n, d);
        var cells = new FigureCells
        {
            PointId = point.Id,
            Version = point.Version,
            When = TypedInput.Clean(point.DateText) ?? TypedInput.Show(point.Date),
            Value = onlyCounts ? null : TypedInput.Clean(point.ValueText),
            Numerator = TypedInput.Show(point.Numerator),
            Denominator = TypedInput.Show(point.Denominator),
            Note = TypedInput.Clean(point.Note),
        };
        cells.Was = cells.Joined;
        return cells;
    }

    /// <summary>The cells without outer space and control characters, as a form would send them.</summary>
    public FigureCells Cleaned() => new()
    {
        When = TypedInput.Clean(When),
        Value = TypedInput.Clean(Value),
        Numerator = TypedInput.Clean(Numerator),
        Denominator = TypedInput.Clean(Denominator),
        Note = TypedInput.Clean(Note),
    };

    /// <summary>Line ends and outer space differ between what was sent and what comes back.</summary>
    private static string Plain(string? joined) => TypedInput.Clean(joined) ?? "";
}
