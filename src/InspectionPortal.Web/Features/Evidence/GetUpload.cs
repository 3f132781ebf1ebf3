using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A file that this person is sending, or sent and has not used yet.</summary>
[Requires(Permission.AddEvidence)]
public sealed record GetUpload(Guid Id) : IQuery<StagedFile>;

internal sealed class GetUploadHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetUpload, StagedFile?>
{
    public Task<StagedFile?> Handle(GetUpload query, CancellationToken cancellationToken)
    {
        var user = current.RequiredPerson.UserId;
        return database.StagedFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Id == query.Id && f.UserId == user, cancellationToken);
    }
}
