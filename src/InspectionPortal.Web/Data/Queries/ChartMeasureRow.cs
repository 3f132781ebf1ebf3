using InspectionPortal.Domain.Measures.Charts;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>A measure with the projects that look at it; its targets, figures, phases and notes are read apart.</summary>
internal sealed record ChartMeasureRow(ChartSource Source, List<Guid> UsedBy);
