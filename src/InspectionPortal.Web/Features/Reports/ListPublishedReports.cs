using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The approved quarters of the plans that a grant opens.</summary>
[Requires(Permission.ReadReports)]
[LinkOfficerMay(GrantScope.ApprovedReports)]
public sealed record ListPublishedReports : IQuery<PublishedReportList>;

internal sealed class ListPublishedReportsHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<ListPublishedReports, PublishedReportList?>
{
    public async Task<PublishedReportList?> Handle(ListPublishedReports query, CancellationToken cancellationToken)
    {
        var plans = current.RequiredTenant.GrantedPlans(GrantScope.ApprovedReports);
        var rows = await database.PublishedReports.AsNoTracking()
            .Where(r => plans.Contains(r.PlanId))
            .OrderByDescending(r => r.Period!.To).ThenByDescending(r => r.PublishedAt)
            .Select(r => new { r.PeriodId, r.Title, Plan = database.Plans.Where(p => p.Id == r.PlanId).Select(p => p.Title).FirstOrDefault(), r.PublishedAt })
            .ToListAsync(cancellationToken);
        return new PublishedReportList(
            [.. rows.Select(r => new PublishedReportRow(r.PeriodId, r.Title, r.Plan ?? string.Empty, DateFormat.Full(r.PublishedAt, clock.LocalTimeZone)))]);
    }
}
