using System.ComponentModel.DataAnnotations;

namespace InspectionPortal.Web.Infrastructure.PageCaching;

/// <summary>How pages are kept; section <c>PageCache</c> of the configuration.</summary>
public sealed class PageCacheOptions
{
    public const string Section = "PageCache";

    /// <summary>The most memory that kept pages take in this process, in mebibytes (compressed). 0 keeps none.</summary>
    [Range(0, 4096)]
    public int Megabytes { get; set; } = 32;

    /// <summary>
    /// True where a browser may store a page and ask whether it is still right, which saves sending it again. Signing out clears what it
    /// stored. Otherwise pages are sent with <c>no-store</c>: a browser that people share holds none after they have left.
    /// </summary>
    public bool BrowsersKeepPages { get; set; }

    /// <summary>
    /// True where each kept page is made anew all the same and must come out equal: nothing is gained, and a page that depends on what
    /// its key does not hold is found. For tests.
    /// </summary>
    public bool MakesAnewToCompare { get; set; }
}
