namespace InspectionPortal.Web.Infrastructure;

/// <summary>How a row stands against the form that would change it.</summary>
public enum VersionCheck
{
    Unchanged,
    Changed,
    Stale,
}
