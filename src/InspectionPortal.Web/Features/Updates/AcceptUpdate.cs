using System.Globalization;
using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
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
/// The partnership lead accepts an update, with its rating or another; both are kept. The project then stands as accepted:
/// rating, status and forecast. The deadline in the plan is never changed by an update: where the forecast is later, the slip
/// and its reason are written down once, beside the deadline that stays.
/// </summary>
[Requires(Permission.AcceptUpdates)]
public sealed class AcceptUpdate : ICommand<UpdateReviewed>
{
    [BindNever]
    public Guid UpdateId { get; set; }

    public uint? Version { get; set; }

    /// <summary>The rating as accepted; null takes the one proposed.</summary>
    public string? Rag { get; set; }

    public string? RagChangedReason { get; set; }

    /// <summary>Marks work that is "done, awaiting evidence" as done and evidenced.</summary>
    public bool Evidenced { get; set; }

    /// <summary>Accepts as proposed the update and version that a list names as "id:version"; null where that names none.</summary>
    public static AcceptUpdate? AsProposed(string chosen)
    {
        var parts = chosen.Split(':');
        return parts.Length == 2 && Guid.TryParse(parts[0], out var id)
            && uint.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new AcceptUpdate { UpdateId = id, Version = version }
            : null;
    }
}

internal sealed class AcceptUpdateValidator : AbstractValidator<AcceptUpdate>
{
    public AcceptUpdateValidator(CurrentSession current)
    {
        RuleFor(c => c.Rag)
            .Must(code => code is null || UpdateRules.IsRating(code, current.RequiredTenant.Partnership.RagKey))
            .WithMessage("Choose one of the ratings, or Not rated");
        RuleFor(c => c.RagChangedReason).MaxLength(ProgressUpdate.ReasonMaxLength);
    }
}

internal sealed class AcceptUpdateHandler(
    PortalDbContext database, CurrentSession current, PlanClock clock, Notifier notifier, EvidenceWanted evidence, TimeProvider time)
    : IRequestHandler<AcceptUpdate, Result<UpdateReviewed>>
{
    public async Task<Result<UpdateReviewed>> Handle(AcceptUpdate command, CancellationToken cancellationToken)
    {
        var update = await database.ProgressUpdates.Include(u => u.Period).Include(u => u.Project).Include(u => u.Figures)
            .FirstOrDefaultAsync(u => u.Id == command.UpdateId, cancellationToken);
        if (update is null)
        {
            return new Missing();
        }

        var rag = command.Rag is null ? update.RagProposed : command.Rag == Rating.NotRated.Code ? null : command.Rag;
        if (update.State == UpdateState.Accepted && update.RagAccepted == rag && update.RagChangedReason == Reason(update, rag, command))
        {
            return await ReviewedAsync(update, cancellationToken);
        }

        if (Refusal(update, command.Version) is { } refusal)
        {
            return refusal;
        }

        if (rag != update.RagProposed && command.RagChangedReason is null)
        {
            return Failure.Field(nameof(AcceptUpdate.RagChangedReason), "Enter why you changed the rating. Both ratings are kept");
        }

        if (command.Evidenced && update.Status == ProjectStatus.DoneAwaitingEvidence)
        {
            update.Status = ProjectStatus.DoneAndEvidenced;
        }

        if (update.Status == ProjectStatus.DoneAndEvidenced && !await database.ProjectsWithEvidence().ContainsAsync(update.ProjectId, cancellationToken))
        {
            return Failure.Field(nameof(AcceptUpdate.Evidenced), "Add evidence to the project first, then choose “Done and evidenced”");
        }

        if (await UpdateFigures.EnterAsync(database, update, current.RequiredPerson.UserId, time.GetUtcNow(), cancellationToken) is { } refused)
        {
            return refused;
        }

        update.State = UpdateState.Accepted;
        update.RagAccepted = rag;
        update.RagChangedReason = Reason(update, rag, command);
        update.ReviewedByUserId = current.RequiredPerson.UserId;
        update.ReviewedAt = time.GetUtcNow();
        await RecordSlipAsync(update, cancellationToken);
        await StandAsAcceptedAsync(update, cancellationToken);
        TellOfAnotherRating(update);
        await evidence.TellAsync(update, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return await ReviewedAsync(update, cancellationToken);
    }

    private async Task<UpdateReviewed> ReviewedAsync(ProgressUpdate update, CancellationToken cancellationToken) =>
        new(update.PeriodId, await WaitingUpdates.AfterAsync(database, update.PeriodId, update.ProjectId, cancellationToken));

    /// <summary>Why it cannot be reviewed now, the same for accepting and for sending back; null where it can.</summary>
    public static Failure? Refusal(ProgressUpdate update, uint? version)
    {
        if (UpdateRules.ClosedBecause(update.Period!.Title, update.Period.State, isLead: true) is { } closed)
        {
            return Failure.Field(string.Empty, closed);
        }

        if (!update.CanBecome(UpdateState.Accepted))
        {
            return new Conflict(update.State switch
            {
                UpdateState.Accepted => "This update is already accepted.",
                UpdateState.SentBack => "This update has been sent back. You can accept it when it is submitted again.",
                _ => "This update is a draft. You can accept it when it is submitted.",
            });
        }

        return update.Version == version ? null : new Conflict("The update was changed while you had it open. Check it again, then decide.");
    }

    private void TellOfAnotherRating(ProgressUpdate update)
    {
        if (update.RagAccepted != update.RagProposed
            && update is { SubmittedByUserId: { } writer, Project: { } project, Period: { } period })
        {
            notifier.Tell(
                [writer], NotificationKind.RatingChanged,
                    $"Your update of {project.Number} for {period.Title} was accepted with another rating.",
                $"/projects/{project.Id}/update?period={period.Id}");
        }
    }

    private static string? Reason(ProgressUpdate update, string? rag, AcceptUpdate command) =>
        rag == update.RagProposed ? null : command.RagChangedReason;

    private async Task RecordSlipAsync(ProgressUpdate update, CancellationToken cancellationToken)
    {
        var (from, to) = (update.Project!.Deadline, update.Forecast);
        if (update.SlipReason is null || to.Equals(update.Project.Forecast) || !UpdateRules.MovesPast(to, from, clock.Today))
        {
            return;
        }

        var slips = await database.DeadlineSlips.AsNoTracking().Where(s => s.ProjectId == update.ProjectId).ToListAsync(cancellationToken);
        if (!slips.Exists(s => s.From.Equals(from) && s.To.Equals(to)))
        {
            database.Add(new DeadlineSlip
            {
                ProjectId = update.ProjectId,
                From = from,
                To = to,
                Reason = update.SlipReason,
                ByUserId = update.SubmittedByUserId ?? current.RequiredPerson.UserId,
                At = time.GetUtcNow(),
            });
        }
    }

    /// <summary>Two periods can run at once: one that ends earlier never overwrites what a later one already said.</summary>
    private async Task StandAsAcceptedAsync(ProgressUpdate update, CancellationToken cancellationToken)
    {
        var isOvertaken = await database.ProgressUpdates.AnyAsync(
            u => u.ProjectId == update.ProjectId && u.Id != update.Id && u.State == UpdateState.Accepted && u.Period!.To > update.Period!.To, cancellationToken);
        if (isOvertaken)
        {
            return;
        }

        var project = update.Project!;
        project.Rag = update.RagAccepted;
        project.RagAcceptedAt = update.ReviewedAt;
        project.RagReason = null;
        project.Status = update.Status;
        project.StatusReason = update.StatusReason;
        project.Forecast = update.Forecast;
    }
}
