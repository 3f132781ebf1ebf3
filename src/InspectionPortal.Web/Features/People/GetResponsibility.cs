using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>What the forms about a responsibility show: agencies to choose from, and the row with its holders where there is one.</summary>
[Requires(Permission.ManagePeople)]
public sealed record GetResponsibility(Guid? Id) : IQuery<ResponsibilityPage>;

internal sealed class GetResponsibilityHandler(PortalDbContext database, PartnershipTime time) : IRequestHandler<GetResponsibility, ResponsibilityPage?>
{
    public async Task<ResponsibilityPage?> Handle(GetResponsibility query, CancellationToken cancellationToken)
    {
        var today = time.Today;
        ResponsibilityFact? row = null;
        if (query.Id is { } id)
        {
            row = await database.LeadResponsibilities.AsNoTracking().Where(r => r.Id == id)
                .Select(r => new ResponsibilityFact(
                    r.Id, r.Name, r.Kind, r.AgencyId, r.Version,
                    r.Holders.OrderByDescending(h => h.From)
                        .Select(h => new HolderRow(
                            h.Id, h.UserId, h.User!.DisplayName, h.From, h.Until, ResponsibilityHolder.IsHeldOn(h.From, h.Until, today))).ToList()))
                .AsSingleQuery().FirstOrDefaultAsync(cancellationToken);
            if (row is null)
            {
                return null;
            }
        }

        var agencies = await database.Agencies.AsNoTracking().OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(cancellationToken);
        return new ResponsibilityPage(row, [.. agencies.Select(a => (a.Id, a.Name))]);
    }
}
