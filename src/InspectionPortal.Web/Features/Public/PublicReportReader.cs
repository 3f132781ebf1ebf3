using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Public;

/// <summary>Finds the approved reports that a public page can be made from: the latest of each plan.</summary>
public sealed class PublicReportReader(PortalDbContext database, CurrentSession current)
{
    /// <summary>The latest report of a plan; null where none is approved, or where each is withheld.</summary>
    public async Task<PublicReport?> LatestAsync(Guid planId, CancellationToken cancellationToken)
    {
        var found = await InOrder(database.ReportsForEverybody().AsNoTracking().Where(r => r.PlanId == planId))
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : Of(found);
    }

    /// <summary>The latest report of each plan that has one.</summary>
    public async Task<IReadOnlyList<PublicReport>> ListAsync(CancellationToken cancellationToken)
    {
        var reports = await InOrder(database.ReportsForEverybody().AsNoTracking()).Select(r => new { r.Id, r.PlanId })
            .ToListAsync(cancellationToken);
        var latest = reports.DistinctBy(r => r.PlanId).Select(r => r.Id).ToList();
        var found = await database.ReportsForEverybody().AsNoTracking().Where(r => latest.Contains(r.Id)).ToListAsync(cancellationToken);
        return [.. found.OrderBy(r => latest.IndexOf(r.Id)).Select(Of)];
    }

    private static IQueryable<PublishedReport> InOrder(IQueryable<PublishedReport> reports) =>
        reports.OrderByDescending(r => r.Period!.To).ThenByDescending(r => r.PublishedAt).ThenByDescending(r => r.Id);

    private PublicReport Of(PublishedReport report) => new(
        report.Id, report.PlanId, report.Title,
        DateFormat.LocalDay(report.PublishedAt, current.RequiredTenant.Partnership.TimeZone), ScrutinyEdition.Read(report.ScrutinyEdition));
}
