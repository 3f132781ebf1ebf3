using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Evidence;

/// <summary>One version of an item; release to scrutiny bodies is by version.</summary>
public sealed class EvidenceVersion : TenantEntity
{
    public const int FileNameMaxLength = 200;
    public const int ScanNoteMaxLength = 200;

    public Guid ItemId { get; set; }
    public EvidenceItem? Item { get; set; }
    public int Number { get; set; }

    /// <summary>For a file, the name it came with; shown and offered on download, never used on disk.</summary>
    [MaxLength(FileNameMaxLength)]
    public string? FileName { get; set; }

    [MaxLength(150)]
    public string? ContentType { get; set; }

    /// <summary>Bytes.</summary>
    public long? Size { get; set; }

    /// <summary>Lower-case hexadecimal SHA-256 of the file, or of the link or note in UTF-8.</summary>
    [MaxLength(64)]
    public required string Sha256 { get; set; }

    /// <summary>Generated name under the evidence directory; null for links and notes.</summary>
    [MaxLength(100)]
    public string? StorageName { get; set; }

    /// <summary>When its file was destroyed; null while it is there. Its name, size and hash stay.</summary>
    public DateTimeOffset? DestroyedAt { get; set; }

    [MaxLength(EvidenceItem.UrlMaxLength)]
    public string? Url { get; set; }

    [MaxLength(20_000)]
    public string? Note { get; set; }

    public ScanResult Scan { get; set; }

    /// <summary>When the virus scanner gave its answer; null while it has not.</summary>
    public DateTimeOffset? ScannedAt { get; set; }

    /// <summary>When it was last sent to the scanner; null while it never was.</summary>
    public DateTimeOffset? ScanTriedAt { get; set; }

    /// <summary>What the scanner found, or why it could not tell.</summary>
    [MaxLength(ScanNoteMaxLength)]
    public string? ScanNote { get; set; }

    /// <summary>True where the file can run macros; it is then shown with a warning.</summary>
    public bool HasMacros { get; set; }

    /// <summary>What a zip holds; null for everything else.</summary>
    public IReadOnlyList<ArchivedFile>? Contents { get; set; }

    public Guid AddedByUserId { get; set; }
    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When scrutiny bodies with a grant were let read it; null while it is the partnership's own.</summary>
    public DateTimeOffset? ReleasedAt { get; set; }

    public Guid? ReleasedByUserId { get; set; }
}
