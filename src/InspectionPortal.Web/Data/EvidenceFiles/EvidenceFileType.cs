namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>A type of file that evidence can be: what its name ends in, how it is served, and how its content is known.</summary>
public sealed record EvidenceFileType(string Name, string ContentType, EvidenceContent Content, params string[] Extensions)
{
    /// <summary>What to say when a file is none of these.</summary>
    public const string Accepted = "a PDF, Word (.docx), Excel (.xlsx), CSV, text (.txt), PNG or JPEG file";

    private static readonly EvidenceFileType[] All =
    [
        new("PDF", "application/pdf", EvidenceContent.Pdf, ".pdf"),
        new("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", EvidenceContent.Word, ".docx"),
        new("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", EvidenceContent.Excel, ".xlsx"),
        new("CSV", "text/csv", EvidenceContent.Text, ".csv"),
        new("Text", "text/plain", EvidenceContent.Text, ".txt"),
        new("PNG", "image/png", EvidenceContent.Png, ".png"),
        new("JPEG", "image/jpeg", EvidenceContent.Jpeg, ".jpg", ".jpeg"),
    ];

    /// <summary>For the file field: what a browser offers to choose.</summary>
    public static string Accept { get; } = string.Join(',', All.SelectMany(t => t.Extensions));

    /// <summary>The type that the end of a name claims; null where it is none of ours.</summary>
    public static EvidenceFileType? Claimed(string fileName) =>
        All.FirstOrDefault(t => t.Extensions.Any(e => fileName.EndsWith(e, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The type that is served with this content type; null for one that was never ours.</summary>
    public static EvidenceFileType? Served(string? contentType) => All.FirstOrDefault(t => t.ContentType == contentType);
}
