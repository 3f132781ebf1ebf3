namespace InspectionPortal.Web.Features.Settings;

/// <summary>The reporting calendar of a plan.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Plan">Its title.</param>
/// <param name="IsOn">True where periods open by themselves.</param>
/// <param name="Reminders">How many reminders it sends for each period.</param>
public sealed record SettingsCalendar(Guid PlanId, string Plan, bool IsOn, int Reminders);
