namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>What an archive says of itself.</summary>
/// <param name="Format">Its kind; null for the first.</param>
/// <param name="Number">The number that the partnership had in the portal it came from; null where the archive does not say it.</param>
/// <param name="Partnership">Its short name there.</param>
/// <param name="AsAt">When it was made.</param>
/// <param name="Files">Every file but the list itself.</param>
internal sealed record ArchiveManifest(
    int? Format, int? Number, string Partnership, DateTimeOffset AsAt, IReadOnlyList<ManifestFile> Files);
