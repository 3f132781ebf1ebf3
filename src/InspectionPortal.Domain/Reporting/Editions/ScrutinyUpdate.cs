using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record ScrutinyUpdate
{
    public required IReadOnlyList<SnapshotEntry> Entries { get; init; }
    public required ProjectStatus Status { get; init; }
    public required bool NoChange { get; init; }
    public required string? RatingAccepted { get; init; }
    public required SnapshotDeadline? Forecast { get; init; }
    public required string? SlipReason { get; init; }

    internal static ScrutinyUpdate Of(SnapshotUpdate update) => new()
    {
        Entries = update.Entries,
        Status = update.Status,
        NoChange = update.NoChange,
        RatingAccepted = update.RatingAccepted,
        Forecast = update.Forecast,
        SlipReason = update.SlipReason,
    };
}
