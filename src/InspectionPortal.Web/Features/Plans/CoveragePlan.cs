using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Plans;

public sealed record CoveragePlan(Guid Id, string Title, string? PeriodText, PlanState State);
