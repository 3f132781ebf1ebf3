using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Plans;

public sealed record PlanPeriod(Guid Id, string Title, DateOnly DueOn, PeriodState State, int Submitted);
