using InspectionPortal.Domain.Measures.Charts;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>A figure of a measure.</summary>
internal sealed record ChartPointRow(int TenantId, Guid MeasureId, SourcePoint Point);
