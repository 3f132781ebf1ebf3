namespace InspectionPortal.Domain.Projects;

public enum ProjectStatus
{
    NotStarted,
    InProgress,
    DoneAwaitingEvidence,
    DoneAndEvidenced,
    Stopped,
}
