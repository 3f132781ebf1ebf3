namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>What an archive may cost. One that says less than it holds is refused where it goes past these.</summary>
internal static class RestoreLimits
{
    public const int Files = 200_000;

    /// <summary>Everything in it, unpacked.</summary>
    public const long UnpackedBytes = 50L * 1024 * 1024 * 1024;

    /// <summary>One table.</summary>
    public const long TableBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>The list of its files.</summary>
    public const long ManifestBytes = 64L * 1024 * 1024;

    /// <summary>A file larger than this unpacks to no more than <see cref="Ratio"/> times what it takes in the archive.</summary>
    public const long RatioFreeBytes = 8L * 1024 * 1024;
    public const int Ratio = 300;

    /// <summary>A report, of which there are two copies in memory while it is restored.</summary>
    public const int ReportBytes = 128 * 1024 * 1024;
}
