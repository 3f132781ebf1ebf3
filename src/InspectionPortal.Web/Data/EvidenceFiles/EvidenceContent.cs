namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>How a file's bytes are known.</summary>
public enum EvidenceContent
{
    Pdf,
    Word,
    WordWithMacros,
    Excel,
    ExcelWithMacros,
    PowerPoint,
    PowerPointWithMacros,
    OpenText,
    OpenSpreadsheet,
    OpenPresentation,

    /// <summary>Word before 2007: a compound file.</summary>
    OldWord,
    OldExcel,
    OldPowerPoint,

    /// <summary>A message saved by Outlook: a compound file.</summary>
    OutlookMessage,
    Message,
    RichText,
    Text,
    Png,
    Jpeg,
    Gif,
    WebP,
    Tiff,
    Heic,
    Mp3,
    Wave,
    Ogg,
    Mp4,
    WebM,
    Zip,
}
