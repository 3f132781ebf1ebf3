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

    /// <summary>Comments on single projects.</summary>
    public List<ReturnCommentRow> Comments { get; set; } = [];

    /// <summary>Set by the button that asks for another row and sends nothing.</summary>
    public string? More { get; set; }

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
        RuleFor(c => c.Comments).Must(rows => rows.Count(r => !r.IsBlank) <= ReturnComment.Maximum)
            .WithMessage($"Comment on {ReturnComment.Maximum} items or fewer");
        RuleForEach(c => c.Comments).Where(r => !r.IsBlank).ChildRules(row =>
        {
            row.RuleFor(r => r.ProjectId).NotNull().WithMessage("Choose the item that you comment on");
            row.RuleFor(r => r.Text).Required("Enter what has to change, or choose no item").MaxLength(ReturnComment.TextMaxLength);
        });
    }
}

internal sealed class ReturnQuarterHandler(
    PortalDbContext database, CurrentSession current, ReportNotifications notifications, TimeProvider time)
    : IRequestHandler<ReturnQuarter, Result<QuarterDecided>>
{
    public async Task<Result<QuarterDecided>> Handle(ReturnQuarter command, CancellationToken cancellationToken)
    {
        var desk = await PendingSubmission.OpenAsync(database, command.PeriodId, cancellationToken);
        if (desk is null)
        {
            return new Missing();
        }

        if (desk.HasDecided(Vote.Of(current), command.Sha256, ApprovalDecision.Return))
        {
            return new QuarterDecided(command.PeriodId, IsPublished: false, desk.IsCorrection);
        }

        if (desk.Refusal(current, command.Sha256) is { } refusal)
        {
            return refusal;
        }

        if (!await database.TakeAsync(desk.Period, cancellationToken))
        {
            return desk.AtTheSameMoment;
        }

        var decision = desk.Decision(current, ApprovalDecision.Return, command.Comment, time.GetUtcNow());
        if (await CommentAsync(decision, desk.Period.PlanId, command.Comments, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        database.Add(decision);
        desk.Return();
        await QuarterStatements.ReturnAsync(database, desk.Period.Id, cancellationToken);
        await notifications.ReturnedAsync(desk.Period, Signed(decision), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return new QuarterDecided(command.PeriodId, IsPublished: false, desk.IsCorrection);
    }

    private string Signed(Approval decision) => DelegationText.Signature(
        current.RequiredPerson.DisplayName, Vote.Of(current).Delegation?.OfficerName, decision.DelegateUntil) ?? string.Empty;

    private async Task<Failure?> CommentAsync(
        Approval decision, Guid planId, IReadOnlyList<ReturnCommentRow> rows, CancellationToken cancellationToken)
    {
        var given = rows.Where(r => !r.IsBlank).ToList();
        var ids = given.Select(r => r.ProjectId.GetValueOrDefault()).Distinct().ToList();
        var known = ids.Count == 0 ? 0
            : await database.Projects.CountAsync(p => ids.Contains(p.Id) && p.PlanId == planId, cancellationToken);
        if (known != ids.Count)
        {
            return Failure.Field(nameof(ReturnQuarter.Comments),
                "An item that you comment on is no longer in the plan. Say it in the first box.");
        }

        decision.ItemComments.AddRange(given.Select((r, i) => new ReturnComment
        {
            ApprovalId = decision.Id,
            ProjectId = r.ProjectId.GetValueOrDefault(),
            Position = i,
            Text = (r.Text ?? string.Empty).Trim(),
        }));
        return null;
    }
}
