using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>Removes an inspection on which nothing hangs.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed record RemoveInspection(Guid Id, uint Version) : ICommand<Saved>;

internal sealed class RemoveInspectionHandler(PortalDbContext database) : IRequestHandler<RemoveInspection, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(RemoveInspection command, CancellationToken cancellationToken)
    {
        var done = new Saved("~/inspections", "Inspection removed");
        var inspection = await database.Inspections.AsSplitQuery().Include(i => i.Bodies).Include(i => i.Questions).Include(i => i.Strengths)
            .Include(i => i.Gradings).SingleOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (inspection is null)
        {
            return await Removal.AgainAsync(database, command.Id, done, cancellationToken);
        }

        if (Removal.Stale(inspection, command.Version) is { } stale)
        {
            return stale;
        }

        var hanging = await InspectionHanging.OnAsync(database, inspection.Id, cancellationToken);
        if (hanging.Count > 0)
        {
            return Failure.Field("", Removal.Refusal("this inspection", hanging));
        }

        database.RemoveRange(inspection.Bodies);
        database.RemoveRange(inspection.Questions);
        database.RemoveRange(inspection.Strengths);
        database.RemoveRange(inspection.Gradings);
        database.Remove(inspection);
        await database.SaveChangesAsync(cancellationToken);
        return done;
    }
}

/// <summary>What keeps an inspection, or a recommendation, from being removed.</summary>
internal static class InspectionHanging
{
    public static async Task<IReadOnlyList<string>> OnAsync(PortalDbContext database, Guid inspectionId, CancellationToken cancellationToken)
    {
        var found = await database.Inspections.Where(i => i.Id == inspectionId)
            .Select(i => new
            {
                Recommendations = i.Recommendations.Count,
                Reviews = i.Reviews.Count,
                Plans = database.PlanInspections.Count(l => l.InspectionId == i.Id),
                Decisions = database.RecommendationDecisions.Count(d => d.InspectionId == i.Id),
            })
            .SingleAsync(cancellationToken);
        return Removal.Count(
            (found.Recommendations, "recommendation", "recommendations"), (found.Reviews, "progress review", "progress reviews"),
            (found.Plans, "linked plan", "linked plans"),
            (found.Decisions, "recommendation said to be met or open again", "recommendations said to be met or open again"));
    }

    public static async Task<IReadOnlyList<string>> OnRecommendationAsync(PortalDbContext database, Guid id, CancellationToken cancellationToken)
    {
        var found = await database.Recommendations.Where(r => r.Id == id)
            .Select(r => new
            {
                Links = r.Links.Count,
                Findings = r.Findings.Count,
                Evidence = database.EvidenceLinks.Count(l => l.RecommendationId == r.Id),
                Requests = database.ScrutinyRequests.Count(q => q.RecommendationId == r.Id),
                Decisions = database.RecommendationDecisions.Count(d => d.RecommendationId == r.Id),
                Statements = database.PositionStatements.Count(s => s.RecommendationId == r.Id),
            })
            .SingleAsync(cancellationToken);
        return Removal.Count(
            (found.Links, "link to work in the plan", "links to work in the plan"), (found.Evidence, "item of evidence", "items of evidence"),
            (found.Findings, "finding in a progress review", "findings in progress reviews"),
            (found.Requests, "request of a scrutiny body", "requests of scrutiny bodies"),
            (found.Decisions, "record of whether it was met", "records of whether it was met"),
            (found.Statements, "position statement", "position statements"));
    }
}
