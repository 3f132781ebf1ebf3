using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>Deletes an archive and its file; one that is being made stops at its next step.</summary>
[Requires(Permission.TakeArchive)]
[ConfirmIdentity]
public sealed record DeleteArchive(Guid Id) : ICommand<ArchiveDeleted>;

internal sealed class DeleteArchiveHandler(PortalDbContext database, ArchiveStore store, CurrentSession current)
    : IRequestHandler<DeleteArchive, Result<ArchiveDeleted>>
{
    public async Task<Result<ArchiveDeleted>> Handle(DeleteArchive command, CancellationToken cancellationToken)
    {
        var job = await database.PartnershipJobs.FirstOrDefaultAsync(j => j.Id == command.Id && j.Kind == JobKind.Archive, cancellationToken);
        if (job is null)
        {
            return await Removal.AgainAsync(database, command.Id, new ArchiveDeleted(WasUnderWay: false), cancellationToken);
        }

        database.Remove(job);
        await database.SaveChangesAsync(cancellationToken);
        store.Remove(current.RequiredTenant.Partnership.Id, job.Id);
        return new ArchiveDeleted(job.IsUnderWay);
    }
}
