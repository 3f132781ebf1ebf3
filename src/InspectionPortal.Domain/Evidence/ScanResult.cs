namespace InspectionPortal.Domain.Evidence;

public enum ScanResult
{
    NotScanned,
    Clean,
    Infected,

    /// <summary>A link, a note, or a file that the portal made itself for a demonstration: there is nothing to scan.</summary>
    NotNeeded,
}
