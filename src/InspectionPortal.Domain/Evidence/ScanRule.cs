namespace InspectionPortal.Domain.Evidence;

/// <summary>The rule of scans: unscanned only where the configuration says so, infected never.</summary>
/// <param name="AllowsUnscanned">True where the portal lets people read what nobody scanned: demonstrations.</param>
public sealed record ScanRule(bool AllowsUnscanned)
{
    public EvidenceReadability Judge(ScanResult scan) => scan switch
    {
        ScanResult.Clean or ScanResult.NotNeeded => EvidenceReadability.Readable,
        ScanResult.NotScanned when AllowsUnscanned => EvidenceReadability.Readable,
        ScanResult.NotScanned => EvidenceReadability.WaitingForScan,
        _ => EvidenceReadability.Never,
    };
}
