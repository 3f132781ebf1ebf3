using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>Which recommendations and inspections someone may read, and what answers them.</summary>
internal static class RecommendationRows
{
    /// <summary>A member sees all; a link officer those of inspections that a plan of a grant answers, or that its work answers.</summary>
    public static IQueryable<Recommendation> RecommendationsFor(this PortalDbContext database, TenantAccess access)
    {
        if (!access.IsByGrant)
        {
            return database.Recommendations;
        }

        return database.RecommendationsOf([.. access.GrantedPlans(GrantScope.LivePlan)]);
    }

    /// <summary>What these plans are to answer: the recommendations of their inspections, and those that their work is linked to.</summary>
    public static IQueryable<Recommendation> RecommendationsOf(this PortalDbContext database, IReadOnlyList<Guid> plans)
    {
        // Each way by itself: in one condition the database would follow all four ways anew for every recommendation.
        var links = database.RecommendationLinks;
        var answered = links.Where(l => plans.Contains(l.Aim!.PlanId)).Select(l => l.RecommendationId)
            .Union(links.Where(l => plans.Contains(l.Driver!.Aim!.PlanId)).Select(l => l.RecommendationId))
            .Union(links.Where(l => plans.Contains(l.Project!.Aim!.PlanId)).Select(l => l.RecommendationId))
            .Union(links.Where(l => plans.Contains(l.Measure!.PlanId)).Select(l => l.RecommendationId));
        var inspections = database.PlanInspections.Where(i => plans.Contains(i.PlanId)).Select(i => (Guid?)i.InspectionId);
        var asked = database.Recommendations.Where(r => inspections.Contains(r.InspectionId)).Select(r => r.Id).Union(answered);
        return database.Recommendations.Where(r => asked.Contains(r.Id));
    }

    public static IQueryable<Inspection> InspectionsFor(this PortalDbContext database, TenantAccess access)
    {
        if (!access.IsByGrant)
        {
            return database.Inspections;
        }

        var plans = database.PlansFor(access);
        return database.Inspections.Where(i => plans.Any(p => p.Inspections.Any(l => l.InspectionId == i.Id)));
    }

    /// <summary>Rows of these recommendations, in six commands, by the rule of coverage.</summary>
    public static async Task<List<RecommendationRow>> ReadRowsAsync(
        this PortalDbContext database, IQueryable<Recommendation> recommendations, TenantAccess access, CancellationToken cancellationToken)
    {
        var rows = await recommendations.AsNoTracking()
            .OrderByDescending(r => r.Inspection!.Published).ThenBy(r => r.Position).ThenBy(r => r.Id)
            .Select(r => new
            {
                r.Id,
                r.InspectionId,
                Inspection = r.Inspection!.Title,
                r.Number,
                r.Title,
                r.Kind,
                r.Text,
                r.Theme,
                r.IsReworded,
                Links = r.Links.Count,
                State = database.RecommendationDecisions.Where(d => d.RecommendationId == r.Id)
                    .OrderByDescending(d => d.On).ThenByDescending(d => d.Id).Select(d => d.State).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var coverage = await new CoverageReader(database, access).ReadAsync(
            [.. rows.Select(r => new CoverageRecommendation(r.Id, r.Number, r.Text, r.Kind == RecommendationKind.OwnPriority, r.Theme, r.IsReworded))], cancellationToken);
        var key = access.Partnership.RagKey;
        return [.. rows.Zip(coverage.Rows, (r, covered) => new RecommendationRow(
            r.Id, r.InspectionId, r.Inspection, r.Number, r.Title, r.Kind, r.Text, r.Theme, r.IsReworded, r.Links,
            [.. covered.Work.Select(w => new WorkRow(w.Project.Id, w.Project.Number, w.Project.Title, w.Project.Status, Rating.Find(key, w.Project.Rag)))],
            covered.Evidence.Count)
        {
            State = r.State,
        })];
    }
}
