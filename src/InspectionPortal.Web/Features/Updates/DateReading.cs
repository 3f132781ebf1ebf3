using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>
/// The portal's own reading by dates alone: work that is not finished is late once its deadline, or a stage of it, is past.
/// </summary>
public static class DateReading
{
    public static int DaysLate(Deadline deadline, ProjectStatus status, DateOnly today) =>
        status.IsFinished() ? 0 : deadline.DaysLate(today);
}
