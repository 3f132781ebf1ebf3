using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>The form to give access, with the bodies, plans and inspections there are.</summary>
[Requires(Permission.ManagePeople)]
public sealed record StartScrutinyGrant : IQuery<ScrutinyGrantStart>;

internal sealed class StartScrutinyGrantHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<StartScrutinyGrant, ScrutinyGrantStart?>
{
    public async Task<ScrutinyGrantStart?> Handle(StartScrutinyGrant query, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Id;
        var bodies = await database.ScrutinyBodies.AsNoTracking().OrderBy(b => b.Name)
            .Select(b => new SelectListItem(b.Name, b.Id.ToString()))
            .ToListAsync(cancellationToken);
        var plans = await database.Plans.AsNoTracking().OrderBy(p => p.Title).Select(p => new SelectListItem(p.Title, p.Id.ToString()))
            .ToListAsync(cancellationToken);
        var inspections = plans.Count < 2 ? [] : await database.Inspections.AsNoTracking()
            .Where(i => database.PlanInspections.Any(p => p.InspectionId == i.Id)).OrderBy(i => i.Title)
            .Select(i => new SelectListItem("Each plan that answers " + i.Title, i.Id.ToString())).ToListAsync(cancellationToken);
        return new ScrutinyGrantStart(bodies, plans, inspections)
        {
            Scope = await database.Partnerships.Where(p => p.Id == own).Select(p => p.DefaultGrantScope).SingleAsync(cancellationToken),
        };
    }
}
