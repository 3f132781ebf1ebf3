using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
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
/// Someone says how a project stands in a quarter. A draft is only held to kinds and lengths; what is submitted must be whole.
/// There is one update for each project and quarter: whoever starts second meets the first one's words.
/// </summary>
[Requires(Permission.WriteUpdates)]
public sealed class WriteUpdate : ICommand<UpdateSaved>
{
    [BindNever]
    public Guid ProjectId { get; set; }

    public Guid? PeriodId { get; set; }

    /// <summary>The version that was open in the form; null where nothing had been saved.</summary>
    public uint? Version { get; set; }

    public UpdateIntent Intent { get; set; }

    /// <summary>True where the form stands on "My updates", to come back there.</summary>
    public bool FromMine { get; set; }

    /// <summary>The item of "My updates" to open after saving; null to come back to this one.</summary>
    public Guid? Then { get; set; }

    public bool NoChange { get; set; }

    /// <summary>Code of the rating proposed, "not-rated", or null where nothing is chosen yet.</summary>
    public string? Rag { get; set; }

    public string? NotRatedReason { get; set; }
    public ProjectStatus? Status { get; set; }
    public string? StatusReason { get; set; }
    public string? Forecast { get; set; }
    public string? SlipReason { get; set; }
    public string? HelpNeeded { get; set; }
    public List<UpdateEntryInput> Entries { get; set; } = [];

    /// <summary>This period's figures, one field for each measure of the project that is counted.</summary>
    public List<UpdateFigureInput> Figures { get; set; } = [];

    /// <summary>The blocks of the form in which something was said.</summary>
    internal IReadOnlyList<UpdateEntryInput> Said => [.. Entries.Where(e => !e.SaysNothing)];
}

internal sealed class WriteUpdateValidator : AbstractValidator<WriteUpdate>
{
    public const int MostEntries = 20;
    public const int MostFigures = 100;

    public WriteUpdateValidator(CurrentSession current)
    {
        RuleFor(c => c.PeriodId).NotNull().WithMessage("Choose a period");
        RuleFor(c => c.Rag)
            .Must(code => code is null || UpdateRules.IsRating(code, current.RequiredTenant.Partnership.RagKey))
            .WithMessage("Choose one of the ratings, or Not rated");
        Length(nameof(WriteUpdate.NotRatedReason), c => c.NotRatedReason, ProgressUpdate.ReasonMaxLength);
        Length(nameof(WriteUpdate.StatusReason), c => c.StatusReason, ProgressUpdate.ReasonMaxLength);
        Length(nameof(WriteUpdate.SlipReason), c => c.SlipReason, ProgressUpdate.ReasonMaxLength);
        Length(nameof(WriteUpdate.Forecast), c => c.Forecast, Deadline.TextMaxLength);
        Length(nameof(WriteUpdate.HelpNeeded), c => c.HelpNeeded, ProgressUpdate.TextMaxLength);
        RuleFor(c => c.Entries).Must(e => e.Count <= MostEntries).WithMessage($"Enter {MostEntries} agencies or fewer");
        RuleFor(c => c.Figures).Must(f => f.Count <= MostFigures).WithMessage($"Enter {MostFigures} figures or fewer");
        RuleForEach(c => c.Entries).ChildRules(entry =>
        {
            entry.RuleFor(e => e.Text).MaxLength(UpdateEntry.TextMaxLength);
            entry.RuleFor(e => e.DateText).MaxLength(UpdateEntry.DateTextMaxLength);
        });
    }

    private void Length(string name, System.Linq.Expressions.Expression<Func<WriteUpdate, string?>> field, int most) =>
        RuleFor(field).MaxLength(most).OverridePropertyName(name);
}

internal sealed class WriteUpdateHandler(
    PortalDbContext database, CurrentSession current, PlanClock clock, Notifier notifier, EvidenceWanted evidence, TimeProvider time)
    : IRequestHandler<WriteUpdate, Result<UpdateSaved>>
{
    public async Task<Result<UpdateSaved>> Handle(WriteUpdate command, CancellationToken cancellationToken)
    {
        var found = await UpdateTarget.FindAsync(
            database, current, time.GetUtcNow(), (command.ProjectId, command.PeriodId), cancellationToken);
        if (found.Failure is not null || found.Value is not { } target)
        {
            return found.Failure ?? new Missing();
        }

        var (project, period, update, isLead) = target;
        ApplyDefaults(command, project);
        if (command.Then is not null && update is null && UpdateContent.IsUntouched(command, project))
        {
            return new UpdateSaved(null, isLead);
        }

        if (update is not null && UpdateContent.Same(update, command))
        {
            await ForgetAutosaveAsync(command, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
            return Saved(update);
        }

        var refusal = UpdateRules.ClosedBecause(period.Title, period.State, isLead) ?? UpdateRules.WhyLocked(update, command.Intent);
        if (refusal is not null)
        {
            return Failure.Field(string.Empty, refusal);
        }

        if (update?.Version != command.Version)
        {
            return new Conflict();
        }

        var errors = await ErrorsAsync(command, project, isLead, cancellationToken);
        var figures = await UpdateFigures.ReadAsync(database, command, period, clock.Today, cancellationToken);
        errors.AddRange(figures.Errors);
        return errors.Count > 0 ? new Invalid(errors) : await SaveAsync(command, update, figures.Given, period.Id, cancellationToken);
    }

    /// <summary>No change means the rating accepted last, unless another is chosen.</summary>
    private static void ApplyDefaults(WriteUpdate command, ImprovementProject project)
    {
        if (command.Intent != UpdateIntent.Submit)
        {
            command.Status ??= project.Status;
        }
        else if (command.NoChange)
        {
            command.Rag ??= project.Rag;
        }
    }

    private async Task<List<FieldError>> ErrorsAsync(
        WriteUpdate command, ImprovementProject project, bool isLead, CancellationToken cancellationToken)
    {
        var errors = command.Intent == UpdateIntent.Submit ? UpdateRules.Validate(command, project.Deadline, project.Forecast, clock.Today)
            : [];
        if (command is { NoChange: true, Intent: UpdateIntent.Submit } && !await HasEarlierAsync(command, cancellationToken))
        {
            errors.Add(new FieldError("Entries[0].Text", "Enter what has changed. There is no earlier update of this item"));
        }

        if (command.Status == ProjectStatus.DoneAndEvidenced && !isLead && project.Status != ProjectStatus.DoneAndEvidenced)
        {
            errors.Add(new FieldError(
                nameof(WriteUpdate.Status), "Choose “Done, awaiting evidence”. The partnership lead decides when it is evidenced"));
        }

        var agencies = command.Said.Select(e => e.AgencyId).OfType<Guid>().ToList();
        var measures = command.Said.Select(e => e.MeasureId).OfType<Guid>().ToList();
        var knownAgencies = agencies.Count == 0 ? [] : await database.Agencies.Where(a => agencies.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken);
        var knownMeasures = measures.Count == 0 ? [] : await database.Measures.Where(m => measures.Contains(m.Id) && m.ProjectId == project.Id).Select(m => m.Id).ToListAsync(cancellationToken);
        for (var i = 0; i < command.Entries.Count; i++)
        {
            if (!command.Entries[i].SaysNothing && command.Entries[i].AgencyId is { } agency && !knownAgencies.Contains(agency))
            {
                errors.Add(new FieldError($"Entries[{i}].AgencyId", "Choose an agency from the list"));
            }

            if (command.Entries[i].MeasureId is { } measure && !knownMeasures.Contains(measure))
            {
                errors.Add(new FieldError($"Entries[{i}].MeasureId", "Choose one of this project’s measures"));
            }
        }

        return errors;
    }

    /// <summary>"No change" needs something that has not changed: an accepted update, or what the plan said before the portal.</summary>
    private async Task<bool> HasEarlierAsync(WriteUpdate command, CancellationToken cancellationToken) =>
        await database.ProgressUpdates.AnyAsync(
            u => u.ProjectId == command.ProjectId && u.PeriodId != command.PeriodId && u.State == UpdateState.Accepted, cancellationToken)
        || await database.UpdateEntries.AnyAsync(e => e.ProjectId == command.ProjectId && e.BeforePortal, cancellationToken);

    private async Task<Result<UpdateSaved>> SaveAsync(
        WriteUpdate command, ProgressUpdate? update, IReadOnlyList<UpdateFigure> figures, Guid periodId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var me = current.RequiredPerson.UserId;
        if (update is null)
        {
            update = new ProgressUpdate { PeriodId = periodId, ProjectId = command.ProjectId };
            database.Add(update);
        }

        UpdateContent.Copy(command, update);
        foreach (var added in UpdateContent.CopyEntries(command, update, me, entry => database.Remove(entry)))
        {
            database.Add(added);
        }

        foreach (var added in UpdateFigures.Copy(figures, update, figure => database.Remove(figure)))
        {
            database.Add(added);
        }

        update.SavedAt = now;
        await ForgetAutosaveAsync(command, cancellationToken);
        if (command.Intent == UpdateIntent.Submit)
        {
            update.State = UpdateState.Submitted;
            update.SubmittedByUserId = me;
            update.SubmittedAt = now;
            await TellLeadsAsync(update, cancellationToken);
            await evidence.TellAsync(update, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        return Saved(update);
    }

    private async Task TellLeadsAsync(ProgressUpdate update, CancellationToken cancellationToken)
    {
        var leads = await database.Memberships.Where(m => m.Role == PartnershipRole.PartnershipLead).Select(m => m.UserId)
            .ToListAsync(cancellationToken);
        var number = await database.Projects.Where(p => p.Id == update.ProjectId).Select(p => p.Number).FirstAsync(cancellationToken);
        notifier.Tell(
            leads, NotificationKind.UpdateSubmitted,
                $"{current.RequiredPerson.DisplayName} submitted the update of {number}.", $"/updates/{update.Id}/review");
    }

    /// <summary>What was typed is in the update now.</summary>
    private async Task ForgetAutosaveAsync(WriteUpdate command, CancellationToken cancellationToken)
    {
        if (await AutosavedContent.Of(database, current, command.PeriodId, command.ProjectId)
            .FirstOrDefaultAsync(cancellationToken) is { } kept)
        {
            database.Remove(kept);
        }
    }

    private UpdateSaved Saved(ProgressUpdate update) => new(update.Id, current.RequiredTenant.Has(Permission.AcceptUpdates));
}
