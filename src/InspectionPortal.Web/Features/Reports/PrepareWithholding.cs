using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The form that withholds a version of a report, or shows it again.</summary>
[Requires(Permission.WithholdReports)]
public sealed record PrepareWithholding(Guid PeriodId, int Number) : IQuery<WithholdingForm>;

internal sealed class PrepareWithholdingHandler(PortalDbContext database, PlanClock clock)
    : IRequestHandler<PrepareWithholding, WithholdingForm?>
{
    public async Task<WithholdingForm?> Handle(PrepareWithholding query, CancellationToken cancellationToken)
    {
        var versions = await ReportVersions.OfPeriodAsync(database, query.PeriodId, cancellationToken);
        return versions.FirstOrDefault(v => v.Number == query.Number) is { } version
            ? new WithholdingForm { Version = version, Zone = clock.LocalTimeZone }
            : null;
    }
}
