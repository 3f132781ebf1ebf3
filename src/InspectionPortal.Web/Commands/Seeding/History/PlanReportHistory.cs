using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Features.Reports;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>The reports by which a plan is agreed and closed.</summary>
internal sealed class PlanReportHistory(PlanLifeSeed life, string plan)
{
    public IEnumerable<HistoryEvent> Events()
    {
        foreach (var report in life.Reports)
        {
            var kind = SeedText.Choice<PeriodKind>(report.Kind);
            yield return new HistoryEvent(
                HistoryDays.At(report.SubmittedOn, 10),
                async stage => await stage.SendAsync("lead", new OpenPlanReport(await stage.Find.PlanAsync(plan), kind)));
            var title = ReportingPeriod.OfPlan(kind, Guid.Empty, DateOnly.MinValue).Title;
            foreach (var happened in new ReportHistory(plan, title, report.Report).Events(report.SubmittedOn))
            {
                yield return happened;
            }
        }
    }
}
