using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A released version of evidence in a pack.</summary>
public sealed record PackItem
{
    public Guid ItemId { get; init; }
    public required string Title { get; init; }
    public EvidenceType Kind { get; init; }
    public int Version { get; init; }
    public string? FileName { get; init; }
    public string? StorageName { get; init; }
    public string? Url { get; init; }
    public string? Note { get; init; }
    public required string Sha256 { get; init; }
    public ScanResult Scan { get; init; }
    public DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? ReleasedAt { get; init; }
}
