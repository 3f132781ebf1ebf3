namespace InspectionPortal.Domain.Measures.Figures;

/// <summary>What must be known of a measure to judge its figures.</summary>
public sealed record MeasureContext(Guid MeasureId, string? Unit, FigurePeriods Periods, DateOnly Today);
