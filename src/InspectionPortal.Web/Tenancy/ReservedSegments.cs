namespace InspectionPortal.Web.Tenancy;

/// <summary>First segments of an address that never name a partnership.</summary>
public static class ReservedSegments
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "account", "admin", "inspect", "api", "connect", "health", "assets", "error", "jobs", "openapi", "public", "calendar",
        "css", "js", "lib", "favicon.ico",

        // Pages of the portal under /public, where each partnership has a page under its slug.
        "accessibility", "privacy", "help",
    };

    /// <summary>True where <paramref name="segment"/> belongs to the platform, so no partnership can take it as its slug.</summary>
    public static bool Contains(string segment) => Names.Contains(segment);
}
