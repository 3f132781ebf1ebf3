using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Search;

/// <summary>
/// What a link officer may find over all partnerships that opened something to them. The filter by partnership is off: the
/// database's policy holds the list of partnerships and plans, and each step here names what it needs as well.
/// </summary>
internal static class GrantedSources
{
    public static SearchSources Of(PortalDbContext database, IReadOnlyList<SessionGrant> grants, Guid userId)
    {
        var plans = grants.Select(g => g.PlanId).Distinct().ToList();
        var granted = grants.Where(g => g.Scope >= GrantScope.LivePlan).ToList();
        var live = granted.Select(g => g.PlanId).Distinct().ToList();
        var liveIn = granted.Select(g => g.Partnership.Id).Distinct().ToList();
        var recommendations = Of(database.Recommendations).Where(r => r.Links.Any(l => live.Contains(l.PlanId))
            || database.PlanInspections.Any(
                n => n.TenantId == r.TenantId && n.InspectionId == r.InspectionId && live.Contains(n.PlanId)));
        return new SearchSources
        {
            Keys = new SearchKeys(
                Of(database.SubActions), Of(database.Recommendations), Of(database.PositionStatements), Of(database.Inspections),
                Of(database.EvidenceItems), Of(database.UpdateEntries)),
            Plans = Of(database.Plans).Where(p => live.Contains(p.Id) && liveIn.Contains(p.TenantId)),
            Projects = Of(database.Projects).Where(p => live.Contains(p.PlanId)),
            SubActions = Of(database.SubActions).Where(s => live.Contains(s.Project!.PlanId)),
            Measures = Of(database.Measures).Where(m => live.Contains(m.PlanId)),
            Recommendations = recommendations,
            Statements = Statements(database, recommendations, plans),
            Inspections = Of(database.Inspections).Where(
                i => database.PlanInspections.Any(n => n.TenantId == i.TenantId && n.InspectionId == i.Id && live.Contains(n.PlanId))),
            Evidence = Of(database.EvidenceItems).Where(i => i.Versions.Any(v => v.ReleasedAt != null)),
            EvidenceLinks = Of(database.EvidenceLinks).Where(l => live.Contains(l.PlanId!.Value)),
            Updates = Of(database.UpdateEntries)
                .Where(e => live.Contains(e.Project!.PlanId) && (e.UpdateId == null || e.Update!.State == UpdateState.Accepted)),
            Reports = Reports(database, plans),
            AsMember = false,

            // Only what no partnership keeps from scrutiny bodies.
            Fields = ProjectFields.VisibleTo(new PlanLayout(), isScrutiny: true),
            UserId = userId,
        };
    }

    /// <summary>The newest version of each report, unless it is withheld.</summary>
    private static IQueryable<PublishedReport> Reports(PortalDbContext database, List<Guid> plans) =>
        Of(database.PublishedReports).Where(r => plans.Contains(r.PlanId)
            && !database.PublishedReports.Any(n => n.TenantId == r.TenantId && n.PeriodId == r.PeriodId && n.Number > r.Number)
            && !database.ReportWithholdings.Any(
                w => w.TenantId == r.TenantId && w.PeriodId == r.PeriodId && w.Number >= r.Number && w.ReleasedAt == null));

    /// <summary>Approved; with a report, only where it is open to them and no version of it is withheld.</summary>
    private static IQueryable<PositionStatement> Statements(
        PortalDbContext database, IQueryable<Recommendation> recommendations, List<Guid> plans) =>
        Of(database.PositionStatements).Where(s => s.State == StatementState.Approved
            && recommendations.Any(r => r.TenantId == s.TenantId && r.Id == s.RecommendationId)
            && (s.PeriodId == null || (plans.Contains(s.Period!.PlanId) && !database.ReportWithholdings.Any(
                w => w.TenantId == s.TenantId && w.PeriodId == s.PeriodId && w.ReleasedAt == null))));

    private static IQueryable<T> Of<T>(IQueryable<T> rows)
        where T : TenantEntity => rows.IgnoreQueryFilters([PortalDbContext.TenantFilter]);
}
