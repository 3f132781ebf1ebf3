using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>A recommendation with what answers it, as a row.</summary>
public sealed record RecommendationRow(
    Guid Id, Guid? InspectionId, string? Inspection, string Number, string? Title, RecommendationKind Kind, string Text, string? Theme, bool IsReworded,
    int Links, IReadOnlyList<WorkRow> Work, int Evidence)
{
    /// <summary>The worst rating of the work, not rated only where nothing is.</summary>
    public Rating? Worst => Work.Count == 0
        ? null
        : Work.Select(w => w.Rating).Where(r => r != Rating.NotRated).MaxBy(r => r.Order) ?? Rating.NotRated;
}

/// <summary>A project that answers a recommendation, by itself or through its aim, driver or a measure.</summary>
public sealed record WorkRow(Guid Id, string Number, string Title, ProjectStatus Status, Rating Rating);

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

        var plans = database.PlansFor(access);
        return database.Recommendations.Where(r =>
            plans.Any(p => p.Inspections.Any(i => i.InspectionId == r.InspectionId)
                || r.Links.Any(l => l.Aim!.PlanId == p.Id || l.Driver!.Aim!.PlanId == p.Id || l.Project!.Aim!.PlanId == p.Id || l.Measure!.PlanId == p.Id)));
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

    /// <summary>Rows of these recommendations, in two commands.</summary>
    public static async Task<List<RecommendationRow>> ReadRowsAsync(
        this PortalDbContext database, IQueryable<Recommendation> recommendations, TenantAccess access, CancellationToken cancellationToken)
    {
        var plans = database.PlansFor(access);
        var projects = await database.Projects.AsNoTracking().Where(p => p.NoActionNeededReason == null && plans.Any(plan => plan.Id == p.Aim!.PlanId))
            .OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position)
            .Select(p => new
            {
                Place = new AnsweringProjectPlace(p.Id, p.AimId, p.DriverId, p.Driver!.ParentId),
                p.Number,
                p.Title,
                p.Status,
                p.Rag,
            })
            .ToListAsync(cancellationToken);
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
                Links = r.Links.Select(l => new AnsweringTarget(l.RecommendationId, l.AimId, l.DriverId, l.ProjectId, l.MeasureId, l.Measure!.ProjectId)).ToList(),
                Evidence = database.EvidenceItems.Count(i => i.Links.Any(e => e.RecommendationId == r.Id
                    || database.RecommendationLinks.Any(l => l.RecommendationId == r.Id && l.ProjectId != null && l.ProjectId == e.ProjectId))),
            })
            .ToListAsync(cancellationToken);
        var key = access.Partnership.RagKey;
        return [.. rows.Select(r => new RecommendationRow(
            r.Id, r.InspectionId, r.Inspection, r.Number, r.Title, r.Kind, r.Text, r.Theme, r.IsReworded, r.Links.Count,
            [.. projects.Where(p => new AnsweringLinks(r.Links).Answers(p.Place)).Select(w => new WorkRow(w.Place.Id, w.Number, w.Title, w.Status, Rating.Find(key, w.Rag)))], r.Evidence))];
    }
}
