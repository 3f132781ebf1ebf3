using InspectionPortal.Domain.People;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Keeps a waiting file as it was just read, so that it is not read again at the next look.</summary>
[Requires(Permission.EditPlan)]
public sealed record KeepReading(Guid Id, StoredReading Reading) : ICommand<Saved>;

internal sealed class KeepReadingHandler(PortalDbContext database, TimeProvider time) : IRequestHandler<KeepReading, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(KeepReading command, CancellationToken cancellationToken)
    {
        var import = await database.PlanImports.SingleOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (import is null || !import.IsWaiting(time.GetUtcNow()))
        {
            return new Missing();
        }

        import.Keep(command.Reading.Bytes, command.Reading.Key);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/plans/import/{import.Id}", null);
    }
}
