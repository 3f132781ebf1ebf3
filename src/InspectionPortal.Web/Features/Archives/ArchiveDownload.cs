namespace InspectionPortal.Web.Features.Archives;

public sealed record ArchiveDownload(Guid Id, string FileName, string Sha256, DateTimeOffset FinishedAt);
