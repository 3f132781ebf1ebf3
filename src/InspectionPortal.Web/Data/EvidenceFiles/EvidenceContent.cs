namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>How a file's bytes are known.</summary>
public enum EvidenceContent
{
    Pdf,
    Word,
    Excel,
    Text,
    Png,
    Jpeg,
}
