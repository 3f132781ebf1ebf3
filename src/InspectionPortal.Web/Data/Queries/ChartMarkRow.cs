using InspectionPortal.Domain.Measures.Charts;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>A phase or a note of a measure.</summary>
internal sealed record ChartMarkRow(int TenantId, Guid MeasureId, SourceMark Mark);
