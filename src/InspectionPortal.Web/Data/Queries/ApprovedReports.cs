using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>
/// The newest version of each approved report that this person may read: a member all of them, in full; a link officer those of the
/// plans that a grant opens, in the edition for scrutiny bodies.
/// </summary>
public sealed class ApprovedReports(PortalDbContext database, CurrentSession current)
{
    /// <summary>All of them without their content, plan by plan, oldest first. One command.</summary>
    public Task<List<ApprovedReport>> ListAsync(CancellationToken cancellationToken) =>
        Readable().OrderBy(r => r.PlanId).ThenBy(r => r.Period!.To).ThenBy(r => r.PublishedAt)
            .Select(r => new ApprovedReport
            {
                Id = r.Id,
                PeriodId = r.PeriodId,
                PlanId = r.PlanId,
                PlanTitle = database.Plans.Where(p => p.Id == r.PlanId).Select(p => p.Title).FirstOrDefault() ?? string.Empty,
                Title = r.Title,
                To = r.Period!.To,
                Kind = r.Period.Kind,
                PublishedAt = r.PublishedAt,
            })
            .ToListAsync(cancellationToken);

    /// <summary>
    /// The frozen content of some of them, in the order given. What the partnership keeps to itself is empty for a link officer. One
    /// command.
    /// </summary>
    public async Task<IReadOnlyList<QuarterSnapshot>> ReadAsync(IReadOnlyList<ApprovedReport> reports, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var ids = reports.Select(r => r.Id).ToList();
        var wanted = Readable().Where(r => ids.Contains(r.Id));

        // The role of link officers has no right to the column of the full report.
        var bytes = current.RequiredTenant.IsByGrant
            ? await wanted.Select(r => new { r.Id, Bytes = r.ScrutinyEdition })
                .ToDictionaryAsync(r => r.Id, r => r.Bytes, cancellationToken)
            : await wanted.Select(r => new { r.Id, Bytes = r.Snapshot }).ToDictionaryAsync(r => r.Id, r => r.Bytes, cancellationToken);
        return [.. ids.Where(bytes.ContainsKey).Select(id => CanonicalJson.Read<QuarterSnapshot>(bytes[id]))];
    }

    /// <summary>The reports that this person would read if they were not withheld, oldest first. One command, or none.</summary>
    public async Task<IReadOnlyList<WithheldReport>> ListWithheldAsync(CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        if (access.MayReadWithheld())
        {
            return [];
        }

        var plans = access.GrantedPlans(GrantScope.ApprovedReports);
        var rows = await database.ReportWithholdings.AsNoTracking().Where(w => w.ReleasedAt == null)
            .Select(w => new WithheldReport(
                w.PeriodId, w.PlanId, w.Title, w.Number,
                database.ReportingPeriods.Where(p => p.Id == w.PeriodId).Select(p => p.To).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return [.. rows.Where(w => !access.IsByGrant || plans.Contains(w.PlanId)).OrderBy(w => w.To).ThenByDescending(w => w.Number)];
    }

    private IQueryable<PublishedReport> Readable() => database.NewestReportsFor(current.RequiredTenant).AsNoTracking();
}
