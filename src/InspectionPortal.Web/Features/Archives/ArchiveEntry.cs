namespace InspectionPortal.Web.Features.Archives;

/// <summary>One file of the archive, as the manifest lists it.</summary>
/// <param name="Path">Within the archive, with forward slashes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Size">Bytes before compression.</param>
/// <param name="Rows">Of a table, how many; null for everything else.</param>
public sealed record ArchiveEntry(string Path, string Sha256, long Size, int? Rows);
