using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Approvers;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// A chief officer records that they do not agree with the report they saw, with their words. It is not an approval and does not
/// return the quarter; the report keeps it.
/// </summary>
[Requires(Permission.ApproveQuarter)]
[ConfirmIdentity]
public sealed class DissentFromQuarter : ICommand<QuarterDecided>
{
    /// <summary>Hash of the report on the page.</summary>
    public string? Sha256 { get; set; }

    public string? Comment { get; set; }

    public List<AnswerRow> Answers { get; set; } = [];

    /// <summary>From the address, never bound.</summary>
    [BindNever]
    public Guid PeriodId { get; set; }
}

internal sealed class DissentFromQuarterValidator : AbstractValidator<DissentFromQuarter>
{
    public DissentFromQuarterValidator()
    {
        RuleFor(c => c.Sha256).NotEmpty().OverridePropertyName(string.Empty)
            .WithMessage("Something was missing from the form. Check this page, then send it again.");
        RuleFor(c => c.Comment).NotEmpty().WithMessage("Enter what you do not agree with").MaxLength(Approval.CommentMaxLength);
        RuleForEach(c => c.Answers).SetValidator(new AnswerRules());
    }
}

internal sealed class DissentFromQuarterHandler(
    PortalDbContext database, CurrentSession current, ApproverNotices notices, TimeProvider time)
    : IRequestHandler<DissentFromQuarter, Result<QuarterDecided>>
{
    public async Task<Result<QuarterDecided>> Handle(DissentFromQuarter command, CancellationToken cancellationToken)
    {
        var pending = await PendingSubmission.OpenAsync(database, command.PeriodId, cancellationToken);
        if (pending is null)
        {
            return new Missing();
        }

        if (pending.HasDecided(Vote.Of(current), command.Sha256, ApprovalDecision.Dissent))
        {
            return new QuarterDecided(command.PeriodId, IsPublished: false, pending.IsCorrection);
        }

        if (pending.Refusal(current, command.Sha256) is { } refusal)
        {
            return refusal;
        }

        if (!await database.TakeAsync(pending.Period, cancellationToken))
        {
            return pending.AtTheSameMoment;
        }

        var dissent = pending.Decision(current, ApprovalDecision.Dissent, command.Comment, time.GetUtcNow());
        if (pending.Answer(dissent, command.Answers) is { } wrong)
        {
            return wrong;
        }

        database.Add(dissent);
        await notices.DissentedAsync(pending.Notice(dissent, current), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return new QuarterDecided(command.PeriodId, IsPublished: false, pending.IsCorrection);
    }
}
