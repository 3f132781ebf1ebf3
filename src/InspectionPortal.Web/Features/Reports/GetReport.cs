using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// The report of a quarter for members: the published one, else the submission being signed, else how far the quarter is. With a
/// <paramref name="Number"/> that version of the published one; with <paramref name="IsCorrection"/> the correction being signed.
/// </summary>
[Requires(Permission.ReadReports)]
public sealed record GetReport(Guid PeriodId, int? Number = null, bool IsCorrection = false) : IQuery<ReportPage>;

internal sealed class GetReportHandler(PortalDbContext database, CurrentSession current, PlanClock clock, PartnershipTime time)
    : IRequestHandler<GetReport, ReportPage?>
{
    public async Task<ReportPage?> Handle(GetReport query, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.AsNoTracking().Where(p => p.Id == query.PeriodId)
            .Select(p => new { p.Id, p.Title, p.State, p.Kind, p.DueOn, Plan = p.Plan!.Title }).FirstOrDefaultAsync(cancellationToken);
        if (period is null)
        {
            return null;
        }

        var access = current.RequiredTenant;
        var versions = await ReportVersions.OfPeriodAsync(database, period.Id, cancellationToken);
        var shown = Choose(query, versions);
        var bytes = await StoredAsync(period.Id, shown, cancellationToken);
        if ((query.Number is not null && shown is null) || (query.IsCorrection && (bytes is null || versions.Count == 0)))
        {
            return null;
        }

        var answers = await AnswersAsync(bytes, cancellationToken);
        return new ReportPage
        {
            PeriodId = period.Id,
            Title = period.Title,
            Plan = period.Plan,
            State = period.State,
            Kind = period.Kind,
            DueOn = period.DueOn,
            PrintedBy = current.RequiredPerson.DisplayName,
            MaySubmit = access.Has(Permission.SubmitQuarter),
            Content = bytes is null ? null
                : new ReportContent(bytes.Snapshot, clock.LocalTimeZone, projectsOpen: true) { Answers = answers },
            Signing = bytes is null || answers is null ? null : await SigningAsync(bytes, answers, cancellationToken),
            Shown = shown,
            Versions = versions,
            Zone = clock.LocalTimeZone,
            HasCorrection = versions.Count > 0 && await IsWaitingAsync(period.Id, cancellationToken),
            MayWithhold = MessageAccess.Judge(typeof(WithholdReport), current) == Verdict.Allowed,
            Returned = period.State == PeriodState.WithLead ? await ReturnedAsync(period.Id, cancellationToken) : null,
        };
    }

    private async Task<ReportAnswers?> AnswersAsync(StoredReport? bytes, CancellationToken cancellationToken) => bytes is null
        ? null
        : await ReportAnswers.ReadAsync(
            database, bytes.SubmissionId, clock.LocalTimeZone, bytes.PublishedAt is not null, cancellationToken);

    /// <summary>What came with the last return, for those who decide on reports.</summary>
    private async Task<ReturnNote?> ReturnedAsync(Guid periodId, CancellationToken cancellationToken) =>
        current.RequiredTenant.Has(Permission.SubmitQuarter) || current.RequiredTenant.Has(Permission.ApproveQuarter)
            ? await ReturnNote.LastAsync(database, periodId, clock.LocalTimeZone, cancellationToken)
            : null;

    /// <summary>The version that the page shows; null for what is with the chief officers.</summary>
    private static ReportVersion? Choose(GetReport query, IReadOnlyList<ReportVersion> versions) =>
        query.IsCorrection ? null : versions.FirstOrDefault(v => query.Number is null || v.Number == query.Number);

    private Task<bool> IsWaitingAsync(Guid periodId, CancellationToken cancellationToken) =>
        database.PendingFor(current.RequiredTenant).AnyAsync(
        s => s.PeriodId == periodId, cancellationToken);

    /// <summary>The bytes of a version that this person may read, or of what is with the chief officers.</summary>
    private async Task<StoredReport?> StoredAsync(Guid periodId, ReportVersion? shown, CancellationToken cancellationToken) => shown is null
        ? await database.PendingFor(current.RequiredTenant).AsNoTracking().Where(s => s.PeriodId == periodId)
            .Select(s => new StoredReport(s.Snapshot, s.Sha256, s.Id, s.SubmittedByUserId, null))
            .FirstOrDefaultAsync(cancellationToken)
        : await database.ReportsFor(current.RequiredTenant).AsNoTracking().Where(r => r.PeriodId == periodId && r.Number == shown.Number)
            .Select(r => new StoredReport(r.Snapshot, r.Sha256, r.SubmissionId, r.Submission!.SubmittedByUserId, r.PublishedAt))
            .FirstOrDefaultAsync(cancellationToken);

    private async Task<SigningPanel> SigningAsync(StoredReport stored, ReportAnswers answers, CancellationToken cancellationToken)
    {
        var vote = Vote.Of(current);
        var isWaiting = stored.PublishedAt is null;
        var mayDecide = isWaiting && (current.RequiredTenant.Partnership.LeadMayApprove || !vote.IsAlsoLead)
            && !vote.IsOfSubmitter(stored.SubmittedBy) && !answers.IsSpent(vote);
        return new SigningPanel
        {
            Approvals = answers.Approvals,
            Signers = isWaiting ? [.. answers.Signers, .. await AwaitedAsync(stored, answers, cancellationToken)] : answers.Signers,
            Dissents = answers.Dissents,
            Sha256 = stored.Sha256,
            SealHolds = CanonicalJson.Hash(stored.Snapshot) == stored.Sha256,
            ApprovedByLead = answers.IsApprovedByLead,
            MaySign = mayDecide && MessageAccess.Judge(typeof(ApproveQuarter), current) == Verdict.Allowed,
            MayDelegate = mayDecide && MessageAccess.Judge(typeof(AddDelegation), current) == Verdict.Allowed,
            PublishedAt = stored.PublishedAt is { } at ? DateFormat.Moment(at, clock.LocalTimeZone) : null,
        };
    }

    private async Task<IEnumerable<Signer>> AwaitedAsync(StoredReport stored, ReportAnswers answers, CancellationToken cancellationToken)
    {
        var delegations = database.DelegationsOn(time.Today);
        var officers = await database.Memberships.AsNoTracking().Where(m => m.Role == PartnershipRole.ChiefOfficer)
            .OrderBy(m => m.Capacity).ThenBy(m => m.User!.DisplayName)
            .Select(m => new
            {
                m.UserId,
                m.Capacity,
                Name = m.User!.DisplayName,
                Delegate = delegations.Where(d => d.OfficerUserId == m.UserId).OrderBy(d => d.NamedAt).ThenBy(d => d.Id)
                    .Select(d => new AwaitedDelegate(d.DelegateUserId, d.Delegate!.DisplayName, d.Until)).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return officers.Where(o => !answers.HasDecided(o.UserId)).Select(o => new Signer(
            o.Capacity ?? ApproveQuarter.PlainCapacity,
            o.Name,
            o.UserId == stored.SubmittedBy ? "Submitted it, so cannot approve it" : Awaited(o.UserId, o.Delegate)));
    }

    /// <summary>That a chief officer has not decided, and who can do so for them today.</summary>
    private string Awaited(Guid officer, AwaitedDelegate? stand)
    {
        var me = current.RequiredPerson.UserId;
        var waits = officer == me ? "Waiting for you" : "Not approved yet";
        if (stand is null)
        {
            return waits;
        }

        var until = DateFormat.Full(stand.Until);
        return stand.UserId == me
            ? $"Waiting for you as their delegate until {until}"
            : $"{waits}. {stand.Name} can decide for {(officer == me ? "you" : "them")} until {until}";
    }

    private sealed record AwaitedDelegate(Guid UserId, string Name, DateOnly Until);

    private sealed record StoredReport(byte[] Snapshot, string Sha256, Guid SubmissionId, Guid SubmittedBy, DateTimeOffset? PublishedAt);
}
