namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>A file as the list in an archive has it.</summary>
internal sealed record ManifestFile(string Path, long Size, string Sha256);
