namespace InspectionPortal.Web.Features.Plans;

/// <param name="Words">What the link says.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Hidden">What it says more to those who hear the page.</param>
public sealed record CoverageClosing(string Words, string Href, string? Hidden = null);
