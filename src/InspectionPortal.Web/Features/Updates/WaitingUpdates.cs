using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>Updates that wait for the partnership lead's review.</summary>
internal static class WaitingUpdates
{
    /// <summary>The one that comes after this project in the order of the plan, or the first of all; null where none waits.</summary>
    public static async Task<Guid?> AfterAsync(PortalDbContext database, Guid periodId, Guid projectId, CancellationToken cancellationToken)
    {
        var updates = await database.ProgressUpdates.AsNoTracking()
            .Where(u => u.PeriodId == periodId && (u.State == UpdateState.Submitted || u.ProjectId == projectId))
            .OrderBy(u => u.Project!.Aim!.Position).ThenBy(u => u.Project!.Position).ThenBy(u => u.ProjectId)
            .Select(u => new { u.Id, u.ProjectId })
            .ToListAsync(cancellationToken);
        var at = updates.FindIndex(u => u.ProjectId == projectId);
        return updates.Skip(at + 1).Concat(updates.Take(Math.Max(at, 0))).Select(u => (Guid?)u.Id).FirstOrDefault();
    }

    /// <summary>How many wait in the period beside this project's.</summary>
    public static Task<int> OthersAsync(PortalDbContext database, Guid periodId, Guid projectId, CancellationToken cancellationToken) =>
        database.ProgressUpdates.CountAsync(
            u => u.PeriodId == periodId && u.State == UpdateState.Submitted && u.ProjectId != projectId, cancellationToken);
}
