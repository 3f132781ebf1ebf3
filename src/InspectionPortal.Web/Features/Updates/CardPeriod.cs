using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Updates;

public sealed record CardPeriod(Guid Id, Guid PlanId, string Title, DateOnly From, DateOnly To, DateOnly OpensOn, DateOnly DueOn, PeriodState State);
