using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>Who speaks and leads here, and who reports to whom?</summary>
[Requires(Permission.ManagePeople)]
public sealed record ListAgencies : IQuery<AgenciesPage>;

internal sealed class ListAgenciesHandler(PortalDbContext database) : IRequestHandler<ListAgencies, AgenciesPage?>
{
    public async Task<AgenciesPage?> Handle(ListAgencies query, CancellationToken cancellationToken) => new(
        await database.Agencies.AsNoTracking().OrderBy(a => a.Name)
            .Select(a => new AgencyRow(
                a.Id, a.Code, a.Name, a.Kind, a.Chair, a.ReportsToId, a.ReportsTo!.Name, a.Version,
                database.LeadResponsibilities.Count(r => r.AgencyId == a.Id)))
            .ToListAsync(cancellationToken));
}
