namespace InspectionPortal.Domain.Projects;

/// <summary>What a status means for the dates of the work.</summary>
public static class ProjectStatusExtensions
{
    /// <summary>True for work that is done or stopped: no deadline applies to it any more, so it is never late.</summary>
    public static bool IsFinished(this ProjectStatus status) =>
        status is ProjectStatus.DoneAwaitingEvidence or ProjectStatus.DoneAndEvidenced or ProjectStatus.Stopped;
}
