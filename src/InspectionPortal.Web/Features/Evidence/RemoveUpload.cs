using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Drops a file that was arriving, or that waits for its form.</summary>
[Requires(Permission.AddEvidence)]
public sealed record RemoveUpload(Guid Id) : ICommand<Guid>;

internal sealed class RemoveUploadHandler(PortalDbContext database, CurrentSession current, EvidenceStore store)
    : IRequestHandler<RemoveUpload, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(RemoveUpload command, CancellationToken cancellationToken)
    {
        var user = current.RequiredPerson.UserId;
        var staged = await database.StagedFiles.FirstOrDefaultAsync(f => f.Id == command.Id && f.UserId == user, cancellationToken);
        if (staged is null)
        {
            return new Missing();
        }

        database.Remove(staged);
        await database.SaveChangesAsync(cancellationToken);
        store.Discard(staged.StorageName);
        return command.Id;
    }
}
