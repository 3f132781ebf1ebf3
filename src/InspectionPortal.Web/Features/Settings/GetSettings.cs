using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Settings;

/// <summary>How does this partnership work? What each setting is now, and where it is changed.</summary>
[Requires(Permission.ManagePeople)]
public sealed record GetSettings : IQuery<SettingsPage>;

internal sealed class GetSettingsHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<GetSettings, SettingsPage?>
{
    public async Task<SettingsPage?> Handle(GetSettings request, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership;
        var now = time.GetUtcNow();
        var stored = await database.Partnerships.AsNoTracking().Where(p => p.Id == own.Id).Select(p => new
        {
            p.Name,
            p.Quorum,
            p.Layout,
            p.DefaultGrantScope,
            PublicSince = database.PublicPages.Select(g => g.PublishedAt).FirstOrDefault(),
            Grants = database.ScrutinyGrants.Count(g => g.RevokedAt == null && g.From <= now && (g.Until == null || g.Until > now)),
        }).SingleAsync(cancellationToken);
        var calendars = await database.Plans.AsNoTracking().Where(p => p.State != PlanState.Closed).OrderByDescending(p => p.Id)
            .Select(p => new SettingsCalendar(
                p.Id, p.Title, database.ReportingCalendars.Any(c => c.PlanId == p.Id && c.IsOn),
                database.ReportingCalendars.Where(c => c.PlanId == p.Id && c.IsOn).Select(c => c.Reminders.Count).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var agencies = await database.SigningAgencies.AsNoTracking().OrderBy(a => a.Agency!.Name).Select(a => a.Agency!.Name)
            .ToListAsync(cancellationToken);
        return new SettingsPage(stored.Name, own.RagKey, own.Vocabulary, calendars, stored.Grants)
        {
            Quorum = stored.Quorum,
            Agencies = agencies,
            DefaultScope = stored.DefaultGrantScope,
            ShowsRisk = stored.Layout.ShowRiskToScrutiny,
            Columns = stored.Layout.Columns.Count,
            PublicSince = stored.PublicSince is { } since ? DateFormat.Full(since, own.TimeZone) : null,
        };
    }
}
