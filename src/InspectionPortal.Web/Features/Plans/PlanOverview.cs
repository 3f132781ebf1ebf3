using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The head of a plan.</summary>
public sealed record PlanOverview(
    Guid Id, string Title, string? PeriodText, string? OwnerGroup, IReadOnlyList<PlanAnswer> Answers, IReadOnlyList<PlanPeriod> Periods,
    IReadOnlyList<PlanOption> ExternalPlans, int Projects, int NoActionNeeded, int AimCount, bool CanSeePeriods)
{
    public PlanState State { get; init; }

    /// <summary>The day it was closed; null while it is not.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The plan it follows, and the one that follows it, where this person may read them.</summary>
    public PlanOption? Predecessor { get; init; }

    public PlanOption? Successor { get; init; }

    /// <summary>The reports by which it was agreed and closed, once approved.</summary>
    public IReadOnlyList<PlanPeriod> Reports { get; init; } = [];
}
