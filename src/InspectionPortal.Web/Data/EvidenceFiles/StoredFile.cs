namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>A file that was received and found good, not yet anybody's evidence. Its name on disk is ours.</summary>
public sealed record StoredFile(int TenantId, string StorageName, string FileName, string ContentType, long Size, string Sha256);
