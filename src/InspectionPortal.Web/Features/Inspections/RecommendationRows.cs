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

    /// <summary>Ids of the work that answers a recommendation. Found first and by themselves: as a condition of another query they would be found anew for each row.</summary>
    public static Task<List<Guid>> WorkIdsAsync(this PortalDbContext database, Guid recommendationId, CancellationToken cancellationToken) =>
        database.AnsweringWork().Where(a => a.RecommendationId == recommendationId)
            .Join(database.Projects.Where(p => p.NoActionNeededReason == null), a => a.ProjectId, p => p.Id, (a, p) => p.Id)
            .Distinct().ToListAsync(cancellationToken);

    /// <summary>Ids of what measures a recommendation, by the rule of <see cref="Coverage"/>: the measures linked to it, of its work, and on an aim or driver linked to it.</summary>
    public static Task<List<Guid>> MeasureIdsAsync(this PortalDbContext database, Guid recommendationId, CancellationToken cancellationToken)
    {
        var links = database.RecommendationLinks.Where(l => l.RecommendationId == recommendationId);
        var onDrivers = database.Measures.Where(m => m.DriverId != null);
        return database.AnsweringWork().Where(a => a.RecommendationId == recommendationId)
            .Join(database.Measures.Where(m => m.Project!.NoActionNeededReason == null), a => a.ProjectId, m => m.ProjectId, (a, m) => m.Id)
            .Concat(links.Where(l => l.MeasureId != null && l.Measure!.ProjectId == null).Select(l => l.MeasureId!.Value))
            .Concat(links.Where(l => l.AimId != null).Join(database.Measures, l => l.AimId, m => m.AimId, (l, m) => m.Id))
            .Concat(links.Where(l => l.AimId != null && !links.Any(nearer => nearer.AimId == null)).Join(onDrivers, l => l.AimId, m => m.Driver!.AimId, (l, m) => m.Id))
            .Concat(links.Where(l => l.DriverId != null).Join(onDrivers, l => l.DriverId, m => m.DriverId, (l, m) => m.Id))
            .Concat(links.Where(l => l.DriverId != null).Join(onDrivers, l => l.DriverId, m => m.Driver!.ParentId, (l, m) => m.Id))
            .Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>Those projects, of the plans this person may read.</summary>
    public static IQueryable<ImprovementProject> WorkFor(this PortalDbContext database, TenantAccess access, IReadOnlyList<Guid> ids)
    {
        var plans = database.PlansFor(access);
        return database.Projects.Where(p => ids.Contains(p.Id) && plans.Any(plan => plan.Id == p.Aim!.PlanId));
    }

    /// <summary>Rows of these recommendations, in two commands.</summary>
    public static async Task<List<RecommendationRow>> ReadRowsAsync(
        this PortalDbContext database, IQueryable<Recommendation> recommendations, TenantAccess access, CancellationToken cancellationToken)
    {
        var plans = database.PlansFor(access);
        var answering = await database.AnsweringWork().Join(
            database.Projects.Where(p => p.NoActionNeededReason == null && plans.Any(plan => plan.Id == p.Aim!.PlanId)), a => a.ProjectId, p => p.Id,
            (a, p) => new { a.RecommendationId, p.Id, p.Number, p.Title, p.Status, p.Rag }).ToListAsync(cancellationToken);
        var work = answering.ToLookup(a => a.RecommendationId);
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
                Evidence = database.EvidenceItems.Count(i => i.Links.Any(e => e.RecommendationId == r.Id
                    || database.RecommendationLinks.Any(l => l.RecommendationId == r.Id && l.ProjectId != null && l.ProjectId == e.ProjectId))),
            })
            .ToListAsync(cancellationToken);
        var key = access.Partnership.RagKey;
        return [.. rows.Select(r => new RecommendationRow(
            r.Id, r.InspectionId, r.Inspection, r.Number, r.Title, r.Kind, r.Text, r.Theme, r.IsReworded, r.Links,
            [.. work[r.Id].DistinctBy(w => w.Id).Select(w => new WorkRow(w.Id, w.Number, w.Title, w.Status, Rating.Find(key, w.Rag)))], r.Evidence))];
    }
}
