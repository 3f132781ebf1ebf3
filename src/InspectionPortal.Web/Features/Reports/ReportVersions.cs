using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// The versions of reports, newest period and version first. The database hides a withheld report from link officers, so what stays
/// visible of it is read from the withholding.
/// </summary>
internal static class ReportVersions
{
    /// <summary>Reads the versions of some plans, or of all where <paramref name="plans"/> is null. Two commands.</summary>
    public static Task<IReadOnlyList<ReportVersion>> OfPlansAsync(
        PortalDbContext database, IReadOnlyCollection<Guid>? plans, CancellationToken cancellationToken) => ReadAsync(
            database.PublishedReports.Where(r => plans == null || plans.Contains(r.PlanId)),
            database.ReportWithholdings.Where(w => plans == null || plans.Contains(w.PlanId)),
            database, cancellationToken);

    /// <summary>Reads the versions of one period's report. Two commands.</summary>
    public static Task<IReadOnlyList<ReportVersion>> OfPeriodAsync(PortalDbContext database, Guid period,
        CancellationToken cancellationToken) =>
        ReadAsync(
            database.PublishedReports.Where(r => r.PeriodId == period), database.ReportWithholdings.Where(w => w.PeriodId == period),
            database, cancellationToken);

    private static async Task<IReadOnlyList<ReportVersion>> ReadAsync(
        IQueryable<PublishedReport> reports, IQueryable<ReportWithholding> withheld, PortalDbContext database,
        CancellationToken cancellationToken)
    {
        var hidden = await withheld.AsNoTracking().Where(w => w.ReleasedAt == null).Select(w => new ReportVersion
        {
            PeriodId = w.PeriodId,
            PlanId = w.PlanId,
            Title = w.Title,
            To = database.ReportingPeriods.Where(p => p.Id == w.PeriodId).Select(p => p.To).FirstOrDefault(),
            Number = w.Number,
            PublishedAt = w.PublishedAt,
            Sha256 = w.Sha256,
            CorrectionReason = null,
            Withheld = new WithheldNote(w.At, w.Reason),
        }).ToListAsync(cancellationToken);
        var published = await reports.AsNoTracking().Select(r => new ReportVersion
        {
            PeriodId = r.PeriodId,
            PlanId = r.PlanId,
            Title = r.Title,
            To = r.Period!.To,
            Number = r.Number,
            PublishedAt = r.PublishedAt,
            Sha256 = r.Sha256,
            CorrectionReason = r.CorrectionReason,
            Withheld = null,
        }).ToListAsync(cancellationToken);
        var notes = hidden.ToDictionary(h => (h.PeriodId, h.Number));
        return
        [
            .. published.Select(p => notes.TryGetValue((p.PeriodId, p.Number), out var note) ? p with { Withheld = note.Withheld } : p)
                .UnionBy(hidden, v => (v.PeriodId, v.Number))
                .OrderByDescending(v => v.To).ThenBy(v => v.Title, StringComparer.Ordinal).ThenBy(v => v.PeriodId)
                    .ThenByDescending(v => v.Number),
        ];
    }
}
