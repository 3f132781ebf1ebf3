namespace InspectionPortal.Web.Features.Updates;

/// <summary>An update was accepted or sent back.</summary>
/// <param name="PeriodId">Its period.</param>
/// <param name="NextId">The next update that waits for review, in the order of the plan; null where none does.</param>
public sealed record UpdateReviewed(Guid PeriodId, Guid? NextId = null)
{
    /// <summary>Where to go: to the next update if asked for and there is one, else to the list.</summary>
    public string Address(bool next) => next && NextId is { } id ? $"~/updates/{id}/review" : $"~/updates?period={PeriodId}";
}
