using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A chief officer sends the quarter back, with what has to change. One return returns, whoever else approved.</summary>
[Requires(Permission.ApproveQuarter)]
[ConfirmIdentity]
public sealed class ReturnQuarter : ICommand<QuarterDecided>
{
    public string? Sha256 { get; set; }

    public string? Comment { get; set; }

    /// <summary>From the address, never bound.</summary>
    [BindNever]
    public Guid PeriodId { get; set; }
}

internal sealed class ReturnQuarterValidator : AbstractValidator<ReturnQuarter>
{
    public ReturnQuarterValidator()
    {
        RuleFor(c => c.Sha256).NotEmpty().OverridePropertyName(string.Empty)
            .WithMessage("Something was missing from the form. Check the report, then return it.");
        RuleFor(c => c.Comment).NotEmpty().WithMessage("Enter what the partnership lead needs to change")
            .MaxLength(Approval.CommentMaxLength);
    }
}

internal sealed class ReturnQuarterHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<ReturnQuarter, Result<QuarterDecided>>
{
    public async Task<Result<QuarterDecided>> Handle(ReturnQuarter command, CancellationToken cancellationToken)
    {
        var me = current.RequiredPerson.UserId;
        var desk = await PendingSubmission.OpenAsync(database, command.PeriodId, cancellationToken);
        if (desk is null)
        {
            return new Missing();
        }

        if (desk.HasDecided(me, command.Sha256, ApprovalDecision.Return))
        {
            return new QuarterDecided(command.PeriodId, IsPublished: false);
        }

        if (desk.Refusal(current, command.Sha256) is { } refusal)
        {
            return refusal;
        }

        if (!await database.TakeAsync(desk.Period, cancellationToken))
        {
            return new Conflict(QuarterLock.AtTheSameMoment);
        }

        database.Add(desk.Decision(current, ApprovalDecision.Return, command.Comment, time.GetUtcNow()));
        desk.Submission!.State = SubmissionState.Returned;
        if (desk.Period.State == PeriodState.Submitted)
        {
            // A correction that is returned leaves the period approved and the published report as it is.
            desk.Period.Become(PeriodState.WithLead);
        }

        await database.SaveChangesAsync(cancellationToken);
        return new QuarterDecided(command.PeriodId, IsPublished: false);
    }
}
