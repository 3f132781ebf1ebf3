namespace InspectionPortal.Web.Features.Updates.Calendars;

/// <summary>On which side of the end of a period it opens.</summary>
public enum OpensWhen
{
    After,
    Before,
}
