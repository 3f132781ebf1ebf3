using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>
/// Which position statements someone may read. A member reads drafts too. A link officer reads what is approved about the recommendations
/// that are open to them; what was approved with a report only where that report is open to them. While a version of the report is
/// withheld, its statements are withheld from the same people.
/// </summary>
internal static class ReadableStatements
{
    /// <summary>What goes out of the portal, whoever takes it: approved statements, without those that are withheld.</summary>
    public static IQueryable<PositionStatement> OpenStatementsFor(this PortalDbContext database, TenantAccess access) =>
        database.StatementsFor(access).Where(s => s.State == StatementState.Approved && (s.PeriodId == null
            || !database.ReportWithholdings.Any(w => w.PeriodId == s.PeriodId && w.ReleasedAt == null)));

    public static IQueryable<PositionStatement> StatementsFor(this PortalDbContext database, TenantAccess access)
    {
        var open = access.MayReadWithheld()
            ? database.PositionStatements
            : database.PositionStatements.Where(s => s.State == StatementState.Draft || s.PeriodId == null
                || !database.ReportWithholdings.Any(w => w.PeriodId == s.PeriodId && w.ReleasedAt == null));
        if (!access.IsByGrant)
        {
            return open;
        }

        var plans = access.GrantedPlans(GrantScope.ApprovedReports).ToList();
        var recommendations = database.RecommendationsFor(access);
        return open.Where(s => s.State == StatementState.Approved && recommendations.Any(r => r.Id == s.RecommendationId)
            && (s.PeriodId == null || plans.Contains(s.Period!.PlanId)));
    }
}
