using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Measures.Charts;
using InspectionPortal.Web.Features.Measures.Signals;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Every measure of the plans that this person may read; those of one recommendation where it is named.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetMeasures(Guid? Recommendation = null, MeasuresShown Show = MeasuresShown.All) : IQuery<MeasuresPage>;

/// <summary>Which measures the page shows.</summary>
public enum MeasuresShown
{
    All,

    /// <summary>A special cause, a target in danger or a milestone past its date.</summary>
    Signals,

    /// <summary>Those of them that ask somebody to act.</summary>
    Attention,

    /// <summary>A target at risk or missed.</summary>
    Danger,

    /// <summary>Things to be delivered by a date.</summary>
    Milestones,
}

public sealed record MeasuresPage(IReadOnlyList<MeasureRow> Measures, IReadOnlyDictionary<Guid, MeasureReading> Readings, Guid? Recommendation, MeasuresShown Show, bool CanEdit, Vocabulary Vocabulary, DateOnly Today) : IReadByLinkOfficers
{
    /// <summary>Charts on one page; more are a list.</summary>
    public const int MostCharts = 50;

    public string WhatWasRead => "List of measures";

    /// <summary>What is charted, in the order of the plan: the partnership's own, or what only shows what charts can say.</summary>
    public IReadOnlyList<MeasureReading> Charts(bool illustrative) =>
        [.. Measures.Select(m => Readings.GetValueOrDefault(m.Id)).OfType<MeasureReading>()
            .Where(r => r.IsIllustrative == illustrative && r.Chart.Analysis is not null && (illustrative ? Show == MeasuresShown.All : IsShown(r.MeasureId, Show))).Take(MostCharts)];

    /// <summary>What the partnership's own measures say.</summary>
    public SignalSet Signals { get; init; } = SignalSet.None;

    /// <summary>The partnership's own that are asked for, in the order of the plan.</summary>
    public IReadOnlyList<MeasureRow> Own => [.. Measures.Where(m => !m.IsIllustrative && IsShown(m.Id, Show))];

    /// <summary>How many of the partnership's own would be shown.</summary>
    public int CountOf(MeasuresShown show) => Measures.Count(m => !m.IsIllustrative && IsShown(m.Id, show));

    private bool IsShown(Guid measure, MeasuresShown show) => show switch
    {
        MeasuresShown.Signals => Signals.OfMeasure(measure).Count > 0,
        MeasuresShown.Attention => Signals.OfMeasure(measure).Any(s => s.NeedsAttention),
        MeasuresShown.Danger => Signals.OfMeasure(measure).Any(s => s.Kind is SignalKind.AtRisk or SignalKind.Missed),
        MeasuresShown.Milestones => Readings.GetValueOrDefault(measure)?.Chart.Source.Kind == MeasureKind.Milestone,
        _ => true,
    };
}

/// <summary>A measure in the list: of what, and its newest figure as written.</summary>
public sealed record MeasureRow(
    Guid Id, string Title, MeasureKind Kind, Guid? ProjectId, string? ProjectNumber, string? ProjectTitle, string? AimNumber, string? Unit,
    string? LatestText, string? LatestDateText, DateOnly? LatestDate, int Figures, List<TargetRow> Targets, bool IsIllustrative = false)
{
    /// <summary>When a milestone is to be delivered and whether it was; null for what is measured by numbers.</summary>
    public MilestoneState? Milestone { get; init; }

    /// <summary>The target that comes next, or the last one once all are past.</summary>
    public TargetRow? NextTarget(DateOnly today) =>
        Targets.Where(t => t.By.Due >= today).MinBy(t => t.By.Due) ?? Targets.OrderBy(t => t.By.Due).LastOrDefault();
}

internal sealed class GetMeasuresHandler(PortalDbContext database, CurrentSession current, PlanClock clock) : IRequestHandler<GetMeasures, MeasuresPage?>
{
    public async Task<MeasuresPage?> Handle(GetMeasures request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var plans = database.PlansFor(access);
        var measures = (await MeasuresAsync(request, cancellationToken)).Where(m => plans.Any(p => p.Id == m.PlanId));
        var readings = await MeasureReading.ReadAsync(database, measures, clock.Today, cancellationToken);
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
                Latest = m.Points.OrderByDescending(p => p.Date != null).ThenByDescending(p => p.Date).ThenByDescending(p => p.Position)
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
    private async Task<IQueryable<Measure>> MeasuresAsync(GetMeasures request, CancellationToken cancellationToken)
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
