using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Approvers;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// A chief officer, or the delegate of one, signs the report they saw, by its hash. The last approval that the quorum needs publishes
/// those bytes.
/// </summary>
[Requires(Permission.ApproveQuarter)]
[ConfirmIdentity]
public sealed class ApproveQuarter : ICommand<QuarterDecided>
{
    /// <summary>What someone signs as who has no post.</summary>
    public const string PlainCapacity = "Chief officer";

    /// <summary>Hash of the report on the page that was signed.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Answers to the decisions sought.</summary>
    public List<AnswerRow> Answers { get; set; } = [];

    /// <summary>From the address, never bound.</summary>
    [BindNever]
    public Guid PeriodId { get; set; }
}

internal sealed class ApproveQuarterValidator : AbstractValidator<ApproveQuarter>
{
    public ApproveQuarterValidator()
    {
        RuleFor(c => c.Sha256).NotEmpty().OverridePropertyName(string.Empty)
            .WithMessage("Something was missing from the form. Check this page, then approve it.");
        RuleForEach(c => c.Answers).SetValidator(new AnswerRules());
    }
}

internal sealed class ApproveQuarterHandler(
    PortalDbContext database, CurrentSession current, ApproverNotices notices, ReportNotices readers, SecurityLog log, TimeProvider time)
    : IRequestHandler<ApproveQuarter, Result<QuarterDecided>>
{
    public async Task<Result<QuarterDecided>> Handle(ApproveQuarter command, CancellationToken cancellationToken)
    {
        var vote = Vote.Of(current);
        var desk = await PendingSubmission.OpenAsync(database, command.PeriodId, cancellationToken);
        if (desk is null)
        {
            return new Missing();
        }

        if (desk.HasDecided(vote, command.Sha256, ApprovalDecision.Approve))
        {
            return new QuarterDecided(command.PeriodId, desk.Submission?.State == SubmissionState.Published, desk.IsCorrection);
        }

        if (desk.Refusal(current, command.Sha256) is { } refusal)
        {
            return refusal;
        }

        if (!await database.TakeAsync(desk.Period, cancellationToken))
        {
            return desk.AtTheSameMoment;
        }

        var approval = desk.Decision(current, ApprovalDecision.Approve, null, time.GetUtcNow());
        if (await PendingSubmission.AgencyOfAsync(database, vote.OfficerId, cancellationToken) is { } agency)
        {
            (approval.AgencyId, approval.AgencyName) = (agency.Id, agency.Name);
        }

        if (desk.Answer(approval, command.Answers) is { } wrong)
        {
            return wrong;
        }

        database.Add(approval);
        return await FinishAsync(desk, approval, cancellationToken);
    }

    private async Task<Result<QuarterDecided>> FinishAsync(PendingSubmission desk, Approval approval, CancellationToken cancellationToken)
    {
        // Stored before the report is published: after that, the database takes no more approvals and answers of it.
        await database.SaveChangesAsync(cancellationToken);
        var vote = Vote.Of(current);
        var notice = desk.Notice(approval, current);
        if (notice.IsPublished && desk.Submission is { } submission)
        {
            await PublishAsync(desk.Period, submission, cancellationToken);
        }

        await notices.ApprovedAsync(notice, cancellationToken);
        log.Add(
            SecurityEventKind.QuarterApproved, null,
            $"{desk.Period.Id}: {notice.Approvals} of {notice.Quorum}{(approval.IsAlsoLead ? ", by a partnership lead" : "")}"
                + (vote.Delegation is { } delegation ? $", for {delegation.OfficerName}" : string.Empty));
        await database.SaveChangesAsync(cancellationToken);
        return new QuarterDecided(desk.Period.Id, notice.IsPublished, desk.IsCorrection);
    }

    /// <summary>The plan that is agreed or closed by this report goes on to that state.</summary>
    private async Task MovePlanAsync(ReportingPeriod period, CancellationToken cancellationToken)
    {
        if (period.Kind == PeriodKind.Quarter)
        {
            return;
        }

        var plan = await database.Plans.SingleAsync(p => p.Id == period.PlanId, cancellationToken);
        var reports = await database.ReportingPeriods.AnyAsync(p => p.PlanId == plan.Id && p.Kind == PeriodKind.Quarter, cancellationToken);
        var agreed = reports ? PlanState.Active : PlanState.Agreed;
        var next = period.Kind == PeriodKind.Closing ? PlanState.Closed : agreed;
        if (plan.CanBecome(next))
        {
            plan.Become(next, DateFormat.LocalDay(time.GetUtcNow(), current.RequiredTenant.Partnership.TimeZone));
        }
    }

    private async Task PublishAsync(ReportingPeriod period, Submission submission, CancellationToken cancellationToken)
    {
        if (period.State == PeriodState.Submitted)
        {
            period.Become(PeriodState.Approved);
            await MovePlanAsync(period, cancellationToken);
            await QuarterStatements.ApproveAsync(database, period.Id, current.RequiredPerson.UserId, time.GetUtcNow(), cancellationToken);
        }

        submission.State = SubmissionState.Published;
        var last = await database.PublishedReports.Where(r => r.PeriodId == period.Id).MaxAsync(r => (int?)r.Number, cancellationToken);
        var report = new PublishedReport
        {
            PeriodId = period.Id,
            SubmissionId = submission.Id,
            PlanId = period.PlanId,
            Number = (last ?? 0) + 1,
            CorrectionReason = submission.CorrectionReason,
            Title = period.Title,
            PublishedAt = time.GetUtcNow(),
            Snapshot = submission.Snapshot,
            Sha256 = submission.Sha256,
            ScrutinyEdition = submission.ScrutinyEdition,
            IsApprovedByLead = submission.Approvals.Exists(a => a.Decision == ApprovalDecision.Approve && a.IsAlsoLead),
        };
        database.Add(report);
        await readers.PublishedAsync(report, cancellationToken);
    }
}
