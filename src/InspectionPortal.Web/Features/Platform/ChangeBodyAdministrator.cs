using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>Says whether an officer adds and removes the officers of their body.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class ChangeBodyAdministrator : ICommand<bool>
{
    public Guid BodyId { get; set; }
    public Guid OfficerId { get; set; }
    public bool IsAdministrator { get; set; }
}

internal sealed class ChangeBodyAdministratorHandler(PortalDbContext database) : IRequestHandler<ChangeBodyAdministrator, Result<bool>>
{
    public async Task<Result<bool>> Handle(ChangeBodyAdministrator command, CancellationToken cancellationToken)
    {
        var officer = await database.LinkOfficers
            .FirstOrDefaultAsync(o => o.Id == command.OfficerId && o.BodyId == command.BodyId, cancellationToken);
        if (officer is null)
        {
            return new Missing();
        }

        officer.IsAdministrator = command.IsAdministrator;
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
