using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>An evidence file that the rows speak of.</summary>
public sealed record ArchiveFile(Guid ItemId, int Number, string FileName, string StorageName, string Sha256, ScanResult Scan);
