using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>
/// Keeps what somebody is typing into an update, without saving the update. Nothing is checked but that they may write it; what is
/// wrong is said when they save or submit.
/// </summary>
/// <param name="Typed">The form as it stands. Its version is that of the update when they began.</param>
/// <param name="KeptVersion">The version of what was kept before, as this form knows it; null where it knows of none.</param>
[Requires(Permission.WriteUpdates)]
public sealed record AutosaveUpdate(WriteUpdate Typed, uint? KeptVersion) : ICommand<UpdateAutosaved>;

internal sealed class AutosaveUpdateHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<AutosaveUpdate, Result<UpdateAutosaved>>
{
    public async Task<Result<UpdateAutosaved>> Handle(AutosaveUpdate command, CancellationToken cancellationToken)
    {
        var typed = command.Typed;
        var found = await UpdateTarget.FindAsync(database, current, time.GetUtcNow(), (typed.ProjectId, typed.PeriodId), cancellationToken);
        if (found.Value is not { } target)
        {
            return found.Failure ?? new Missing();
        }

        var refusal = UpdateRules.ClosedBecause(target.Period.Title, target.Period.State, target.IsLead)
            ?? UpdateRules.WhyLocked(target.Update, UpdateIntent.Submit);
        if (refusal is not null)
        {
            return Failure.Field(string.Empty, refusal);
        }

        var content = AutosavedContent.Write(typed);
        if (content.Length > AutosavedUpdate.ContentMaxLength)
        {
            return Failure.Field(string.Empty, "There is too much text to keep. Shorten it, then save");
        }

        var kept = await AutosavedContent.Of(database, current, typed.PeriodId, typed.ProjectId).FirstOrDefaultAsync(cancellationToken);
        return kept?.Version == command.KeptVersion
            ? await KeepAsync(target, kept, content, typed.Version, cancellationToken)
            : kept is not null && string.Equals(kept.Content, content, StringComparison.Ordinal) ? Answer(kept)
            : new Conflict(kept is null
                ? "This text was saved or discarded in another tab. Reload the page to go on."
                : $"You have newer text for this item in another tab or on another device, kept at {Time(kept)}. "
                    + "Reload the page to see it.");
    }

    private async Task<Result<UpdateAutosaved>> KeepAsync(
        UpdateTarget target, AutosavedUpdate? kept, string content, uint? baseVersion, CancellationToken cancellationToken)
    {
        if (kept is null)
        {
            kept = new AutosavedUpdate
            {
                PeriodId = target.Period.Id,
                ProjectId = target.Project.Id,
                UserId = current.RequiredPerson.UserId,
                BaseVersion = baseVersion,
                Content = content,
            };
            database.Add(kept);
        }

        (kept.Content, kept.SavedAt) = (content, time.GetUtcNow());
        await database.SaveChangesAsync(cancellationToken);
        return Answer(kept);
    }

    private UpdateAutosaved Answer(AutosavedUpdate kept) => new(kept.Version, Time(kept));

    private string Time(AutosavedUpdate kept) => DateFormat.Time(kept.SavedAt, current.RequiredTenant.Partnership.TimeZone);
}
