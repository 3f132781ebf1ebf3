using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Notifications;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>The partnership lead asks for an update to be said again, and says what is missing.</summary>
[Requires(Permission.AcceptUpdates)]
public sealed class SendBackUpdate : ICommand<UpdateReviewed>
{
    [BindNever]
    public Guid UpdateId { get; set; }

    public uint? Version { get; set; }
    public string? Comment { get; set; }
}

internal sealed class SendBackUpdateValidator : AbstractValidator<SendBackUpdate>
{
    public SendBackUpdateValidator() =>
        RuleFor(c => c.Comment)
            .NotEmpty().WithMessage("Enter what needs to change")
            .MaxLength(ProgressUpdate.TextMaxLength);
}

internal sealed class SendBackUpdateHandler(PortalDbContext database, CurrentSession current, Notifier notifier, TimeProvider time)
    : IRequestHandler<SendBackUpdate, Result<UpdateReviewed>>
{
    public async Task<Result<UpdateReviewed>> Handle(SendBackUpdate command, CancellationToken cancellationToken)
    {
        var update = await database.ProgressUpdates.Include(u => u.Period).Include(u => u.Project)
            .FirstOrDefaultAsync(u => u.Id == command.UpdateId, cancellationToken);
        if (update is null)
        {
            return new Missing();
        }

        if (update.State == UpdateState.SentBack && update.ReviewComment == command.Comment)
        {
            return new UpdateReviewed(update.PeriodId);
        }

        if (AcceptUpdateHandler.Refusal(update, command.Version) is { } refusal)
        {
            return refusal;
        }

        update.State = UpdateState.SentBack;
        update.ReviewComment = command.Comment;
        update.ReviewedByUserId = current.RequiredPerson.UserId;
        update.ReviewedAt = time.GetUtcNow();
        if (update is { SubmittedByUserId: { } writer, Project: { } project, Period: { } period })
        {
            notifier.Tell(
                [writer], NotificationKind.UpdateSentBack,
                    $"Your update of {project.Number} for {period.Title} was sent back, with a comment.",
                $"/projects/{project.Id}/update?period={period.Id}");
        }

        await database.SaveChangesAsync(cancellationToken);
        return new UpdateReviewed(update.PeriodId);
    }
}
