using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>The form to give access, with the bodies and plans there are.</summary>
[Requires(Permission.ManagePeople)]
public sealed record StartScrutinyGrant : IQuery<ScrutinyGrantStart>;

internal sealed class StartScrutinyGrantHandler(PortalDbContext database) : IRequestHandler<StartScrutinyGrant, ScrutinyGrantStart?>
{
    public async Task<ScrutinyGrantStart?> Handle(StartScrutinyGrant query, CancellationToken cancellationToken) => new(
        await database.ScrutinyBodies.AsNoTracking().OrderBy(b => b.Name).Select(b => new SelectListItem(b.Name, b.Id.ToString())).ToListAsync(cancellationToken),
        await database.Plans.AsNoTracking().OrderBy(p => p.Title).Select(p => new SelectListItem(p.Title, p.Id.ToString())).ToListAsync(cancellationToken));
}
