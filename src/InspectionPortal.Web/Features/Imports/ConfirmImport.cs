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

/// <summary>Makes a file that was looked at the plan: all of it or nothing, and what was looked at or nothing.</summary>
[Requires(Permission.EditPlan)]
public sealed class ConfirmImport : ImportForm, ICommand<Saved>
{
    /// <summary>What the page showed: where the plan has changed since, the page is shown again.</summary>
    public string? Seen { get; set; }
}

internal sealed class ConfirmImportHandler(PortalDbContext database, ImportRunner bringer, JobQueue queue, CurrentSession current, TimeProvider time)
    : IRequestHandler<ConfirmImport, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(ConfirmImport command, CancellationToken cancellationToken)
    {
        var import = await database.PlanImports.SingleOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (import is null)
        {
            return new Missing();
        }

        if (import.State == ImportState.BroughtIn)
        {
            return ImportRunner.Done(import);
        }

        if (!import.IsWaiting(time.GetUtcNow()) || import.Data is null)
        {
            return Failure.Field("", "This file is no longer available. Upload it again to import it.");
        }

        var asked = new Saved($"~/plans/import/{import.Id}", null);
        if (await ImportWork.IsUnderWayAsync(database, import, cancellationToken))
        {
            return asked;
        }

        var chosen = command.Over(import.Choices);
        if (!chosen.ReadsAs(import.Choices))
        {
            return new Conflict("You changed how the file is read. Choose “Update preview”, check the preview, then import it.");
        }

        var agreed = new ImportAgreed(command.Seen, import.Choices);
        import.Choices = chosen;
        if (import.Pieces <= ImportWork.AtOnce)
        {
            return await bringer.BringInAsync(import, agreed, ImportActor.Of(current), ImportWork.Silently, cancellationToken);
        }

        import.Agreed = agreed;
        await queue.AskAsync<ConfirmImportJob>(import, JobKind.BringIn, current.RequiredPerson.UserId, time.GetUtcNow(), cancellationToken);
        return asked;
    }
}
