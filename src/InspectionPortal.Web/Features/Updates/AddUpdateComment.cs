using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Notifications;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>
/// A member comments on an update. Those who wrote it, those who commented before, and members who are named with "@" are told by
/// e-mail, without the words of the comment.
/// </summary>
[Requires(Permission.WriteUpdates)]
public sealed class AddUpdateComment : ICommand<CommentAdded>
{
    [BindNever]
    public Guid UpdateId { get; set; }

    /// <summary>Made with the form: one that is sent twice adds one comment.</summary>
    public Guid CommentId { get; set; } = Guid.CreateVersion7();

    public string? CommentText { get; set; }
}

internal sealed class AddUpdateCommentValidator : AbstractValidator<AddUpdateComment>
{
    public AddUpdateCommentValidator() =>
        RuleFor(c => c.CommentText).NotEmpty().WithMessage("Enter a comment").MaxLength(UpdateComment.TextMaxLength);
}

internal sealed class AddUpdateCommentHandler(PortalDbContext database, CurrentSession current, Notifier notifier, TimeProvider time)
    : IRequestHandler<AddUpdateComment, Result<CommentAdded>>
{
    public async Task<Result<CommentAdded>> Handle(AddUpdateComment command, CancellationToken cancellationToken)
    {
        var update = await database.ProgressUpdates.Include(u => u.Period).Include(u => u.Project)
            .FirstOrDefaultAsync(u => u.Id == command.UpdateId, cancellationToken);
        if (update is not { Project: { } project, Period: { } period })
        {
            return new Missing();
        }

        var members = await database.Memberships.Where(m => m.Role != PartnershipRole.Reader && !m.User!.IsDisabled)
            .Select(m => new { m.UserId, m.User!.DisplayName }).Distinct().ToListAsync(cancellationToken);
        var text = command.CommentText ?? string.Empty;
        var named = members.Where(m => UpdateMentions.Names(text, m.DisplayName)).ToList();
        if (!await database.WasAddedAsync<UpdateComment>(command.CommentId, cancellationToken))
        {
            database.Add(new UpdateComment
            {
                Id = command.CommentId,
                UpdateId = update.Id,
                ByUserId = current.RequiredPerson.UserId,
                Text = text,
                At = time.GetUtcNow(),
            });
            await TellAsync(
                update, $"the update of {project.Number} for {period.Title}", [.. named.Select(m => m.UserId)],
                [.. members.Select(m => m.UserId)], cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
        }

        return new CommentAdded([.. named.Where(m => m.UserId != current.RequiredPerson.UserId).Select(m => m.DisplayName)]);
    }

    private async Task TellAsync(
        ProgressUpdate update, string about, List<Guid> named, List<Guid> members, CancellationToken cancellationToken)
    {
        var others = await database.UpdateComments.Where(c => c.UpdateId == update.Id).Select(c => c.ByUserId).Distinct()
            .ToListAsync(cancellationToken);
        if (update.SubmittedByUserId is { } writer)
        {
            others.Add(writer);
        }

        var (me, path) = (current.RequiredPerson.DisplayName, $"/updates/{update.Id}/comments");
        notifier.Tell(named, NotificationKind.Mention, $"{me} mentioned you in a comment on {about}.", path);
        notifier.Tell(others.Except(named).Intersect(members), NotificationKind.Comment, $"{me} commented on {about}.", path);
    }
}
