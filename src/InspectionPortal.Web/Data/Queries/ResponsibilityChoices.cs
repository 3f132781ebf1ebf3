using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>Who can answer for something, to choose from.</summary>
public static class ResponsibilityChoices
{
    public static async Task<IReadOnlyList<SelectListItem>> ReadAsync(PortalDbContext database, CancellationToken cancellationToken) =>
        await database.LeadResponsibilities.AsNoTracking().OrderBy(r => r.Name)
            .Select(r => new SelectListItem(r.Name, r.Id.ToString())).ToListAsync(cancellationToken);
}
