using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Reporting.Editions;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>What a link officer's grants open in one partnership.</summary>
public sealed record OpenEvidence(
    IReadOnlyList<Guid> LivePlans, IReadOnlyList<OpenRecommendation> Recommendations, IReadOnlyList<ScrutinyEdition> Editions)
{
    /// <summary>Versions that approved reports list, the newest report first.</summary>
    public IReadOnlyList<SnapshotEvidence> Listed { get; } = [.. Editions.SelectMany(e => e.Evidence)];

    /// <summary>True for a proof that is part of an opened live plan.</summary>
    public bool Holds(EvidenceProof proof) =>
        (proof.PlanId is { } plan && LivePlans.Contains(plan)) || Recommendations.Any(r => r.Id == proof.RecommendationId);

    /// <summary>What an item proves, in words: of the live plan with addresses, of reports by the numbers that they print.</summary>
    public IReadOnlyList<ProvenItem> Proves(Guid itemId, IEnumerable<EvidenceProof> proofs, string recommendationWord)
    {
        var live = EvidenceProof.AllWords(proofs.Where(Holds), recommendationWord);
        var reported = Listed.Where(e => e.ItemId == itemId).ToList();
        return live.Count > 0
            ? live
            :
            [
                .. reported.SelectMany(e => e.Recommendations).Distinct(StringComparer.Ordinal).Select(n => new ProvenItem($"{recommendationWord} {n}", null)),
                .. reported.SelectMany(e => e.Projects).Distinct(StringComparer.Ordinal).Select(n => new ProvenItem($"Project {n}", null)),
            ];
    }
}
