using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>An approved quarter for a scrutiny body: its scrutiny edition, to read and to download.</summary>
[Requires(Permission.ReadReports)]
[LinkOfficerMay(GrantScope.ApprovedReports)]
public sealed record GetPublishedReport(Guid PeriodId) : IQuery<PublishedReportPage>;

internal sealed class GetPublishedReportHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<GetPublishedReport, PublishedReportPage?>
{
    public async Task<PublishedReportPage?> Handle(GetPublishedReport query, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var plans = access.GrantedPlans(GrantScope.ApprovedReports);
        var row = await database.PublishedReports.AsNoTracking()
            .Where(r => r.PeriodId == query.PeriodId && plans.Contains(r.PlanId))
            .Select(r => new { r.PeriodId, r.PlanId, r.Title, r.ScrutinyEdition, r.PublishedAt, r.IsApprovedByLead })
            .FirstOrDefaultAsync(cancellationToken);
        return row is null
            ? null
            : new PublishedReportPage
            {
                PeriodId = row.PeriodId,
                Title = row.Title,
                Bytes = row.ScrutinyEdition,
                Sha256 = CanonicalJson.Hash(row.ScrutinyEdition),
                IsApprovedByLead = row.IsApprovedByLead,
                ApprovedAt = DateFormat.Moment(row.PublishedAt, clock.LocalTimeZone),
                Content = new ReportContent(
                    row.ScrutinyEdition, clock.LocalTimeZone, access.GrantedPlans(GrantScope.LivePlan).Contains(row.PlanId)),
            };
    }
}
