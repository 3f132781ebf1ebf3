using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A chief officer signs the report they saw, by its hash. The last approval that the quorum needs publishes those bytes.</summary>
[Requires(Permission.ApproveQuarter)]
public sealed class ApproveQuarter : ICommand<QuarterDecided>
{
    /// <summary>What someone signs as who has no post.</summary>
    public const string PlainCapacity = "Chief officer";

    /// <summary>Hash of the report on the page that was signed.</summary>
    public string? Sha256 { get; set; }

    /// <summary>From the address, never bound.</summary>
    [BindNever]
    public Guid PeriodId { get; set; }
}

/// <summary>True where this decision published the report.</summary>
public sealed record QuarterDecided(Guid PeriodId, bool IsPublished);

internal sealed class ApproveQuarterValidator : AbstractValidator<ApproveQuarter>
{
    public ApproveQuarterValidator() => RuleFor(c => c.Sha256).NotEmpty().OverridePropertyName(string.Empty)
        .WithMessage("The form did not say which report you read. Read the report below, then approve it.");
}

internal sealed class ApproveQuarterHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<ApproveQuarter, Result<QuarterDecided>>
{
    public async Task<Result<QuarterDecided>> Handle(ApproveQuarter command, CancellationToken cancellationToken)
    {
        var me = current.RequiredPerson.UserId;
        var desk = await SigningDesk.OpenAsync(database, command.PeriodId, cancellationToken);
        if (desk is null)
        {
            return new Missing();
        }

        if (desk.HasDecided(me, command.Sha256, ApprovalDecision.Approve))
        {
            return new QuarterDecided(command.PeriodId, desk.Period.State == PeriodState.Approved);
        }

        if (desk.Refusal(me, command.Sha256) is { } refusal)
        {
            return refusal;
        }

        if (!await database.TakeAsync(desk.Period, cancellationToken))
        {
            return new Conflict(QuarterState.AtTheSameMoment);
        }

        var submission = desk.Submission!;
        database.Add(desk.Decision(current, ApprovalDecision.Approve, null, time.GetUtcNow()));
        var isPublished = submission.Approvals.Count(a => a.Decision == ApprovalDecision.Approve) >= desk.Quorum;
        if (isPublished)
        {
            Publish(desk.Period, submission);
        }

        await database.SaveChangesAsync(cancellationToken);
        return new QuarterDecided(command.PeriodId, isPublished);
    }

    private void Publish(ReportingPeriod period, Submission submission)
    {
        period.Become(PeriodState.Approved);
        submission.State = SubmissionState.Published;
        database.Add(new PublishedReport
        {
            PeriodId = period.Id,
            SubmissionId = submission.Id,
            PlanId = period.PlanId,
            Title = period.Title,
            PublishedAt = time.GetUtcNow(),
            Snapshot = submission.Snapshot,
            Sha256 = submission.Sha256,
            ScrutinyEdition = submission.ScrutinyEdition,
        });
    }
}
