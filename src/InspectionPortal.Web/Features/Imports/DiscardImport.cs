using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Throws away a file that waits; nothing of it was in the plan.</summary>
[Requires(Permission.EditPlan)]
public sealed record DiscardImport(Guid Id) : ICommand<Saved>;

internal sealed class DiscardImportHandler(PortalDbContext database) : IRequestHandler<DiscardImport, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(DiscardImport command, CancellationToken cancellationToken)
    {
        var import = await database.PlanImports.SingleOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (import is not null && await ImportWork.IsUnderWayAsync(database, import, cancellationToken))
        {
            return Failure.Field("", "The file is being imported. Wait until it has finished, then undo it.");
        }

        switch (import?.State)
        {
            case null:
                return new Missing();
            case ImportState.Read or ImportState.Discarded:
                import.State = ImportState.Discarded;
                import.Forget();
                await database.SaveChangesAsync(cancellationToken);
                return new Saved("~/plans/import", "File deleted. Nothing was imported from it.");
            default:
                return Failure.Field("", "The file has been imported. To remove it from the plan, undo the import.");
        }
    }
}
