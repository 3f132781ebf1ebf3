using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The check page before an approval: what is approved, what is missing from it, and who will read it.</summary>
[Requires(Permission.ApproveQuarter)]
public sealed record PrepareApproval(Guid PeriodId) : IQuery<ApprovalCheck>;

internal sealed class PrepareApprovalHandler(PortalDbContext database, CurrentSession current, PlanClock clock, TimeProvider time)
    : IRequestHandler<PrepareApproval, ApprovalCheck?>
{
    public async Task<ApprovalCheck?> Handle(PrepareApproval query, CancellationToken cancellationToken)
    {
        var pending = await PendingSubmission.OpenAsync(database, query.PeriodId, cancellationToken);
        if (pending is null)
        {
            return null;
        }

        var vote = Vote.Of(current);
        var (period, submission) = (pending.Period, pending.Submission);
        var waiting = pending.IsWaiting ? submission : null;
        var given = waiting is null
            ? null : await ReportAnswers.ReadAsync(database, waiting.Id, clock.LocalTimeZone, isPublished: false, cancellationToken);
        var content = waiting is null
            ? null : new ReportContent(waiting.Snapshot, clock.LocalTimeZone, projectsOpen: true) { Answers = given };
        return new ApprovalCheck
        {
            PeriodId = period.Id,
            Title = period.Title,
            WhyNot = pending.Refusal(current, submission?.Sha256) switch
            {
                Conflict conflict => conflict.Message,
                Invalid invalid => invalid.Errors[0].Message,
                _ => null,
            },
            Content = content,
            Sha256 = waiting?.Sha256,
            Approvals = given?.Approvals ?? 0,
            Quorum = waiting is null ? 0 : pending.Quorum,
            Readers = await ReadersAsync(period.PlanId, cancellationToken),
            StillToSign = waiting is null ? [] : pending.StillToSign,
            SignsFor = await SignsForAsync(vote, cancellationToken),
            Given = given,
            Undecided = submission is null ? [] : await UndecidedAsync(submission, cancellationToken),
            OfficerId = vote.OfficerId,
            DecidesFor = vote.For,
            Answers = [.. (content?.Decisions ?? []).Select(d => new AnswerRow { Number = d.Number })],
        };
    }

    private async Task<SnapshotSigningAgency?> SignsForAsync(Vote vote, CancellationToken cancellationToken) =>
        await PendingSubmission.AgencyOfAsync(database, vote.OfficerId, cancellationToken) is { } agency
            ? new SnapshotSigningAgency(agency.Id, agency.Name) : null;

    private async Task<IReadOnlyList<UndecidedOfficer>> UndecidedAsync(Submission submission, CancellationToken cancellationToken)
    {
        var decided = submission.Approvals.SelectMany(a => new[] { a.UserId, a.ForUserId ?? a.UserId })
            .Append(submission.SubmittedByUserId).ToList();
        var leadMay = current.RequiredTenant.Partnership.LeadMayApprove;
        return await database.Memberships.AsNoTracking()
            .Where(m => m.Role == PartnershipRole.ChiefOfficer && !decided.Contains(m.UserId)
                && !m.User!.IsDisabled && m.User.EmailConfirmed)
            .Where(m => leadMay || !database.Memberships.Any(l => l.UserId == m.UserId && l.Role == PartnershipRole.PartnershipLead))
            .OrderBy(m => m.Capacity).ThenBy(m => m.User!.DisplayName)
            .Select(m => new UndecidedOfficer(
                m.UserId,
                (m.Capacity ?? ApproveQuarter.PlainCapacity) + " (" + m.User!.DisplayName + ")",
                database.Signatories.Where(s => s.UserId == m.UserId).Select(s => (Guid?)s.AgencyId).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }

    private Task<List<string>> ReadersAsync(Guid planId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.ScrutinyGrants.AsNoTracking()
            .Where(g => g.PlanId == planId && g.RevokedAt == null && g.From <= now && (g.Until == null || g.Until > now))
            .Select(g => g.Body!.Name).Distinct().OrderBy(name => name).ToListAsync(cancellationToken);
    }
}
