using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Features.Measures.Charts;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>The chart of a measure as a picture that stands by itself.</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record ExportChart(Guid Id) : IQuery<ChartPicture>;

internal sealed class ExportChartHandler(PortalDbContext database, CurrentSession current, PlanClock clock) : IRequestHandler<ExportChart, ChartPicture?>
{
    public async Task<ChartPicture?> Handle(ExportChart request, CancellationToken cancellationToken)
    {
        var plans = database.PlansFor(current.RequiredTenant);
        var sources = await ChartReader.ReadAsync(
            database, database.Measures.Where(m => m.Id == request.Id && plans.Any(p => p.Id == m.PlanId)), withNotes: true, cancellationToken);
        return sources.Count == 1 && MeasureChart.Of(sources[0], clock.Today) is { Analysis: not null } chart
            ? new ChartPicture(new ChartFile(chart).ToString(), $"chart-{current.RequiredTenant.Partnership.Slug}-{request.Id:N}.svg", chart.Source.Title)
            : null;
    }
}
