using System.Text.Json.Serialization;
using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotRecommendation
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required RecommendationKind Kind { get; init; }
    public required string Text { get; init; }
    public required bool IsReworded { get; init; }
    public required IReadOnlyList<SnapshotAnswer> Projects { get; init; }
    public required IReadOnlyList<SnapshotAnswer> Aims { get; init; }

    /// <summary>What the partnership says of its position; null for nothing, and in quarters from before it was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SnapshotStatement>? Statements { get; init; }
}
