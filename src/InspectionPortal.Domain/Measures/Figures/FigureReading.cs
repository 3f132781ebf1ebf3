namespace InspectionPortal.Domain.Measures.Figures;

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
