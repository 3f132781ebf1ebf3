using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>One plan among the others.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="PeriodText">Its period, as the plan says it.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Inspections">What it answers.</param>
/// <param name="Period">The newest reporting period that the reader may see.</param>
public sealed record PlanSummary(
    Guid Id, string Title, string? PeriodText, PlanState State, IReadOnlyList<PlanOption> Inspections, PlanPeriod? Period)
{
    /// <summary>How many projects have each rating, those that need no action left out.</summary>
    public IReadOnlyList<RatingCount> Ratings { get; init; } = [];

    /// <summary>The day it was closed; null while it is not.</summary>
    public DateOnly? ClosedOn { get; init; }

    public int Projects => Ratings.Sum(r => r.Count);
}
