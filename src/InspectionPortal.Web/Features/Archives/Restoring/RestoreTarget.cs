namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>What an archive becomes.</summary>
/// <param name="Slug">The short name of the new partnership.</param>
/// <param name="Name">Its name; null for the one in the archive.</param>
/// <param name="Sha256">What the archive must hash to; null where that is not known.</param>
public sealed record RestoreTarget(string Slug, string? Name, string? Sha256);
