using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The approved quarters of the plans that a grant opens, with their corrections and those that are withheld.</summary>
[Requires(Permission.ReadReports)]
[LinkOfficerMay(GrantScope.ApprovedReports)]
public sealed record ListPublishedReports : IQuery<PublishedReportList>;

internal sealed class ListPublishedReportsHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<ListPublishedReports, PublishedReportList?>
{
    public async Task<PublishedReportList?> Handle(ListPublishedReports query, CancellationToken cancellationToken)
    {
        var plans = current.RequiredTenant.GrantedPlans(GrantScope.ApprovedReports);
        var versions = await ReportVersions.OfPlansAsync(database, [.. plans], cancellationToken);
        var titles = await database.Plans.AsNoTracking().Where(p => plans.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Title, cancellationToken);
        var newest = versions.GroupBy(v => v.PeriodId).Select(g => (g.Key, g.Max(v => v.Number))).ToHashSet();
        return new PublishedReportList(
            [
                .. versions.Select(v => new PublishedReportRow(
                    v, titles.GetValueOrDefault(v.PlanId, string.Empty), newest.Contains((v.PeriodId, v.Number)))),
            ],
            clock.LocalTimeZone);
    }
}
