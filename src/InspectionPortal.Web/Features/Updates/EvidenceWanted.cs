using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Notifications;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>
/// Tells those who lead an item that evidence of it is wanted, when an update says that it is done and awaits evidence. Each of them once
/// for an item, and only those who can add evidence. The caller saves.
/// </summary>
internal sealed class EvidenceWanted(PortalDbContext database, Notifier notifier, PartnershipTime time)
{
    private static readonly List<PartnershipRole> MayAdd =
        [.. Enum.GetValues<PartnershipRole>().Where(r => RolePermissions.Of(r).Contains(Permission.AddEvidence))];

    public async Task TellAsync(ProgressUpdate update, CancellationToken cancellationToken)
    {
        if (update.Status != ProjectStatus.DoneAwaitingEvidence
            || await database.ProjectsWithEvidence().ContainsAsync(update.ProjectId, cancellationToken))
        {
            return;
        }

        var path = $"/evidence/new?project={update.ProjectId}";
        var leads = database.ProjectLeads.Where(l => l.ProjectId == update.ProjectId).Select(l => l.LeadResponsibilityId);
        var people = await database.ResponsibilityHolders.Where(ResponsibilityHolder.HoldsOn(time.Today))
            .Where(h => leads.Contains(h.LeadResponsibilityId))
            .Where(h => database.Memberships.Any(m => m.UserId == h.UserId && MayAdd.Contains(m.Role)))
            .Where(h => !database.Notifications.Any(
                n => n.UserId == h.UserId && n.Kind == NotificationKind.EvidenceWanted && n.Path == path))
            .Select(h => h.UserId).Distinct().ToListAsync(cancellationToken);
        if (people.Count == 0)
        {
            return;
        }

        var number = await database.Projects.Where(p => p.Id == update.ProjectId).Select(p => p.Number).SingleAsync(cancellationToken);
        notifier.Tell(
            people, NotificationKind.EvidenceWanted, $"{number} is done and awaits evidence. Add what shows that it is done.", path);
    }
}
