using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Inspections;
using InspectionPortal.Web.Features.Measures.Charts;
using InspectionPortal.Web.Features.Measures.Signals;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Is it getting better? What is counted, how it stands, and where it must get to.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetMeasure(Guid Id) : IQuery<MeasurePage>;

public sealed record MeasurePage(
    MeasureTable Table, MeasureFacts Facts, MeasureChart Chart, ChartSuggestion Suggestion, MeasureHistory History, bool CanEdit, Vocabulary Vocabulary)
    : IReadByLinkOfficers
{
    public string WhatWasRead => $"Measure: {Table.Title}";

    /// <summary>What it says that somebody ought to know, the gravest first.</summary>
    public IReadOnlyList<MeasureSignal> Signals { get; init; } = [];

    /// <summary>What the partnership lead answered, the newest first.</summary>
    public IReadOnlyList<SignalReply> Replies { get; init; } = [];

    /// <summary>Who edits the plan enters figures, and who holds the responsibility for the measure. A milestone has none.</summary>
    public bool CanEnter => Table.Kind != MeasureKind.Milestone && (CanEdit || Facts.IsHeld);

    /// <summary>How it stands where it is a milestone.</summary>
    public MilestoneState? Milestone => Table.Kind == MeasureKind.Milestone ? new MilestoneState(Table.Deadline, Facts.DoneOn, Facts.DoneText, Facts.Proofs) : null;

    /// <summary>Figures in the order of the table, each with its place on the chart where it has one.</summary>
    public IReadOnlyList<FigureRow> Figures
    {
        get
        {
            var places = Chart.Places.Select((p, i) => (p.Figure?.Id, Index: i)).Where(p => p.Id is not null).ToDictionary(p => p.Id!.Value, p => p.Index);
            return [.. Table.Points.Select(p => new FigureRow(
                p, Chart.Analysis is not null && places.TryGetValue(p.Id, out var at) ? ChartMarks.Words(Chart, at) : null, [.. History.Corrections.Where(c => c.PointId == p.Id)],
                History.Entered.GetValueOrDefault(p.Id)))];
        }
    }
}

/// <summary>A figure in the table.</summary>
public sealed record FigureRow(PointRow Point, string? Signal, IReadOnlyList<CorrectionRow> Corrections, string? Entered);

/// <summary>What is counted, by whom, and where it is used.</summary>
public sealed record MeasureFacts(
    string? Why, string? Numerator, string? Denominator, MeasureDirection Direction, string? Frequency, string? DataSource, string? Owner, Guid? ProjectId,
    string? ProjectNumber, string? ProjectTitle, string? AimNumber, string? Driver, string? ChartReason, int? BaselinePoints, DateOnly? DoneOn, string? DoneText,
    List<MeasureAnswer> Answers, List<MeasureUseRow> Uses)
{
    /// <summary>How many pieces of evidence show it.</summary>
    public int Proofs { get; init; }

    /// <summary>Whether who reads it holds the responsibility for it.</summary>
    public bool IsHeld { get; init; }
}

/// <summary>A recommendation that the measure answers by itself.</summary>
public sealed record MeasureAnswer(Guid Id, string Number, LinkBasis Basis);

/// <summary>A further place where the measure is looked at.</summary>
public sealed record MeasureUseRow(Guid? ProjectId, string? ProjectNumber, string? ProjectTitle, string? AimNumber, string? Driver);

/// <summary>What happened to a measure: corrections of its figures, tests of change that used it, who entered what.</summary>
public sealed record MeasureHistory(IReadOnlyList<CorrectionRow> Corrections, IReadOnlyList<TestRow> Tests, IReadOnlyDictionary<Guid, string> Entered);

/// <summary>What a figure was before.</summary>
public sealed record CorrectionRow(Guid PointId, string ValueText, DateOnly? Date, string? DateText, string Why, DateTimeOffset At)
{
    /// <summary>Its date as it was.</summary>
    public string When => DateText ?? (Date is { } day ? DayWords.Full(day) : "no date");
}

/// <summary>A test of change that the measure shows.</summary>
public sealed record TestRow(Guid Id, Guid ProjectId, string Title, TestDecision? Decision, DateOnly? From, DateOnly? Until);

internal sealed class GetMeasureHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time) : IRequestHandler<GetMeasure, MeasurePage?>
{
    public async Task<MeasurePage?> Handle(GetMeasure request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var plans = database.PlansFor(access);
        var visible = database.Measures.AsNoTracking().Where(m => m.Id == request.Id && plans.Any(p => p.Id == m.PlanId));
        var facts = await FactsAsync(visible, cancellationToken);
        if (facts is null)
        {
            return null;
        }

        var table = await MeasureTables.Tables(visible).FirstAsync(cancellationToken);
        var source = (await ChartReader.ReadAsync(database, visible, withNotes: true, cancellationToken))[0];
        var history = new MeasureHistory(
            await CorrectionsAsync(request.Id, cancellationToken), await TestsAsync(request.Id, cancellationToken),
            access.IsByGrant ? new Dictionary<Guid, string>() : await EnteredAsync(request.Id, access.Partnership.TimeZone, cancellationToken));
        var reading = MeasureReading.Of(source, clock.Today);
        return new MeasurePage(table, facts, reading.Chart, ChartSuggestion.For(source), history, access.Has(Permission.EditPlan), access.Partnership.Vocabulary)
        {
            Signals = MeasureSignal.Of(reading, clock.Today),
            Replies = await RepliesAsync(request.Id, cancellationToken),
        };
    }

    private async Task<List<SignalReply>> RepliesAsync(Guid id, CancellationToken cancellationToken) =>
        await database.SignalAnswers.AsNoTracking().Where(a => a.MeasureId == id).OrderByDescending(a => a.At).ThenBy(a => a.Id)
            .Select(a => new SignalReply(a.MeasureId, a.Kind, a.About, a.Text, a.At)).ToListAsync(cancellationToken);

    private Task<MeasureFacts?> FactsAsync(IQueryable<Measure> visible, CancellationToken cancellationToken)
    {
        // Link officers hold nothing and may not read who does.
        var held = current.RequiredTenant.IsByGrant
            ? database.Measures.Where(m => false).Select(m => m.Id)
            : database.HeldBy(current.RequiredPerson.UserId, DayWords.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
        return visible.Select(m => new MeasureFacts(
            m.Why, m.Numerator, m.Denominator, m.Direction, m.Frequency, m.DataSource, m.LeadResponsibility!.Name, m.ProjectId, m.Project!.Number,
            m.Project.Title, m.Aim!.Number ?? m.Driver!.Aim!.Number ?? m.Project.Aim!.Number, m.Driver!.Text, m.ChartReason, m.BaselinePoints, m.DoneOn, m.DoneText,
            database.RecommendationLinks.Where(l => l.MeasureId == m.Id)
                .Select(l => new MeasureAnswer(l.RecommendationId, l.Recommendation!.Number, l.Basis)).ToList(),
            m.Uses.Select(u => new MeasureUseRow(
                u.ProjectId, u.Project!.Number, u.Project.Title, u.Aim!.Number ?? u.Driver!.Aim!.Number ?? u.Project.Aim!.Number, u.Driver!.Text)).ToList())
        {
            Proofs = database.EvidenceLinks.Count(l => l.MeasureId == m.Id),
            IsHeld = m.LeadResponsibilityId != null && held.Contains(m.LeadResponsibilityId.Value),
        }).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<List<CorrectionRow>> CorrectionsAsync(Guid id, CancellationToken cancellationToken) =>
        await database.PointCorrections.AsNoTracking().Where(c => c.MeasureId == id).OrderByDescending(c => c.At)
            .Select(c => new CorrectionRow(c.PointId, c.ValueText, c.Date, c.DateText, c.Why, c.At)).ToListAsync(cancellationToken);

    private async Task<List<TestRow>> TestsAsync(Guid id, CancellationToken cancellationToken) =>
        await database.TestsOfChange.AsNoTracking().Where(t => t.MeasureId == id).OrderBy(t => t.From).ThenBy(t => t.Position)
            .Select(t => new TestRow(t.Id, t.ProjectId, t.Title, t.Decision, t.From, t.Until)).ToListAsync(cancellationToken);

    /// <summary>Who entered each figure and when; members only.</summary>
    private async Task<Dictionary<Guid, string>> EnteredAsync(Guid id, string zone, CancellationToken cancellationToken)
    {
        var rows = await database.MeasurePoints.AsNoTracking().Where(p => p.MeasureId == id && p.EnteredByUserId != null)
            .Select(p => new { p.Id, p.EnteredAt, Name = database.Users.Where(u => u.Id == p.EnteredByUserId).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return rows.Where(r => r.EnteredAt is not null)
            .ToDictionary(r => r.Id, r => $"Entered {DayWords.Full(DayWords.LocalDay(r.EnteredAt!.Value, zone))} by {r.Name ?? "someone no longer here"}");
    }
}
