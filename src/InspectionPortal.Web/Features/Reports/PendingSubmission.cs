using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Approvers;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The quarter with its newest submission, as a chief officer's decision finds it.</summary>
internal sealed class PendingSubmission
{
    private SealedRules? _rules;

    private PendingSubmission(ReportingPeriod period, Submission? submission)
    {
        Period = period;
        Submission = submission;
    }

    public ReportingPeriod Period { get; }

    /// <summary>Null where the quarter was never submitted.</summary>
    public Submission? Submission { get; }

    /// <summary>True where the newest submission awaits a decision: of the quarter, or of a correction to its published report.</summary>
    public bool IsWaiting => Submission is { State: SubmissionState.WithChiefOfficers } pending
        && (Period.State == PeriodState.Submitted || (Period.State == PeriodState.Approved && pending.CorrectionReason is not null));

    /// <summary>True where the newest submission corrects a published report.</summary>
    public bool IsCorrection => Submission?.CorrectionReason is not null;

    /// <summary>What somebody reads whose decision came in at the same time as another.</summary>
    public Conflict AtTheSameMoment => new(IsCorrection ? QuarterLock.CorrectionAtTheSameMoment : QuarterLock.AtTheSameMoment);

    /// <summary>The number that stands in the signed bytes.</summary>
    public int Quorum => Rules.Quorum;

    /// <summary>Agencies that must have signed and have not.</summary>
    public IReadOnlyList<SnapshotSigningAgency> StillToSign => [.. (Rules.MustSign ?? []).Where(a => !RequiredSubmission.Approvals.Exists(
        p => p.Decision == ApprovalDecision.Approve && p.AgencyId == a.Id))];

    /// <summary>True where enough chief officers approved it, and each agency that must sign is among them.</summary>
    public bool IsComplete =>
        RequiredSubmission.Approvals.Count(a => a.Decision == ApprovalDecision.Approve) >= Quorum && StillToSign.Count == 0;

    /// <summary>The agency that a chief officer signs for now; null for none.</summary>
    public static Task<Agency?> AgencyOfAsync(PortalDbContext database, Guid user, CancellationToken cancellationToken) =>
        database.Signatories.AsNoTracking().Where(s => s.UserId == user).Select(s => s.Agency).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The number of approvals that is sealed with a report.</summary>
    public static int QuorumOf(byte[] snapshot) => CanonicalJson.Read<SealedRules>(snapshot).Quorum;

    /// <summary>
    /// Reads the quarter first and its approvals after, so that whoever then takes the quarter's row unchanged knows of every approval.
    /// </summary>
    public static async Task<PendingSubmission?> OpenAsync(PortalDbContext database, Guid periodId, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.FirstOrDefaultAsync(p => p.Id == periodId, cancellationToken);
        if (period is null)
        {
            return null;
        }

        var submission = await database.Submissions.Where(s => s.PeriodId == periodId).Include(s => s.Approvals)
            .OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellationToken);
        return new PendingSubmission(period, submission);
    }

    /// <summary>True where the same decision on the same report was taken down before: sending the form twice decides once.</summary>
    public bool HasDecided(Vote vote, string? hash, ApprovalDecision decision) => Submission is not null
        && Submission.Approvals.Exists(a => a.UserId == vote.PersonId && a.Decision == decision && a.Sha256 == hash);

    /// <summary>Why this person cannot decide on that report now; null where they can.</summary>
    public Failure? Refusal(CurrentSession current, string? hash)
    {
        var vote = Vote.Of(current);
        if (Submission is null || !IsWaiting)
        {
            return new Conflict(PendingMessages.NotWaiting(Period.State, Submission));
        }

        if (Submission.Sha256 != hash)
        {
            return new Conflict(PendingMessages.Newer(IsCorrection));
        }

        if (vote.IsOfSubmitter(Submission.SubmittedByUserId))
        {
            return Failure.Field(string.Empty, PendingMessages.OwnSubmission(vote, Submission.SubmittedByUserId, IsCorrection));
        }

        if (vote.IsAlsoLead && !current.RequiredTenant.Partnership.LeadMayApprove)
        {
            return Failure.Field(string.Empty, PendingMessages.AlsoLead(vote, IsCorrection));
        }

        return Submission.Approvals.Find(a => vote.IsSpentBy(a.UserId, a.ForUserId)) is { } earlier
            ? Failure.Field(string.Empty, PendingMessages.Decided(vote, earlier, IsCorrection)) : null;
    }

    public Approval Decision(CurrentSession current, ApprovalDecision decision, string? comment, DateTimeOffset at)
    {
        var vote = Vote.Of(current);
        var approval = new Approval
        {
            SubmissionId = RequiredSubmission.Id,
            UserId = vote.PersonId,
            ForUserId = vote.Delegation?.OfficerId,
            DelegateUntil = vote.Delegation?.Until,
            Decision = decision,
            Comment = comment,
            At = at,
            Capacity = vote.Capacity,
            IsAlsoLead = vote.IsAlsoLead,
            Sha256 = RequiredSubmission.Sha256,
        };
        RequiredSubmission.Approvals.Add(approval);
        return approval;
    }

    /// <summary>Writes the answers to the decisions sought with a decision; returns why they cannot be, or null.</summary>
    public Failure? Answer(Approval approval, IReadOnlyList<AnswerRow> answers)
    {
        var given = answers.Where(a => a.Answer is not null).ToList();
        var sought = new ReportContent(RequiredSubmission.Snapshot, TimeZoneInfo.Utc, projectsOpen: false)
            .Decisions.Select(d => d.Number).ToHashSet();
        if (given.Exists(a => !sought.Contains(a.Number)) || given.DistinctBy(a => a.Number).Count() != given.Count)
        {
            return Failure.Field(string.Empty,
                "The decisions on the form are not those of this report. Check the page, then send it again.");
        }

        approval.Records.AddRange(given.OrderBy(a => a.Number).Select(a => new DecisionRecord
        {
            ApprovalId = approval.Id,
            Number = a.Number,
            Answer = a.Answer.GetValueOrDefault(),
            Comment = string.IsNullOrWhiteSpace(a.Comment) ? null : a.Comment.Trim(),
        }));
        return null;
    }

    /// <summary>
    /// Marks the submission as returned, and gives the quarter back to the partnership lead. A correction that is returned leaves the
    /// period approved and the published report as it is.
    /// </summary>
    public void Return()
    {
        RequiredSubmission.State = SubmissionState.Returned;
        if (Period.State == PeriodState.Submitted)
        {
            Period.Become(PeriodState.WithLead);
        }
    }

    /// <summary>The decision for the e-mail about it.</summary>
    public ApprovalNotice Notice(Approval approval, CurrentSession current) => new()
    {
        PeriodId = Period.Id,
        Quarter = Period.Title,
        ById = approval.UserId,
        IsByDelegate = approval.ForUserId is not null,
        Who = $"{current.RequiredPerson.DisplayName}, {Vote.Of(current).For ?? approval.Capacity},",
        Approvals = RequiredSubmission.Approvals.Count(a => a.Decision == ApprovalDecision.Approve),
        Quorum = Quorum,
        IsPublished = IsComplete,
        IsCorrection = IsCorrection,
        StillToSign = [.. StillToSign.Select(a => a.Name)],
    };

    private Submission RequiredSubmission => Submission ?? throw new InvalidOperationException("The quarter was never submitted.");

    /// <summary>What is sealed with the submission about approving it; read once, for the bytes are long.</summary>
    private SealedRules Rules => _rules ??= CanonicalJson.Read<SealedRules>(RequiredSubmission.Snapshot);

    private sealed record SealedRules(int Quorum, IReadOnlyList<SnapshotSigningAgency>? MustSign = null);
}
