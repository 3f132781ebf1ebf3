using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>The scrutiny body that I administer, with its officers.</summary>
[Requires(Permission.AdministerBody)]
public sealed record GetOwnBody(Guid Id) : IQuery<ScrutinyBodyPage>;

internal sealed class GetOwnBodyHandler(PortalDbContext database, PlatformInvitations invitations, CurrentSession current)
    : IRequestHandler<GetOwnBody, ScrutinyBodyPage?>
{
    public async Task<ScrutinyBodyPage?> Handle(GetOwnBody query, CancellationToken cancellationToken) =>
        current.RequiredPerson.Administers(query.Id)
            ? await new GetScrutinyBodyHandler(database, invitations).Handle(new GetScrutinyBody(query.Id), cancellationToken)
            : null;
}
