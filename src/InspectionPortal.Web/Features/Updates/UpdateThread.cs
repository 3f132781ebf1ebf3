using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>The comments on one update, the oldest first, and whom a new one can name.</summary>
public sealed record UpdateThread(Guid UpdateId, IReadOnlyList<CommentLine> Comments, IReadOnlyList<string> Members)
{
    internal static async Task<UpdateThread> ReadAsync(
        PortalDbContext database, Guid updateId, string zone, CancellationToken cancellationToken)
    {
        var comments = await database.UpdateComments.AsNoTracking().Where(c => c.UpdateId == updateId).OrderBy(c => c.At)
            .Select(c => new { c.By!.DisplayName, c.At, c.Text }).ToListAsync(cancellationToken);
        var members = await database.Memberships.AsNoTracking().Where(m => m.Role != PartnershipRole.Reader && !m.User!.IsDisabled)
            .Select(m => m.User!.DisplayName).Distinct().OrderBy(n => n).ToListAsync(cancellationToken);
        return new UpdateThread(
            updateId, [.. comments.Select(c => new CommentLine(c.DisplayName, DateFormat.Moment(c.At, zone), c.Text))], members);
    }
}
