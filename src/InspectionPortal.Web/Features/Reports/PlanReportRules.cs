using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>When a plan can be put to the chief officers to be agreed or closed.</summary>
internal static class PlanReportRules
{
    /// <summary>Titles of the plan's quarters that are not approved, the first due first.</summary>
    public static Task<List<string>> OpenQuartersAsync(PortalDbContext database, Guid planId, CancellationToken cancellationToken) =>
        database.ReportingPeriods.AsNoTracking()
            .Where(p => p.PlanId == planId && p.Kind == PeriodKind.Quarter && p.State != PeriodState.Approved)
            .OrderBy(p => p.DueOn).Select(p => p.Title).ToListAsync(cancellationToken);

    /// <summary>Why it cannot be started now, as a sentence that says what to do; null where it can.</summary>
    public static string? Refusal(PlanState state, PeriodKind kind, IReadOnlyList<string> openQuarters) => (state, kind) switch
    {
        (PlanState.Closed, _) => "This plan is closed.",
        (not PlanState.Draft, PeriodKind.Baseline) => "This plan is already agreed.",
        (_, PeriodKind.Closing) when openQuarters.Count > 0 =>
            $"{EnglishText.List(openQuarters)} must be approved before the plan can be closed.",
        _ => null,
    };
}
