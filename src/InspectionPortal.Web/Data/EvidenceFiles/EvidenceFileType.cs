using static InspectionPortal.Web.Data.EvidenceFiles.EvidenceContent;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>A type of file that evidence can be: what its name ends in, how it is served, and how its content is known.</summary>
public sealed record EvidenceFileType(string Name, string ContentType, EvidenceContent Content, params string[] Extensions)
{
    /// <summary>What to say when a file is none of these.</summary>
    public const string Accepted = "a document, spreadsheet, presentation, PDF, picture, sound, video, e-mail or zip file";

    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    private static readonly EvidenceFileType[] All =
    [
        new("PDF", "application/pdf", Pdf, ".pdf") { IsViewable = true },
        new("Word", OpenXml + "wordprocessingml.document", Word, ".docx"),
        new("Word with macros", "application/vnd.ms-word.document.macroEnabled.12", WordWithMacros, ".docm"),
        new("Excel", OpenXml + "spreadsheetml.sheet", Excel, ".xlsx"),
        new("Excel with macros", "application/vnd.ms-excel.sheet.macroEnabled.12", ExcelWithMacros, ".xlsm"),
        new("PowerPoint", OpenXml + "presentationml.presentation", PowerPoint, ".pptx"),
        new("PowerPoint with macros", "application/vnd.ms-powerpoint.presentation.macroEnabled.12", PowerPointWithMacros, ".pptm"),
        new("OpenDocument text", OpenDocument + "text", OpenText, ".odt"),
        new("OpenDocument spreadsheet", OpenDocument + "spreadsheet", OpenSpreadsheet, ".ods"),
        new("OpenDocument presentation", OpenDocument + "presentation", OpenPresentation, ".odp"),
        new("Word (old format)", "application/msword", OldWord, ".doc"),
        new("Excel (old format)", "application/vnd.ms-excel", OldExcel, ".xls"),
        new("PowerPoint (old format)", "application/vnd.ms-powerpoint", OldPowerPoint, ".ppt"),
        new("Outlook message", "application/vnd.ms-outlook", OutlookMessage, ".msg"),
        new("E-mail", "message/rfc822", Message, ".eml"),
        new("Rich text", "application/rtf", RichText, ".rtf"),
        new("CSV", "text/csv", Text, ".csv") { IsViewable = true },
        new("Text", "text/plain", Text, ".txt") { IsViewable = true },
        new("PNG", "image/png", Png, ".png") { IsViewable = true },
        new("JPEG", "image/jpeg", Jpeg, ".jpg", ".jpeg") { IsViewable = true },
        new("GIF", "image/gif", Gif, ".gif") { IsViewable = true },
        new("WebP", "image/webp", WebP, ".webp") { IsViewable = true },
        new("TIFF", "image/tiff", Tiff, ".tif", ".tiff"),
        new("HEIC", "image/heic", Heic, ".heic", ".heif"),
        new("MP3", "audio/mpeg", Mp3, ".mp3"),
        new("WAV", "audio/wav", Wave, ".wav"),
        new("Ogg", "audio/ogg", Ogg, ".ogg", ".oga", ".opus"),
        new("M4A", "audio/mp4", Mp4, ".m4a"),
        new("MP4", "video/mp4", Mp4, ".mp4", ".m4v"),
        new("QuickTime", "video/quicktime", Mp4, ".mov"),
        new("WebM", "video/webm", WebM, ".webm"),
        new("Zip", "application/zip", Zip, ".zip"),
    ];

    /// <summary>For the file field: what a browser offers to choose.</summary>
    public static string Accept { get; } = string.Join(',', All.SelectMany(t => t.Extensions));

    /// <summary>True for what a browser shows without running anything in it.</summary>
    public bool IsViewable { get; private init; }

    /// <summary>True for zips, whatever they are called: what they hold is looked at before they are kept.</summary>
    public bool IsPackage => Content is Word or WordWithMacros or Excel or ExcelWithMacros or PowerPoint or PowerPointWithMacros
        or OpenText or OpenSpreadsheet or OpenPresentation or Zip;

    /// <summary>True for compound files, which Office wrote before 2007.</summary>
    public bool IsCompound => Content is OldWord or OldExcel or OldPowerPoint or OutlookMessage;

    /// <summary>The type that the end of a name claims; null where it is none of ours.</summary>
    public static EvidenceFileType? Claimed(string fileName) =>
        All.FirstOrDefault(t => t.Extensions.Any(e => fileName.EndsWith(e, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The type that is served with this content type; null for one that was never ours.</summary>
    public static EvidenceFileType? Served(string? contentType) => All.FirstOrDefault(t => t.ContentType == contentType);
}
