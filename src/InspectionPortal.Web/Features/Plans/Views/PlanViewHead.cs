using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The head of a plan's view.</summary>
public sealed record PlanViewHead(Guid Id, string Title, string? PeriodText, PlanState State)
{
    /// <summary>The first day of the plan, where it is known.</summary>
    public DateOnly? From { get; init; }
}
