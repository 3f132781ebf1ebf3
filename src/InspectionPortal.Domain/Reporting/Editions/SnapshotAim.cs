namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record SnapshotAim
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Statement { get; init; }
    public required string? Vision { get; init; }
    public required IReadOnlyList<SnapshotProject> Projects { get; init; }
}
