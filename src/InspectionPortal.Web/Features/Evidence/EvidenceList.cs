namespace InspectionPortal.Web.Features.Evidence;

/// <summary>The members' list.</summary>
public sealed record EvidenceList(
    ListEvidence Filter, IReadOnlyList<EvidenceRow> Rows, int Count, EvidenceChoices Choices, IReadOnlyList<ClaimedRow> Claimed)
{
    public bool MayAdd { get; init; }

    public required string RecommendationWord { get; init; }

    public int Pages => Math.Max(1, (Count + ListEvidence.PageSize - 1) / ListEvidence.PageSize);
}
