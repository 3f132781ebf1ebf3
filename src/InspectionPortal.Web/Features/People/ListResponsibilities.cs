using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>What answers for the work, and who holds it today?</summary>
[Requires(Permission.ManagePeople)]
public sealed record ListResponsibilities : IQuery<ResponsibilitiesPage>;

internal sealed class ListResponsibilitiesHandler(PortalDbContext database, PartnershipTime time)
    : IRequestHandler<ListResponsibilities, ResponsibilitiesPage?>
{
    public async Task<ResponsibilitiesPage?> Handle(ListResponsibilities query, CancellationToken cancellationToken)
    {
        var holds = ResponsibilityHolder.HoldsOn(time.Today);
        var rows = await database.LeadResponsibilities.AsNoTracking().OrderBy(r => r.Name)
            .Select(r => new ResponsibilityRow(
                r.Id, r.Name, r.Kind, r.Agency!.Name, r.Projects.Count,
                r.Holders.AsQueryable().Where(holds).OrderBy(h => h.User!.DisplayName)
                    .Select(h => new HolderRow(h.Id, h.UserId, h.User!.DisplayName, h.From, h.Until, true)).ToList()))
            .AsSingleQuery().ToListAsync(cancellationToken);
        return new ResponsibilitiesPage(rows);
    }
}
