using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>The reports that can say whether a recommendation was met: progress reviews, inspections, own approved reports.</summary>
internal static class DecisionSources
{
    private const string OfReview = "review";
    private const string OfInspection = "inspection";
    private const string OfReport = "report";

    public static async Task<IReadOnlyList<SelectListItem>> ListAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        var (reviews, inspections, reports) = (Group("Progress reviews"), Group("Inspections"), Group("Our approved reports"));
        return
        [
            .. (await database.ProgressReviews.AsNoTracking().OrderByDescending(r => r.Published).Select(r => new { r.Id, r.Title })
                .ToListAsync(cancellationToken))
                .Select(r => new SelectListItem(r.Title, $"{OfReview}:{r.Id}") { Group = reviews }),
            .. (await database.Inspections.AsNoTracking().OrderByDescending(i => i.Published).Select(i => new { i.Id, i.Title })
                .ToListAsync(cancellationToken))
                .Select(i => new SelectListItem(i.Title, $"{OfInspection}:{i.Id}") { Group = inspections }),
            .. (await database.ReportingPeriods.AsNoTracking().Where(p => p.State == PeriodState.Approved).OrderByDescending(p => p.To)
                .Select(p => new { p.Id, p.Title, Plan = p.Plan!.Title }).ToListAsync(cancellationToken))
                .Select(p => new SelectListItem($"{p.Title}, {p.Plan}", $"{OfReport}:{p.Id}") { Group = reports }),
        ];
    }

    /// <summary>Points the decision to the report; false where there is no such report.</summary>
    public static async Task<bool> PointAsync(PortalDbContext database, RecommendationDecision decision, string said,
        CancellationToken cancellationToken)
    {
        if (said.Split(':') is not [var kind, var text] || !Guid.TryParse(text, out var id))
        {
            return false;
        }

        switch (kind)
        {
            case OfReview:
                decision.ReviewId = id;
                return await database.ProgressReviews.AnyAsync(r => r.Id == id, cancellationToken);
            case OfInspection:
                decision.InspectionId = id;
                return await database.Inspections.AnyAsync(i => i.Id == id, cancellationToken);
            case OfReport:
                decision.PeriodId = id;
                return await database.ReportingPeriods.AnyAsync(p => p.Id == id && p.State == PeriodState.Approved, cancellationToken);
            default:
                return false;
        }
    }

    private static SelectListGroup Group(string name) => new() { Name = name };
}
