using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Notifications;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>Tells those who can approve a position statement on its own that it waits for them. The caller saves.</summary>
internal sealed class StatementNotifications(PortalDbContext database, Notifier notifier, CurrentSession current)
{
    /// <summary>Tells them once, when a draft first says enough to be approved; its later versions are read on the same page.</summary>
    public async Task WaitsAsync(PositionStatement statement, CancellationToken cancellationToken)
    {
        var partnership = current.RequiredTenant.Partnership;
        var roles = await database.Memberships.Where(m => !m.User!.IsDisabled).Select(m => new { m.UserId, m.Role })
            .ToListAsync(cancellationToken);
        var number = await database.Recommendations.Where(r => r.Id == statement.RecommendationId).Select(r => r.Number)
            .FirstAsync(cancellationToken);
        notifier.Tell(
            roles.GroupBy(r => r.UserId, r => r.Role)
                .Where(r => WaitingStatements.MayApproveStatements(r.ToHashSet(), partnership)).Select(r => r.Key),
            NotificationKind.StatementWaits,
            $"The position statement on {EnglishText.Within(partnership.Vocabulary.RecommendationWord)} {number} waits for your approval.",
            $"/statements/{statement.Id}/approve");
    }
}
