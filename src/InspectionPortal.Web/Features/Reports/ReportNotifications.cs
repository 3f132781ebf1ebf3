using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Notifications;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Tells chief officers that a report waits for them, and partnership leads that one came back. The caller saves.</summary>
internal sealed class ReportNotifications(PortalDbContext database, Notifier notifier, PartnershipTime time)
{
    /// <summary>Tells the chief officers, but for the one who submitted it, and those who decide for them today.</summary>
    public async Task WaitsAsync(ReportingPeriod period, bool isCorrection, CancellationToken cancellationToken)
    {
        var what = $"{(isCorrection ? "A correction of the report" : "The report")} for {period.Title}";
        var path = $"/reports/{period.Id}/approve";
        notifier.Tell(
            await PeopleAsync(PartnershipRole.ChiefOfficer, cancellationToken), NotificationKind.ApprovalWanted,
            $"{what} waits for your approval.", path);
        var delegations = await database.DelegationsOn(time.Today)
            .Select(d => new { d.DelegateUserId, Officer = d.Officer!.DisplayName }).ToListAsync(cancellationToken);
        foreach (var delegation in delegations)
        {
            notifier.Tell(
                [delegation.DelegateUserId], NotificationKind.ApprovalWanted,
                $"{what} waits for your approval as the delegate of {delegation.Officer}.", path);
        }
    }

    /// <summary>Tells the partnership leads.</summary>
    public async Task ReturnedAsync(ReportingPeriod period, string by, CancellationToken cancellationToken) => notifier.Tell(
        await PeopleAsync(PartnershipRole.PartnershipLead, cancellationToken), NotificationKind.ReportReturned,
        $"{by} returned the report for {period.Title} with comments.", $"/reports/{period.Id}");

    private Task<List<Guid>> PeopleAsync(PartnershipRole role, CancellationToken cancellationToken) =>
        database.Memberships.Where(m => m.Role == role && !m.User!.IsDisabled).Select(m => m.UserId).Distinct()
            .ToListAsync(cancellationToken);
}
