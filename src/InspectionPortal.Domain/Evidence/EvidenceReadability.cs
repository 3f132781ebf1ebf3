namespace InspectionPortal.Domain.Evidence;

/// <summary>Whether a scan lets a file be read.</summary>
public enum EvidenceReadability
{
    Readable,
    WaitingForScan,
    Never,
}
