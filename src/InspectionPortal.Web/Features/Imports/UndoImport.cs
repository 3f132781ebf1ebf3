using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Takes an import back in one step: removes what it added, puts back what it changed. All of it or nothing.</summary>
[Requires(Permission.EditPlan)]
public sealed record UndoImport(Guid Id) : ICommand<Saved>;

internal sealed class UndoImportHandler(PortalDbContext database, ImportUndoer undoer, JobQueue queue, CurrentSession current, TimeProvider time)
    : IRequestHandler<UndoImport, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(UndoImport command, CancellationToken cancellationToken)
    {
        var import = await database.PlanImports.SingleOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (import is null)
        {
            return new Missing();
        }

        var asked = new Saved($"~/plans/import/{import.Id}", null);
        if (await ImportWork.IsUnderWayAsync(database, import, cancellationToken))
        {
            return import.State == ImportState.BroughtIn ? asked : Failure.Field("", "The file is being imported. Wait until it has finished, then undo it.");
        }

        var by = current.RequiredPerson.UserId;
        if (import is not { State: ImportState.BroughtIn, Done: { } done } || done.Added.Sum(a => a.Value.Count) + done.Changed.Count <= ImportWork.AtOnce)
        {
            return await undoer.UndoAsync(import, by, ImportWork.Silently, cancellationToken);
        }

        await queue.AskAsync<UndoImportJob>(import, JobKind.UndoImport, by, time.GetUtcNow(), cancellationToken);
        return asked;
    }
}
