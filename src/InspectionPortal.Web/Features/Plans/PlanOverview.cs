namespace InspectionPortal.Web.Features.Plans;

/// <summary>The head of a plan.</summary>
public sealed record PlanOverview(
    Guid Id, string Title, string? PeriodText, string? OwnerGroup, IReadOnlyList<PlanAnswer> Answers, IReadOnlyList<PlanPeriod> Periods,
    IReadOnlyList<PlanOption> ExternalPlans, int Projects, int NoActionNeeded, int AimCount, bool CanSeePeriods);
