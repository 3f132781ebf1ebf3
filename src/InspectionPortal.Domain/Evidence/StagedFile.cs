using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Evidence;

/// <summary>
/// A file that is arriving, or has arrived and is nobody's evidence yet: the form that it belongs to was not sent, or was sent back. Only
/// who sent it sees it, and after a day it is gone.
/// </summary>
public sealed class StagedFile : TenantEntity
{
    public const int TelltalesMaxLength = 1000;

    /// <summary>How long it waits for its form.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public Guid UserId { get; set; }

    [MaxLength(EvidenceVersion.FileNameMaxLength)]
    public required string FileName { get; set; }

    /// <summary>Bytes once it is whole.</summary>
    public long Size { get; set; }

    /// <summary>Generated name among the files that are arriving.</summary>
    [MaxLength(100)]
    public required string StorageName { get; set; }

    /// <summary>What it is; null while it is not whole.</summary>
    [MaxLength(150)]
    public string? ContentType { get; set; }

    [MaxLength(64)]
    public string? Sha256 { get; set; }

    public bool HasMacros { get; set; }
    public IReadOnlyList<ArchivedFile>? Contents { get; set; }

    /// <summary>What in its text may be about people, in words; null where nothing is.</summary>
    [MaxLength(TelltalesMaxLength)]
    public string? Telltales { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public bool IsWhole => Sha256 is not null;
}
