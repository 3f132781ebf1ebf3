namespace InspectionPortal.Domain.Measures.Charts;

/// <summary>A place on the chart: a figure, or a period that has none.</summary>
public sealed record ChartPlace(DateOnly Date, SourcePoint? Figure);
