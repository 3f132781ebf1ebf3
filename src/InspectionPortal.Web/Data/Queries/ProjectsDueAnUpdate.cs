using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>Whose update a period asks for.</summary>
internal static class ProjectsDueAnUpdate
{
    /// <summary>
    /// Work in hand. Stopped work is not asked about; where an update of it came in before it was stopped, that update counts.
    /// </summary>
    public static IQueryable<ImprovementProject> AskedIn(this IQueryable<ImprovementProject> projects, Guid periodId) =>
        projects.Where(p => p.NoActionNeededReason == null && (p.Status != ProjectStatus.Stopped
            || p.Updates.Any(u => u.PeriodId == periodId && (u.State == UpdateState.Submitted || u.State == UpdateState.Accepted))));
}
