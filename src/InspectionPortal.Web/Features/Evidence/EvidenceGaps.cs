using InspectionPortal.Domain.Evidence;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>What is missing in the evidence, as inspectors would ask.</summary>
public sealed record EvidenceGaps(
    IReadOnlyList<GapRow> None, IReadOnlyList<GapRow> OneType, IReadOnlyList<GapRow> NotReleased, IReadOnlyList<ClaimedRow> Claimed,
        int OutOfDate)
{
    public required DateOnly OutOfDateBefore { get; init; }

    public required string RecommendationWord { get; init; }

    public bool MayAdd { get; init; }

    public bool IsEmpty => None.Count + OneType.Count + NotReleased.Count + Claimed.Count + OutOfDate == 0;
}
