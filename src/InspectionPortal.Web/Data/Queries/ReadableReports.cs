using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>
/// Which published reports someone may read. Everything that shows what a report says starts here. A report that is withheld is read by
/// those who decide on reports, and by nobody else.
/// </summary>
public static class ReadableReports
{
    /// <summary>True for chief officers and partnership leads; a delegate of a chief officer does not decide on withholding.</summary>
    public static bool MayReadWithheld(this TenantAccess access) =>
        !access.IsByGrant && (access.Has(Permission.WithholdReports) || access.Has(Permission.SubmitQuarter));

    /// <summary>
    /// What is with the chief officers and may be read by this person. A correction says nearly all that the version before it says: while
    /// one is withheld, only those who read that one or decide on its correction read the correction.
    /// </summary>
    public static IQueryable<Submission> PendingFor(this PortalDbContext database, TenantAccess access)
    {
        var reads = access.MayReadWithheld() || (!access.IsByGrant && access.Has(Permission.ApproveQuarter));
        return database.Submissions.Where(s => s.State == SubmissionState.WithChiefOfficers && (reads || s.CorrectionReason == null
            || !database.ReportWithholdings.Any(w => w.PeriodId == s.PeriodId && w.ReleasedAt == null)));
    }

    /// <summary>Every version of every report that this person may read.</summary>
    public static IQueryable<PublishedReport> ReportsFor(this PortalDbContext database, TenantAccess access)
    {
        var open = access.MayReadWithheld()
            ? database.PublishedReports
            : database.PublishedReports.Where(r => !database.ReportWithholdings.Any(w => w.ReportId == r.Id && w.ReleasedAt == null));
        if (!access.IsByGrant)
        {
            return open;
        }

        var plans = access.GrantedPlans(GrantScope.ApprovedReports).ToList();
        return open.Where(r => plans.Contains(r.PlanId));
    }

    /// <summary>
    /// The newest version of every report that this person may read. Where that one is withheld from them there is none: an earlier
    /// version is known to be wrong.
    /// </summary>
    public static IQueryable<PublishedReport> NewestReportsFor(this PortalDbContext database, TenantAccess access)
    {
        var reads = access.MayReadWithheld();
        return database.ReportsFor(access).Where(r =>
            !database.PublishedReports.Any(n => n.PeriodId == r.PeriodId && n.Number > r.Number)
            && (reads || !database.ReportWithholdings.Any(w => w.PeriodId == r.PeriodId && w.Number > r.Number && w.ReleasedAt == null)));
    }

    /// <summary>
    /// The newest version of every report that may be shown outside the partnership. A period of which a version is withheld has none.
    /// </summary>
    public static IQueryable<PublishedReport> ReportsForEverybody(this PortalDbContext database) => database.PublishedReports.Where(r =>
        !database.PublishedReports.Any(n => n.PeriodId == r.PeriodId && n.Number > r.Number)
        && !database.ReportWithholdings.Any(w => w.PeriodId == r.PeriodId && w.ReleasedAt == null));
}
