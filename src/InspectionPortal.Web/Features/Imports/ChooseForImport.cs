using InspectionPortal.Domain.People;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Keeps what was chosen about a file; the page then shows the file read again.</summary>
[Requires(Permission.EditPlan)]
public sealed class ChooseForImport : ImportForm, ICommand<Saved>;

internal sealed class ChooseForImportHandler(PortalDbContext database, TimeProvider time) : IRequestHandler<ChooseForImport, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(ChooseForImport command, CancellationToken cancellationToken)
    {
        var import = await database.PlanImports.SingleOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (import is null)
        {
            return new Missing();
        }

        if (!import.IsWaiting(time.GetUtcNow()) || await ImportWork.IsUnderWayAsync(database, import, cancellationToken))
        {
            return Failure.Field("", "This file is no longer available. Upload it again to import it.");
        }

        if (command.Columns.Exists(c => c.Field is not null && ImportFields.FromWire(c.Field) is null))
        {
            return Failure.Field("", "Choose what each column contains from the list.");
        }

        import.Choices = command.Over(import.Choices);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/plans/import/{import.Id}", "File read again. Nothing is imported yet.");
    }
}
