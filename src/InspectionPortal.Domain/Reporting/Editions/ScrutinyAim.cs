namespace InspectionPortal.Domain.Reporting.Editions;

public sealed record ScrutinyAim
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Statement { get; init; }
    public required string? Vision { get; init; }
    public required IReadOnlyList<ScrutinyProject> Projects { get; init => field = value ?? []; } = [];

    internal static ScrutinyAim Of(SnapshotAim aim, IReadOnlyList<string>? open) => new()
    {
        Id = aim.Id,
        Number = aim.Number,
        Statement = aim.Statement,
        Vision = aim.Vision,
        Projects = [.. aim.Projects.Select(p => ScrutinyProject.Of(p, open))],
    };
}
