using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Features.Undo;

/// <summary>
/// Takes back what a person has just changed or removed in the plan. They can do so for ten minutes, unless somebody has changed the same
/// thing since, and only while they may still make that change.
/// </summary>
/// <param name="EntryId">An entry that the change wrote in the audit.</param>
[Requires(Permission.WriteUpdates)]
public sealed record UndoChange(Guid EntryId) : ICommand<Saved>;

internal sealed class UndoChangeHandler(PortalDbContext database, CurrentSession current, UndoRules rules, TimeProvider time)
    : IRequestHandler<UndoChange, Result<Saved>>
{
    private static readonly Saved Done = new("~/", "Undone. It is as it was before your change");

    public async Task<Result<Saved>> Handle(UndoChange command, CancellationToken cancellationToken)
    {
        var me = current.RequiredPerson.UserId;
        var entry = await database.AuditEntries.AsNoTracking()
            .FirstOrDefaultAsync(e => e.Id == command.EntryId && e.UserId == me, cancellationToken);
        if (entry is null || UndoableCommands.Find(entry.Command) is not { } undone)
        {
            return new Missing();
        }

        if (MessageAccess.Judge(undone, current) != Verdict.Allowed)
        {
            return new Denied("You cannot make this change any more, so you cannot undo it.");
        }

        if (await IsUndoneAsync(entry, me, cancellationToken))
        {
            return Done;
        }

        if (time.GetUtcNow() - entry.At > UndoableCommands.Window)
        {
            return new Conflict("You can undo a change for 10 minutes, and this one is older. Change it back by hand.");
        }

        var against = await CommandReversal.ReverseRunAsync(database, entry, cancellationToken)
            ?? await rules.FindBrokenAsync(cancellationToken);
        return against is null ? await SaveAsync(cancellationToken) : new Conflict($"This cannot be undone. {against}");
    }

    /// <summary>The same form sent twice undoes once. Other changes of the same thing may have been undone since.</summary>
    private async Task<bool> IsUndoneAsync(AuditEntry entry, Guid me, CancellationToken cancellationToken)
    {
        var since = await database.AuditEntries.AsNoTracking().Where(
            e => e.EntityId == entry.EntityId && e.UserId == me && e.Command == nameof(UndoChange) && e.At > entry.At)
            .ToListAsync(cancellationToken);
        return since.Exists(e => CommandReversal.IsReverseOf(e, entry));
    }

    private async Task<Result<Saved>> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return Done;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException
        {
            SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation or PostgresErrorCodes.UniqueViolation,
        })
        {
            return new Conflict("This cannot be undone. Something else has been added or removed since that depends on it.");
        }
    }
}
