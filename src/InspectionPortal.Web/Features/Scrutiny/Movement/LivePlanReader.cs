using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>
/// Reads all live plans that are granted, in a few commands however many there are. The filter by partnership is off: the database's
/// policy holds the list, and each row says which partnership and plan it belongs to.
/// </summary>
internal sealed class LivePlanReader(PortalDbContext database)
{
    /// <summary>What is to be counted, by partnership and plan.</summary>
    /// <param name="plans">The live plans; those of other partnerships with the same id are left out by the caller.</param>
    /// <param name="earliest">The earliest moment from which anything is counted; null where only the present counts.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Func<int, Guid, LivePlanFacts>> ReadAsync(
        IReadOnlyList<Guid> plans, DateTimeOffset? earliest, CancellationToken cancellationToken)
    {
        if (plans.Count == 0)
        {
            return (_, _) => new LivePlanFacts();
        }

        var projects = (await Projects(plans, earliest).ToListAsync(cancellationToken)).ToLookup(p => (p.TenantId, p.PlanId));
        var slips = earliest is { } since
            ? (await Slips(plans, since).ToListAsync(cancellationToken)).ToLookup(s => (s.TenantId, s.PlanId))
            : Array.Empty<LiveSlip>().ToLookup(s => (s.TenantId, s.PlanId));
        var proofs = (await Proofs().ToListAsync(cancellationToken)).ToLookup(p => p.TenantId);
        var recommendations = (await Recommendations(plans).ToListAsync(cancellationToken)).ToLookup(r => r.TenantId);
        var drivers = (await Of(database.KeyDrivers).Where(d => plans.Contains(d.PlanId))
            .Select(d => new LiveDriver(d.TenantId, d.PlanId, d.Id, d.AimId, d.ParentId)).ToListAsync(cancellationToken))
                .ToLookup(d => (d.TenantId, d.PlanId));
        var measures = (await MeasuresAsync(plans, cancellationToken)).ToLookup(m => (m.TenantId, m.PlanId));
        return (tenant, plan) => new LivePlanFacts
        {
            Projects = [.. projects[(tenant, plan)]],
            Slips = [.. slips[(tenant, plan)]],
            Proofs = [.. proofs[tenant]],
            Recommendations = [.. recommendations[tenant].Where(r => r.IsOf(plan))],
            Drivers = [.. drivers[(tenant, plan)]],
            Measures = [.. measures[(tenant, plan)]],
        };
    }

    private static IQueryable<T> Of<T>(IQueryable<T> rows)
        where T : class => rows.IgnoreQueryFilters([PortalDbContext.TenantFilter]).AsNoTracking().AsSingleQuery();

    private IQueryable<LiveProject> Projects(IReadOnlyList<Guid> plans, DateTimeOffset? earliest) =>
        Of(database.Projects).Where(p => plans.Contains(p.PlanId)).OrderBy(p => p.Aim!.Position).ThenBy(p => p.Position).ThenBy(p => p.Id)
            .Select(p => new LiveProject
            {
                TenantId = p.TenantId,
                PlanId = p.PlanId,
                Id = p.Id,
                Number = p.Number,
                Title = p.Title,
                AimId = p.AimId,
                DriverId = p.DriverId,
                HasLead = p.Leads.Count > 0,
                IsWork = p.NoActionNeededReason == null,
                Status = p.Status,
                Rag = p.Rag,
                RatedAt = p.RagAcceptedAt,
                Ratings = database.ProgressUpdates
                    .Where(u => p.RagAcceptedAt > earliest && u.TenantId == p.TenantId && u.ProjectId == p.Id
                        && u.State == UpdateState.Accepted)
                    .Select(u => new AcceptedRating(u.ReviewedAt, u.RagAccepted)).ToList(),
            });

    private IQueryable<LiveSlip> Slips(IReadOnlyList<Guid> plans, DateTimeOffset earliest) =>
        Of(database.DeadlineSlips).Where(s => s.At > earliest && plans.Contains(s.Project!.PlanId)).Select(s => new LiveSlip
        {
            TenantId = s.TenantId,
            PlanId = s.Project!.PlanId,
            ProjectId = s.ProjectId,
            From = s.From,
            To = s.To,
            Reason = s.Reason,
            At = s.At,
        });

    private IQueryable<LiveProof> Proofs() => Of(database.EvidenceLinks).Where(l => l.IsReleased).Select(l => new LiveProof
    {
        TenantId = l.TenantId,
        ItemId = l.ItemId,
        PlanId = l.PlanId,
        RecommendationId = l.RecommendationId,
        ProjectId = l.ProjectId ?? (Guid?)l.SubAction!.ProjectId ?? (Guid?)l.Update!.ProjectId,
        MeasureId = l.MeasureId,
        ReleasedAt = l.Item!.Versions.Max(v => v.ReleasedAt),
    });

    private IQueryable<LiveRecommendation> Recommendations(IReadOnlyList<Guid> plans) => Of(database.Recommendations)
        .Where(r => r.Links.Any(l => plans.Contains(l.PlanId)) || database.PlanInspections.Any(
            i => i.TenantId == r.TenantId && i.InspectionId == r.InspectionId && plans.Contains(i.PlanId)))
        .Select(r => new LiveRecommendation
        {
            TenantId = r.TenantId,
            Id = r.Id,
            Number = r.Number,
            Plans = database.PlanInspections.Where(i => i.TenantId == r.TenantId && i.InspectionId == r.InspectionId).Select(i => i.PlanId)
                .ToList(),
            Links = r.Links.Select(l => new LiveLink
            {
                PlanId = l.PlanId,
                AimId = l.AimId,
                DriverId = l.DriverId,
                ProjectId = l.ProjectId,
                MeasureId = l.MeasureId,
            }).ToList(),
        });

    private Task<IReadOnlyList<ChartSource>> MeasuresAsync(IReadOnlyList<Guid> plans, CancellationToken cancellationToken) =>
        ChartReader.ReadAsync(
        database, database.Measures.IgnoreQueryFilters([PortalDbContext.TenantFilter]).Where(m => plans.Contains(m.PlanId)
            && !m.IsIllustrative),
        withNotes: false, cancellationToken);
}
