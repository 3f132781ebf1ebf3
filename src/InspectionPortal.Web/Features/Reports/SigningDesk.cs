using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The quarter with its newest submission, as a chief officer's decision finds it.</summary>
internal sealed class SigningDesk
{
    private SigningDesk(ReportingPeriod period, Submission? submission)
    {
        Period = period;
        Submission = submission;
    }

    public ReportingPeriod Period { get; }

    /// <summary>Null where the quarter was never submitted.</summary>
    public Submission? Submission { get; }

    /// <summary>The number that stands in the signed bytes.</summary>
    public int Quorum => CanonicalJson.Read<SignedQuorum>(Submission!.Snapshot).Quorum;

    /// <summary>
    /// Reads the quarter first and its approvals after, so that whoever then takes the quarter's row unchanged knows of every approval.
    /// </summary>
    public static async Task<SigningDesk?> OpenAsync(PortalDbContext database, Guid periodId, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.FirstOrDefaultAsync(p => p.Id == periodId, cancellationToken);
        if (period is null)
        {
            return null;
        }

        var submission = await database.Submissions.Where(s => s.PeriodId == periodId).Include(s => s.Approvals)
            .OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellationToken);
        return new SigningDesk(period, submission);
    }

    /// <summary>True where the same decision on the same report was taken down before: sending the form twice decides once.</summary>
    public bool HasDecided(Guid user, string? hash, ApprovalDecision decision) =>
        Submission is not null && Submission.Approvals.Exists(a => a.UserId == user && a.Decision == decision && a.Sha256 == hash);

    /// <summary>Why this person cannot decide on that report now; null where they can.</summary>
    public Failure? Refusal(Guid user, string? hash)
    {
        if (Submission is null || Period.State != PeriodState.Submitted || Submission.State != SubmissionState.WithChiefOfficers)
        {
            return new Conflict(QuarterState.Explain(Period.State));
        }

        if (Submission.Sha256 != hash)
        {
            return new Conflict("The quarter was submitted again since you opened the report, so nothing was signed. Below is the newest; read it, then decide.");
        }

        if (Submission.SubmittedByUserId == user)
        {
            return Failure.Field(string.Empty, "You submitted this quarter, so another chief officer has to decide on it.");
        }

        return Submission.Approvals.Exists(a => a.UserId == user)
            ? Failure.Field(string.Empty, "You have already signed this report. Ask another chief officer if it has to go back.")
            : null;
    }

    public Approval Decision(CurrentSession current, ApprovalDecision decision, string? comment, DateTimeOffset at)
    {
        var approval = new Approval
        {
            SubmissionId = Submission!.Id,
            UserId = current.RequiredPerson.UserId,
            Decision = decision,
            Comment = comment,
            At = at,
            Capacity = current.RequiredTenant.Membership?.Capacity ?? ApproveQuarter.PlainCapacity,
            Sha256 = Submission.Sha256,
        };
        Submission.Approvals.Add(approval);
        return approval;
    }

    private sealed record SignedQuorum(int Quorum);
}
