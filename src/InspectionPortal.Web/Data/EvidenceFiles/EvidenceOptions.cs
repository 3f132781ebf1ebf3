using InspectionPortal.Web.Data.EvidenceFiles.Scanning;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>What the installation says about files of evidence.</summary>
public sealed class EvidenceOptions
{
    public const string Section = "Evidence";

    /// <summary>Where clamd listens; empty where there is no scanner, and then no file is taken.</summary>
    public string? Scanner { get; set; }

    /// <summary>In Development only: files are taken without a scanner, and members read them.</summary>
    public bool AllowUnscanned { get; set; }

    /// <summary>The largest file that can be sent piece by piece, in megabytes.</summary>
    public int LargestFileMegabytes { get; set; } = 1024;

    /// <summary>The same in bytes.</summary>
    public long LargestFile => LargestFileMegabytes * 1024L * 1024L;

    /// <summary>The object storage that keeps the files. They are kept in the data folder where it names none.</summary>
    public S3Options S3 { get; set; } = new();

    /// <summary>The address in <see cref="Scanner"/>; null where it is empty or none.</summary>
    public ScannerAddress? Address => string.IsNullOrWhiteSpace(Scanner) ? null : ScannerAddress.Parse(Scanner);

    /// <summary>Reads them from the settings.</summary>
    public static EvidenceOptions From(IConfiguration configuration) =>
        configuration.GetSection(Section).Get<EvidenceOptions>() ?? new EvidenceOptions();

    /// <summary>What is wrong with them; null where nothing is.</summary>
    public static string? Problem(IConfiguration configuration)
    {
        var options = From(configuration);
        return options is { Scanner.Length: > 0, Address: null }
            ? "Evidence:Scanner must be where clamd listens, such as tcp://clamav:3310 or unix:///run/clamav/clamd.ctl."
            : options.S3.Problem;
    }
}
