using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Is it getting better? What is counted, how it stands, and where it must get to.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetMeasure(Guid Id) : IQuery<MeasurePage>;

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
            : database.HeldBy(current.RequiredPerson.UserId, DateFormat.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
        return visible.Select(m => new MeasureFacts(
            m.Why, m.Numerator, m.Denominator, m.Direction, m.Frequency, m.DataSource, m.LeadResponsibility!.Name, m.ProjectId, m.Project!.Number,
            m.Project.Title, m.Aim!.Number ?? m.Driver!.Aim!.Number ?? m.Project.Aim!.Number, m.Driver!.Text, m.ChartReason, m.BaselinePoints, m.DoneOn, m.DoneText,
            database.RecommendationLinks.Where(l => l.MeasureId == m.Id)
                .Select(l => new MeasureAnswer(l.RecommendationId, l.Recommendation!.Number, l.Basis)).ToList(),
            m.Uses.Select(u => new MeasureUseRow(
                u.ProjectId, u.Project!.Number, u.Project.Title, u.Aim!.Number ?? u.Driver!.Aim!.Number ?? u.Project.Aim!.Number, u.Driver!.Text)
            {
                AimId = u.AimId,
            }).ToList())
        {
            AimId = m.AimId,
            Proofs = database.EvidenceLinks.Count(l => l.MeasureId == m.Id),
            IsHeld = m.LeadResponsibilityId != null && held.Contains(m.LeadResponsibilityId.Value),
        }).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<List<CorrectionRow>> CorrectionsAsync(Guid id, CancellationToken cancellationToken) =>
        await database.PointCorrections.AsNoTracking().Where(c => c.MeasureId == id).OrderByDescending(c => c.At)
            .Select(c => new CorrectionRow(c.PointId, c.ValueText, c.Date, c.DateText, c.Why, c.At)).ToListAsync(cancellationToken);

    private async Task<List<TestOfChangeRow>> TestsAsync(Guid id, CancellationToken cancellationToken) =>
        await database.TestsOfChange.AsNoTracking().Where(t => t.MeasureId == id).OrderBy(t => t.From).ThenBy(t => t.Position)
            .Select(t => new TestOfChangeRow(t.Id, t.ProjectId, t.Title, t.Decision, t.From, t.Until)).ToListAsync(cancellationToken);

    /// <summary>Who entered each figure and when; members only.</summary>
    private async Task<Dictionary<Guid, string>> EnteredAsync(Guid id, string zone, CancellationToken cancellationToken)
    {
        var rows = await database.DataPoints.AsNoTracking().Where(p => p.MeasureId == id && p.EnteredByUserId != null)
            .Select(p => new { p.Id, p.EnteredAt, Name = database.Users.Where(u => u.Id == p.EnteredByUserId).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return rows.Where(r => r.EnteredAt is not null)
            .ToDictionary(r => r.Id, r => $"Added {DateFormat.Full(DateFormat.LocalDay(r.EnteredAt!.Value, zone))} by {r.Name ?? "someone who has left"}");
    }
}
