namespace InspectionPortal.Web.Jobs;

public enum JobState
{
    Waiting,
    Running,
    Done,
    Failed,
}
