using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>Deletes an archive and its file; one that is being made stops at its next step.</summary>
[Requires(Permission.TakeArchive)]
public sealed record DeleteArchive(Guid Id) : ICommand<ArchiveDeleted>;

/// <param name="WasUnderWay">True where it was still being made.</param>
public sealed record ArchiveDeleted(bool WasUnderWay);

internal sealed class DeleteArchiveHandler(PortalDbContext database, ArchiveStore store, CurrentSession current)
    : IRequestHandler<DeleteArchive, Result<ArchiveDeleted>>
{
    public async Task<Result<ArchiveDeleted>> Handle(DeleteArchive command, CancellationToken cancellationToken)
    {
        var job = await database.PartnershipJobs.FirstOrDefaultAsync(j => j.Id == command.Id && j.Kind == JobKind.Archive, cancellationToken);
        if (job is null)
        {
            return await database.WasRemovedAsync(command.Id, cancellationToken) ? new ArchiveDeleted(WasUnderWay: false) : new Missing();
        }

        database.Remove(job);
        await database.SaveChangesAsync(cancellationToken);
        store.Remove(current.RequiredTenant.Partnership.Id, job.Id);
        return new ArchiveDeleted(job.IsUnderWay);
    }
}
