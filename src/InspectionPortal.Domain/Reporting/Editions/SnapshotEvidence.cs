using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotEvidence
{
    public required Guid ItemId { get; init; }
    public required Guid VersionId { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }
    public required EvidenceForm Form { get; init; }
    public required EvidenceType Kind { get; init; }
    public required string Sha256 { get; init; }
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Null while it is the partnership's own.</summary>
    public required DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Numbers of projects, and recommendations, that it proves.</summary>
    public required IReadOnlyList<string> Projects { get; init => field = value ?? []; } = [];

    public required IReadOnlyList<string> Recommendations { get; init => field = value ?? []; } = [];
}
