using InspectionPortal.Domain.Reporting.PublicPages;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Public;

/// <summary>Reads what is public now.</summary>
public sealed class PublicPageStateReader(PortalDbContext database, CurrentSession current)
{
    /// <summary>The state of the page; off where there is none yet.</summary>
    public async Task<PublicPageState> ReadAsync(PublicPage? page, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership;
        if (page is not { Content: { } content, PublishedAt: { } at, ReportId: { } reportId })
        {
            return new PublicPageState(own.Slug, null, null, null);
        }

        var shown = await database.PublishedReports.AsNoTracking().Where(r => r.Id == reportId)
            .Select(r => new { r.PeriodId, r.PlanId, r.Number, r.Period!.To, r.PublishedAt }).SingleAsync(cancellationToken);
        var newer = await database.ReportsForEverybody()
            .Where(r => r.PlanId == shown.PlanId && r.Id != reportId && (r.Period!.To > shown.To
                || (r.Period.To == shown.To && r.PublishedAt > shown.PublishedAt)))
            .OrderByDescending(r => r.Period!.To).ThenByDescending(r => r.PublishedAt)
            .Select(r => r.Title).FirstOrDefaultAsync(cancellationToken);
        return new PublicPageState(own.Slug, DateFormat.Full(at, own.TimeZone), content.Report, DateFormat.Full(content.ApprovedOn))
        {
            Newer = newer,
            IsWithheld = await database.ReportWithholdings
                .AnyAsync(w => w.PeriodId == shown.PeriodId && w.ReleasedAt == null, cancellationToken),
        };
    }
}
