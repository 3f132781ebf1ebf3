using InspectionPortal.Web.Jobs;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>The job that brings an import in or undoes it, or did.</summary>
public sealed record ImportJobState(JobKind Kind, JobState State, int Done, int Total, string? Words, string? Failure, DateTimeOffset AskedAt, DateTimeOffset? EndedAt)
{
    private const int Bars = 10;

    public bool IsUnderWay => State is JobState.Waiting or JobState.Running;

    /// <summary>How many of ten parts are done; null while nobody knows.</summary>
    public int? Tenths => Total == 0 ? null : Math.Min(Bars, Done * Bars / Total);
}
