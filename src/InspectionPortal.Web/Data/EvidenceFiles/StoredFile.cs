using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>A file that was received and found good, not yet anybody's evidence. Its name on disk is ours.</summary>
public sealed record StoredFile(int TenantId, string StorageName, string FileName, string ContentType, long Size, string Sha256)
{
    /// <summary>What in its text may be about people, in words; null where nothing is.</summary>
    public string? Telltales { get; init; }

    /// <summary>True where it can run macros.</summary>
    public bool HasMacros { get; init; }

    /// <summary>What a zip holds; null for everything else.</summary>
    public IReadOnlyList<ArchivedFile>? Contents { get; init; }
}
