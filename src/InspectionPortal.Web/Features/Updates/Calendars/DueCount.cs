namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>Which days count towards the due date.</summary>
public enum DueCount
{
    AllDays,
    WorkingDays,
}
