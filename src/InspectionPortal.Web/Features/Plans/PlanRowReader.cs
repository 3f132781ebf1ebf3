using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>Reads the rows linked to the projects of a plan: one command for each kind that a column shows.</summary>
internal sealed class PlanRowReader(PortalDbContext database, Guid planId, bool seesSubmitted)
{
    public async Task<PlanRelatedRows> ReadAsync(PlanLayout layout, CancellationToken cancellationToken)
    {
        var showsSteps = ShowsSteps(layout);
        var leads = await Leads().ToListAsync(cancellationToken);
        var steps = await Steps(showsSteps).ToListAsync(cancellationToken);
        List<PlanNoteRow> notes = showsSteps ? await Notes().ToListAsync(cancellationToken) : [];
        List<PlanLinkRow> links = layout.Has(PlanField.Recommendations) ? await Links().ToListAsync(cancellationToken) : [];
        List<PlanEntryRow> entries = layout.Has(PlanField.Updates) ? await Entries().ToListAsync(cancellationToken) : [];
        var measures = (await Measures().ToListAsync(cancellationToken)).OrderBy(m => m.Position).ThenBy(m => m.Source.Id).ToList();
        var points = await Points().ToListAsync(cancellationToken);
        var phases = await Phases().ToListAsync(cancellationToken);
        var targets = await Targets().ToListAsync(cancellationToken);
        return new PlanRelatedRows
        {
            Leads = leads.OrderBy(l => l.Position).ThenBy(l => l.Lead.ResponsibilityId).ToLookup(l => l.ProjectId, l => l.Lead),
            Steps = steps.OrderBy(s => s.Position).ThenBy(s => s.Id).ToLookup(s => s.ProjectId),
            Notes = notes.OrderBy(n => n.Id).ToLookup(n => n.ProjectId, n => n.Note),
            Links = links.OrderBy(l => l.Position).ThenBy(l => l.RecommendationId).ToLookup(l => l.OwnerId),
            Entries = entries.OrderBy(e => e.Position).ThenBy(e => e.AgencyId ?? Guid.Empty).ToLookup(e => e.ProjectId),
            Measures = measures.Where(m => m.Source.ProjectId is not null).ToLookup(m => m.Source.ProjectId!.Value),
            MeasuresUsed = measures.SelectMany(m => m.UsedBy.Select(p => (Project: p, Measure: m))).ToLookup(u => u.Project, u => u.Measure),
            Points = points.OrderBy(p => p.Point.Position).ThenBy(p => p.Point.Id).ToLookup(p => p.MeasureId, p => p.Point),
            Phases = phases.OrderBy(p => p.Mark.Id).ToLookup(p => p.MeasureId, p => p.Mark),
            Targets = targets.OrderBy(t => t.Id).ToLookup(t => t.MeasureId),
        };
    }

    /// <summary>True where any column shows sub-actions.</summary>
    public static bool ShowsSteps(PlanLayout layout) =>
        layout.Columns.Any(c => c.Field == PlanField.SubActions || PlanFieldLabels.CategoryOf(c.Field) is not null);

    private IQueryable<PlanLeadRow> Leads() => database.ProjectLeads.AsNoTracking().Where(l => l.Project!.Aim!.PlanId == planId)
        .Select(l => new PlanLeadRow(l.ProjectId, l.Position, new LeadName(l.LeadResponsibilityId, l.LeadResponsibility!.Name, l.Kind)));

    /// <summary>Sub-actions: all, since whether one is late matters in every layout; their words only where a column shows them.</summary>
    private IQueryable<PlanStepRow> Steps(bool withWords) => database.SubActions.AsNoTracking().Where(s => s.Project!.Aim!.PlanId == planId)
        .Select(s => new PlanStepRow
        {
            Id = s.Id,
            ProjectId = s.ProjectId,
            Position = s.Position,
            Category = s.Category,
            Text = withWords ? s.Text : "",
            OwnersText = withWords ? s.OwnersText : null,
            Status = s.Status,
            Deadline = s.Deadline,
            Owners = s.Owners.OrderBy(o => o.LeadResponsibilityId)
                .Select(o => new LeadName(o.LeadResponsibilityId, o.LeadResponsibility!.Name, LeadKind.Lead)).ToList(),
        });

    private IQueryable<PlanNoteRow> Notes() => database.CategoryNotes.AsNoTracking().Where(n => n.Project!.Aim!.PlanId == planId)
        .Select(n => new PlanNoteRow(n.ProjectId, n.Id, new PlanNote(n.Category, n.Text)));

    private IQueryable<PlanLinkRow> Links() => database.RecommendationLinks.AsNoTracking()
        .Where(l => l.Project!.Aim!.PlanId == planId || l.Driver!.Aim!.PlanId == planId || l.Aim!.PlanId == planId
            || (l.Measure!.ProjectId != null && l.Measure.PlanId == planId))
        .Select(l => new PlanLinkRow(
            l.ProjectId ?? l.DriverId ?? l.AimId ?? l.Measure!.ProjectId!.Value,
            l.Recommendation!.Position, l.RecommendationId, l.Recommendation.Number, l.Basis));

    private IQueryable<PlanEntryRow> Entries() => database.UpdateEntries.AsNoTracking()
        .Where(e => e.Project!.Aim!.PlanId == planId
            && (e.UpdateId == null || e.Update!.State == UpdateState.Accepted || (seesSubmitted && e.Update.State == UpdateState.Submitted)))
        .Select(e => new PlanEntryRow
        {
            ProjectId = e.ProjectId,
            Position = e.Position,
            AgencyId = e.AgencyId,
            Text = e.Text,
            DateText = e.DateText,
            State = (UpdateState?)e.Update!.State,
            AgencyCode = e.Agency!.Code,
            AgencyName = e.Agency.Name,
            Period = e.Update.Period!.Title,
            PeriodEnd = (DateOnly?)e.Update.Period.To,
        });

    /// <summary>Measures that a project owns or looks at, illustrative ones too.</summary>
    private IQueryable<PlanMeasureRow> Measures() => database.Measures.AsNoTracking()
        .Where(m => m.PlanId == planId && (m.ProjectId != null || m.Uses.Any(u => u.ProjectId != null)))
        .Select(m => new PlanMeasureRow(
            m.Position,
            new ChartSource
            {
                Id = m.Id,
                ProjectId = m.ProjectId,
                Title = m.Title,
                Unit = m.Unit,
                Frequency = m.Frequency,
                Kind = m.Kind,
                Direction = m.Direction,
                Chart = m.Chart,
                Rules = m.Rules,
                IsIllustrative = m.IsIllustrative,
                ScreenMovingRanges = m.ScreenMovingRanges,
                BaselinePoints = m.BaselinePoints,
                Deadline = m.Deadline,
                IsDelivered = m.DoneOn != null || m.DoneText != null,
            },
            m.Uses.Where(u => u.ProjectId != null).Select(u => u.ProjectId!.Value).ToList()));

    private IQueryable<ChartPointRow> Points() => database.DataPoints.AsNoTracking()
        .Where(p => p.Measure!.PlanId == planId && p.Date != null)
        .Select(p => new ChartPointRow(
            p.TenantId, p.MeasureId,
            new SourcePoint(p.Id, p.Date, p.Value, p.Numerator, p.Denominator, p.IsExcluded, p.ValueText, p.Position)));

    private IQueryable<ChartMarkRow> Phases() => database.MeasurePhases.AsNoTracking().Where(p => p.Measure!.PlanId == planId)
        .Select(p => new ChartMarkRow(p.TenantId, p.MeasureId, new SourceMark(p.Id, p.StartsOn, p.Reason)));

    private IQueryable<ChartTargetRow> Targets() => database.MeasureTargets.AsNoTracking().Where(t => t.Measure!.PlanId == planId)
        .Select(t => new ChartTargetRow(t.TenantId, t.MeasureId, t.Id, t.Value, t.By));
}
