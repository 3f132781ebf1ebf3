using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>
/// Which evidence this link officer's grants open: under the live plan every released version that proves something of
/// it; under approved reports the released versions that those reports list.
/// </summary>
public sealed class GrantedEvidence(PortalDbContext database, CurrentSession current)
{
    /// <summary>Reads what the grants open, in two commands at most.</summary>
    public async Task<OpenEvidence> OpenAsync(CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var live = access.GrantedPlans(GrantScope.LivePlan).ToList();
        var plans = access.GrantedPlans(GrantScope.ApprovedReports).ToList();
        var recommendations = live.Count == 0 ? [] : await database.RecommendationsOf(live).AsNoTracking()
            .OrderBy(r => r.Position).ThenBy(r => r.Number)
            .Select(r => new OpenRecommendation(r.Id, r.Number, r.Text)).ToListAsync(cancellationToken);

        // Who reads the live plan reads all that is released; the reports add nothing to it, only their grants' other plans.
        var reportsOnly = plans.Except(live).ToList();
        var editions = reportsOnly.Count == 0 ? [] : await database.ReportsFor(access).AsNoTracking()
            .Where(r => reportsOnly.Contains(r.PlanId)).OrderByDescending(r => r.PublishedAt)
            .Select(r => r.ScrutinyEdition).ToListAsync(cancellationToken);
        return new OpenEvidence(live, recommendations, [.. editions.Select(ScrutinyEdition.Read)]);
    }

    /// <summary>The released versions of one item among what is open.</summary>
    public IQueryable<EvidenceVersion> VersionsOf(OpenEvidence open, Guid item)
    {
        var listed = open.Listed.Select(e => e.VersionId).ToList();
        var within = EvidenceProof.Within(open.LivePlans, [.. open.Recommendations.Select(r => r.Id)]);
        return database.EvidenceVersions.AsNoTracking()
            .Where(v => v.ItemId == item && v.ReleasedAt != null && (listed.Contains(v.Id) || v.Item!.Links.AsQueryable().Any(within)));
    }

    /// <summary>All released versions that are open, by what covers the opened recommendations.</summary>
    public IQueryable<EvidenceVersion> Versions(OpenEvidence open, Coverage coverage)
    {
        var (listed, items) = (open.Listed.Select(e => e.VersionId).ToList(), coverage.Evidence.ToList());
        return database.EvidenceVersions.AsNoTracking().Where(v => v.ReleasedAt != null && (listed.Contains(v.Id) || items.Contains(v.ItemId)));
    }

    /// <summary>What covers the opened recommendations in the opened live plans, in five commands.</summary>
    public Task<Coverage> CoverageAsync(OpenEvidence open, CancellationToken cancellationToken) => new CoverageReader(database, current.RequiredTenant).ReadAsync(
        [.. open.Recommendations.Select(r => new CoverageRecommendation(r.Id, r.Number, r.Text, IsOwn: false, null, IsReworded: false))], cancellationToken);
}
