namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>What is counted, in words for the head of the grid.</summary>
public sealed record FigureMeasure(Guid Id, string Title, string? Unit, string? Frequency, string? Numerator, string? Denominator, bool HasCounts);
