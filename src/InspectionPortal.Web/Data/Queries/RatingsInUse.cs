using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>Which ratings are given, so that none of them is taken out of the key.</summary>
public static class RatingsInUse
{
    /// <summary>The first of these codes that a project or an update has; null where none is in use.</summary>
    /// <param name="database">In the partnership's transaction.</param>
    /// <param name="codes">Codes of ratings that would be removed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<string?> FirstRatingInUseAsync(
        this PortalDbContext database, IReadOnlyCollection<string> codes, CancellationToken cancellationToken) => codes.Count == 0
        ? null
        : await database.Projects.Where(p => codes.Contains(p.Rag!)).Select(p => p.Rag).FirstOrDefaultAsync(cancellationToken)
            ?? await database.ProgressUpdates.Where(u => codes.Contains(u.RagProposed!)).Select(u => u.RagProposed)
                .FirstOrDefaultAsync(cancellationToken)
            ?? await database.ProgressUpdates.Where(u => codes.Contains(u.RagAccepted!)).Select(u => u.RagAccepted)
                .FirstOrDefaultAsync(cancellationToken);
}
