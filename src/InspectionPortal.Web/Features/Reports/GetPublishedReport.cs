using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// An approved quarter for a scrutiny body: its scrutiny edition, to read and to download; or that it is withheld and why. The newest
/// version where <paramref name="Number"/> is null.
/// </summary>
[Requires(Permission.ReadReports)]
[LinkOfficerMay(GrantScope.ApprovedReports)]
public sealed record GetPublishedReport(Guid PeriodId, int? Number = null) : IQuery<PublishedReportPage>;

internal sealed class GetPublishedReportHandler(PortalDbContext database, CurrentSession current, PlanClock clock)
    : IRequestHandler<GetPublishedReport, PublishedReportPage?>
{
    public async Task<PublishedReportPage?> Handle(GetPublishedReport query, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var plans = access.GrantedPlans(GrantScope.ApprovedReports);
        var versions = (await ReportVersions.OfPeriodAsync(database, query.PeriodId, cancellationToken))
            .Where(v => plans.Contains(v.PlanId)).ToList();
        var version = query.Number is null ? versions.FirstOrDefault() : versions.Find(v => v.Number == query.Number);
        if (version is null)
        {
            return null;
        }

        var row = version.Withheld is not null
            ? null
            : await database.ReportsFor(access).AsNoTracking().Where(r => r.PeriodId == query.PeriodId && r.Number == version.Number)
                .Select(r => new { r.PlanId, r.ScrutinyEdition, r.IsApprovedByLead }).FirstOrDefaultAsync(cancellationToken);
        return new PublishedReportPage
        {
            Version = version,
            Versions = versions,
            Zone = clock.LocalTimeZone,
            Bytes = row?.ScrutinyEdition,
            Sha256 = row is null ? version.Sha256 : CanonicalJson.Hash(row.ScrutinyEdition),
            IsApprovedByLead = row?.IsApprovedByLead == true,
            ApprovedAt = DateFormat.Moment(version.PublishedAt, clock.LocalTimeZone),
            Content = row is null
                ? null
                : new ReportContent(
                    row.ScrutinyEdition, clock.LocalTimeZone, access.GrantedPlans(GrantScope.LivePlan).Contains(row.PlanId)),
        };
    }
}
