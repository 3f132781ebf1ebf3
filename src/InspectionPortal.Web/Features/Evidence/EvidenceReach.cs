using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>
/// Who outside the partnership can read a version, and who only later, for each grant. By the same rules as a link officer's own pages go:
/// what is part of a plan, and what approved reports list.
/// </summary>
public sealed class EvidenceReach(PortalDbContext database, TimeProvider time)
{
    /// <summary>Every grant that is in force or will be, with what it opens of this version.</summary>
    public async Task<IReadOnlyList<EvidenceReader>> ReadersAsync(Guid itemId, Guid versionId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var readers = await database.ScrutinyGrants.AsNoTracking()
            .Where(g => g.RevokedAt == null && (g.Until == null || g.Until > now))
            .OrderBy(g => g.Body!.Name).ThenBy(g => g.Plan!.Title).ThenBy(g => g.Scope)
            .Select(g => new EvidenceReader(
                g.Body!.Name,
                database.Users.Where(u => u.Id == g.OfficerUserId).Select(u => u.DisplayName).FirstOrDefault(),
                g.PlanId, g.Plan!.Title, g.Scope, g.From)
            {
                Until = g.Until,
            })
            .ToListAsync(cancellationToken);
        var plans = readers.Select(r => r.PlanId).Distinct().ToList();
        var within = await PlansOfAsync(itemId, plans, cancellationToken);
        var listing = await ListingAsync(versionId, plans, cancellationToken);
        return readers.ConvertAll(r => r with
        {
            StartsLater = r.From > now,
            Access = Access(r, within, listing),
        });
    }

    private static EvidenceAccess Access(EvidenceReader reader, HashSet<Guid> within, HashSet<Guid> listing)
    {
        if (reader.Scope == GrantScope.LivePlan && within.Contains(reader.PlanId))
        {
            return EvidenceAccess.Open;
        }

        if (reader.Scope == GrantScope.ApprovedReports && listing.Contains(reader.PlanId))
        {
            return EvidenceAccess.InReport;
        }

        return reader.Scope == GrantScope.ApprovedReports && within.Contains(reader.PlanId) ? EvidenceAccess.AfterNextReport
            : EvidenceAccess.NotThisPlan;
    }

    /// <summary>Which of these plans the item proves something of.</summary>
    private async Task<HashSet<Guid>> PlansOfAsync(Guid itemId, List<Guid> plans, CancellationToken cancellationToken)
    {
        var found = new HashSet<Guid>();
        foreach (var plan in plans)
        {
            var recommendations = await database.RecommendationsOf([plan]).Select(r => r.Id).ToListAsync(cancellationToken);
            if (await database.EvidenceLinks.Where(l => l.ItemId == itemId)
                .AnyAsync(EvidenceProof.Within([plan], recommendations), cancellationToken))
            {
                found.Add(plan);
            }
        }

        return found;
    }

    /// <summary>Plans with an approved report that lists the version and is not withheld.</summary>
    private async Task<HashSet<Guid>> ListingAsync(Guid versionId, List<Guid> plans, CancellationToken cancellationToken)
    {
        var id = versionId.ToString();
        return plans.Count == 0 ? [] : [.. await database.PublishedReports.AsNoTracking()
            .Where(r => plans.Contains(r.PlanId) && EF.Functions.JsonExists(r.ListedEvidence, id)
                && !database.ReportWithholdings.Any(w => w.ReportId == r.Id && w.ReleasedAt == null))
            .Select(r => r.PlanId).ToListAsync(cancellationToken)];
    }
}
