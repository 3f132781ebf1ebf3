namespace InspectionPortal.Web.Features.Updates;

/// <summary>What somebody typed is kept.</summary>
/// <param name="Version">The version of what is kept, for the next time.</param>
/// <param name="At">The time of day in the partnership's zone, such as "14:32".</param>
public sealed record UpdateAutosaved(uint Version, string At);
