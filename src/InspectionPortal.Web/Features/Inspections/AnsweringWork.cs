using InspectionPortal.Web.Data;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>A project that answers a recommendation, and the link that says so.</summary>
internal sealed class AnsweringWork
{
    public Guid LinkId { get; init; }
    public Guid RecommendationId { get; init; }
    public Guid ProjectId { get; init; }
}

/// <summary>
/// The rule of <see cref="Plans.Coverage"/> in the database's terms, for every list that stands behind one of its counts: a project answers what is
/// linked to it, to a measure of it, to its driver or the one above; and what is linked to its aim where nothing nearer is linked to that. Each way is a join of its own, so that the database need not try every pair.
/// </summary>
internal static class AnsweringWorkRule
{
    public static IQueryable<AnsweringWork> AnsweringWork(this PortalDbContext database)
    {
        var links = database.RecommendationLinks;
        var projects = database.Projects;
        var itself = links.Where(l => l.ProjectId != null)
            .Select(l => new AnsweringWork { LinkId = l.Id, RecommendationId = l.RecommendationId, ProjectId = l.ProjectId!.Value });
        var byMeasure = links.Where(l => l.Measure!.ProjectId != null)
            .Select(l => new AnsweringWork { LinkId = l.Id, RecommendationId = l.RecommendationId, ProjectId = l.Measure!.ProjectId!.Value });
        var byDriver = links.Where(l => l.DriverId != null).Join(
            projects.Where(p => p.DriverId != null), l => l.DriverId, p => p.DriverId,
            (l, p) => new AnsweringWork { LinkId = l.Id, RecommendationId = l.RecommendationId, ProjectId = p.Id });
        var byDriverAbove = links.Where(l => l.DriverId != null).Join(
            projects.Where(p => p.Driver!.ParentId != null), l => l.DriverId, p => p.Driver!.ParentId,
            (l, p) => new AnsweringWork { LinkId = l.Id, RecommendationId = l.RecommendationId, ProjectId = p.Id });
        var byAim = links.Where(l => l.AimId != null && !l.Recommendation!.Links.Any(nearer => nearer.AimId == null)).Join(
            projects, l => l.AimId, p => p.AimId,
            (l, p) => new AnsweringWork { LinkId = l.Id, RecommendationId = l.RecommendationId, ProjectId = p.Id });
        return itself.Concat(byMeasure).Concat(byDriver).Concat(byDriverAbove).Concat(byAim);
    }
}
