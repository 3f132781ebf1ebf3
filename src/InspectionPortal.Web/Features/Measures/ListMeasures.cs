using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Every measure of the plans that this person may read; those of one recommendation where it is named.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record ListMeasures(Guid? Recommendation = null, MeasuresShown Show = MeasuresShown.All) : IQuery<MeasuresPage>;

internal sealed class ListMeasuresHandler(PortalDbContext database, CurrentSession current, PlanClock clock) : IRequestHandler<ListMeasures, MeasuresPage?>
{
    public async Task<MeasuresPage?> Handle(ListMeasures request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var plans = database.PlansFor(access);
        var measures = (await MeasuresAsync(request, cancellationToken)).Where(m => plans.Any(p => p.Id == m.PlanId));
        var readings = await MeasureReadings.ReadAsync(database, measures, clock.Today, cancellationToken);
        var rows = await measures.AsNoTracking()
            .OrderBy(m => m.Position).ThenBy(m => m.Id)
            .Select(m => new
            {
                m.Id,
                m.Title,
                m.Kind,
                m.ProjectId,
                ProjectNumber = m.Project!.Number,
                ProjectTitle = m.Project.Title,
                AimPosition = (int?)m.Aim!.Position ?? (int?)m.Driver!.Aim!.Position ?? (int?)m.Project.Aim!.Position,
                ProjectPosition = (int?)m.Project.Position,
                AimNumber = m.Aim.Number ?? m.Driver!.Aim!.Number ?? m.Project.Aim!.Number,
                m.Unit,
                m.IsIllustrative,
                m.Deadline,
                m.DoneOn,
                m.DoneText,
                Proofs = m.Kind == MeasureKind.Milestone ? database.EvidenceLinks.Count(l => l.MeasureId == m.Id) : 0,

                // "Not less than" has each looked up by its index (docs/performance.md).
                Latest = m.Points.Where(p => p.TenantId >= m.TenantId)
                    .OrderByDescending(p => p.Date != null).ThenByDescending(p => p.Date).ThenByDescending(p => p.Position)
                    .Select(p => new { p.ValueText, p.DateText, p.Date }).FirstOrDefault(),
                Figures = m.Points.Count,
                Targets = m.Targets.Select(t => new TargetRow(t.Id, t.Value, t.By)).ToList(),
            })
            .ToListAsync(cancellationToken);
        return new MeasuresPage(
            [.. rows.OrderBy(m => m.AimPosition).ThenBy(m => m.ProjectPosition).Select(m => new MeasureRow(
                m.Id, m.Title, m.Kind, m.ProjectId, m.ProjectNumber, m.ProjectTitle, m.AimNumber, m.Unit, m.Latest?.ValueText, m.Latest?.DateText,
                m.Latest?.Date, m.Figures, m.Targets, m.IsIllustrative)
            {
                Milestone = m.Kind == MeasureKind.Milestone ? new MilestoneState(m.Deadline, m.DoneOn, m.DoneText, m.Proofs) : null,
            })],
            readings, request.Recommendation, request.Show, access.Has(Permission.EditPlan), access.Partnership.Vocabulary, clock.Today)
        {
            Signals = SignalSet.Of(readings.Values, clock.Today),
        };
    }

    /// <summary>Which are asked for.</summary>
    private async Task<IQueryable<Measure>> MeasuresAsync(ListMeasures request, CancellationToken cancellationToken)
    {
        if (request.Recommendation is not { } recommendation)
        {
            return database.Measures;
        }

        var links = await AnsweringLinks.ReadAsync(database, [recommendation], cancellationToken);

        // Asked for once: what follows reads their figures, targets and notes, and would seek the same measures anew for each of these.
        var ids = await database.Measures.Where(links.Measured).Where(m => !m.IsIllustrative).Select(m => m.Id).ToListAsync(cancellationToken);
        return database.Measures.Where(m => ids.Contains(m.Id));
    }
}
