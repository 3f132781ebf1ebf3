using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
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

internal sealed class RemoveLinkOfficerHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<RemoveLinkOfficer, Result<bool>>, IRequestHandler<RemoveOwnOfficer, Result<bool>>
{
    public Task<Result<bool>> Handle(RemoveLinkOfficer command, CancellationToken cancellationToken) =>
        RemoveAsync(command.BodyId, command.OfficerId, isOwn: false, cancellationToken);

    public async Task<Result<bool>> Handle(RemoveOwnOfficer command, CancellationToken cancellationToken) =>
        current.RequiredPerson.Administers(command.BodyId)
            ? await RemoveAsync(command.BodyId, command.OfficerId, isOwn: true, cancellationToken)
            : new Missing();

    private async Task<Result<bool>> RemoveAsync(Guid body, Guid id, bool isOwn, CancellationToken cancellationToken)
    {
        if (!await database.ScrutinyBodies.AnyAsync(b => b.Id == body, cancellationToken))
        {
            return new Missing();
        }

        var officer = await database.LinkOfficers.FirstOrDefaultAsync(o => o.Id == id && o.BodyId == body, cancellationToken);
        if (isOwn && officer is { IsAdministrator: true })
        {
            return Failure.Field(string.Empty, "They administer the body. Ask the platform administrator to remove them");
        }

        if (officer is not null)
        {
            database.Remove(officer);
            await database.SaveChangesAsync(cancellationToken);
        }

        return true;
    }
}
