namespace InspectionPortal.Web.Features.Platform;

/// <summary>How many partnerships there are, and which of them a page lists.</summary>
/// <param name="Total">All partnerships of the installation.</param>
/// <param name="NotActive">Those of them that are suspended or closed.</param>
/// <param name="Found">Those that the search finds; all without one.</param>
/// <param name="Pages">How many pages those found take.</param>
/// <param name="Filter">What was searched for, and the page that is shown.</param>
public sealed record PlatformPartnerships(int Total, int NotActive, int Found, int Pages, GetPlatform Filter)
{
    /// <summary>Those on this page.</summary>
    public required IReadOnlyList<PlatformPartnership> Rows { get; init; }

    /// <summary>True where somebody may need to look for one.</summary>
    public bool IsLong => Total > GetPlatform.PageSize;
}
