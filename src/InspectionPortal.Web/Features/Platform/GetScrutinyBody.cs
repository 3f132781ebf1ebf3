using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>A scrutiny body and its link officers.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed record GetScrutinyBody(Guid Id) : IQuery<ScrutinyBodyPage>;

internal sealed class GetScrutinyBodyHandler(PortalDbContext database, PlatformInvitations invitations)
    : IRequestHandler<GetScrutinyBody, ScrutinyBodyPage?>
{
    public async Task<ScrutinyBodyPage?> Handle(GetScrutinyBody query, CancellationToken cancellationToken)
    {
        var page = await database.ScrutinyBodies.AsNoTracking().Where(b => b.Id == query.Id)
            .Select(b => new ScrutinyBodyPage(
                b.Id, b.Name, b.ShortName, b.Version,
                b.Officers.OrderBy(o => o.User!.DisplayName)
                    .Select(o => new OfficerRow(o.Id, o.User!.DisplayName, o.User.Email!, o.User.EmailConfirmed, o.IsAdministrator))
                        .ToList())
            {
                OfficerTitle = b.OfficerTitle,
            })
            .AsSingleQuery().FirstOrDefaultAsync(cancellationToken);
        return page is null ? null : page with { Invitations = await invitations.ListAsync(i => i.BodyId == query.Id, cancellationToken) };
    }
}
