using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Features.Archives;

public sealed class ArchiveRow
{
    public Guid Id { get; init; }
    public JobState State { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public string? AskedBy { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public int StepsDone { get; init; }
    public int StepsTotal { get; init; }
    public string? StepWords { get; init; }
    public string? Failure { get; init; }
    public long? Size { get; init; }
    public string? Sha256 { get; init; }
    public int Downloads { get; init; }
}
