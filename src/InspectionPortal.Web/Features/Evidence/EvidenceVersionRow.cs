using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A version as the page shows it; <see cref="Version"/> is the row's, for the forms.</summary>
public sealed record EvidenceVersionRow
{
    public Guid Id { get; init; }
    public int Number { get; init; }
    public string? FileName { get; init; }
    public string? ContentType { get; init; }
    public long? Size { get; init; }
    public required string Sha256 { get; init; }
    public string? Url { get; init; }
    public string? Note { get; init; }
    public ScanResult Scan { get; init; }
    public string? ScanNote { get; init; }
    public bool HasMacros { get; init; }
    public IReadOnlyList<ArchivedFile>? Contents { get; init; }

    /// <summary>Whether its file may be read, by its scan.</summary>
    public EvidenceReadability Readability { get; init; }

    public DateTimeOffset AddedAt { get; init; }
    public string? AddedBy { get; init; }
    public DateTimeOffset? DestroyedAt { get; init; }
    public DateTimeOffset? ReleasedAt { get; init; }
    public string? ReleasedBy { get; init; }
    public uint Version { get; init; }
}
