using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>What an empty or refused invitation needs to be shown: what there is to hold.</summary>
[Requires(Permission.ManagePeople)]
public sealed record ListResponsibilityChoices : IQuery<ResponsibilityChoices>;

internal sealed class ListResponsibilityChoicesHandler(PortalDbContext database)
    : IRequestHandler<ListResponsibilityChoices, ResponsibilityChoices?>
{
    public async Task<ResponsibilityChoices?> Handle(ListResponsibilityChoices query, CancellationToken cancellationToken) => new(
        await database.LeadResponsibilities.AsNoTracking().OrderBy(r => r.Name)
            .Select(r => new ResponsibilityChoice(r.Id, r.Name, r.Agency!.Name)).ToListAsync(cancellationToken));
}
