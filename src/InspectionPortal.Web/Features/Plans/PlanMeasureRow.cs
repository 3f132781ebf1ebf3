using InspectionPortal.Domain.Measures.Charts;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>A measure that projects own or look at; its figures, phases and targets are read apart.</summary>
internal sealed record PlanMeasureRow(int Position, ChartSource Source, List<Guid> UsedBy);
