using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotUpdate
{
    public required IReadOnlyList<SnapshotEntry> Entries { get; init; }
    public required ProjectStatus Status { get; init; }
    public required bool NoChange { get; init; }
    public required string? RatingAccepted { get; init; }
    public required SnapshotDeadline? Forecast { get; init; }
    public required string? SlipReason { get; init; }

    public string? StatusReason { get; init; }
    public string? RatingProposed { get; init; }
    public string? NotRatedReason { get; init; }
    public string? RatingChangedReason { get; init; }
    public string? HelpNeeded { get; init; }
    public string? AcceptedBy { get; init; }

    /// <summary>True where whoever accepted it had submitted it.</summary>
    public bool AcceptedOwn { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>True where a chief officer wrote it: one of those who may sign.</summary>
    public bool WrittenBySigner { get; init; }

    /// <summary>True where the partnership lead judged otherwise than was proposed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsRatingChanged => AcceptedAt is not null && RatingProposed != RatingAccepted;
}
