namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>What the list of periods says about the calendar of a plan.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Plan">Its title.</param>
/// <param name="Kind">Which periods it has, in words; null where no calendar is set.</param>
/// <param name="Text">What happens next, and if a period has not opened, why not.</param>
public sealed record PlanCalendarLine(Guid PlanId, string Plan, string? Kind, string Text);
