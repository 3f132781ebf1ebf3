using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
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

    private IQueryable<PublishedReport> Readable() => database.NewestReportsFor(current.RequiredTenant).AsNoTracking();
}
