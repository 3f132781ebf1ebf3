namespace InspectionPortal.Domain.Evidence;

public enum ScanResult
{
    NotScanned,
    Clean,
    Infected,

    /// <summary>A link or a note: there is nothing to scan.</summary>
    NotNeeded,
}
