using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>
/// Lets changes to one project follow one another, so that the second sees what the first saved and neither is lost.
/// </summary>
internal static class ProjectLock
{
    /// <summary>Waits for others who are saving these projects, and keeps them waiting until this transaction ends.</summary>
    public static Task LockProjectsAsync(
        this PortalDbContext database, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"select id from projects where id = any ({ids.ToArray()}) order by id for update", cancellationToken);
}
