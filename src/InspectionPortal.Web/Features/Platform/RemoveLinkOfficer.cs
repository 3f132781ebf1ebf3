using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>Ends a link officer's part in a body; what the body was granted no longer opens to them at their next request.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class RemoveLinkOfficer : ICommand<bool>
{
    public Guid BodyId { get; set; }
    public Guid OfficerId { get; set; }
}

internal sealed class RemoveLinkOfficerHandler(PortalDbContext database) : IRequestHandler<RemoveLinkOfficer, Result<bool>>
{
    public async Task<Result<bool>> Handle(RemoveLinkOfficer command, CancellationToken cancellationToken)
    {
        if (!await database.ScrutinyBodies.AnyAsync(b => b.Id == command.BodyId, cancellationToken))
        {
            return new Missing();
        }

        var officer = await database.LinkOfficers
            .FirstOrDefaultAsync(o => o.Id == command.OfficerId && o.BodyId == command.BodyId, cancellationToken);
        if (officer is not null)
        {
            database.Remove(officer);
            await database.SaveChangesAsync(cancellationToken);
        }

        return true;
    }
}
