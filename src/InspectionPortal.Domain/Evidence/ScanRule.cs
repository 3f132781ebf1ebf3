namespace InspectionPortal.Domain.Evidence;

/// <summary>
/// The rule of scans. Whoever is outside the partnership reads only what is clean. A member reads what nobody scanned only where
/// there is no scanner and the portal is a demonstration.
/// </summary>
/// <param name="HasScanner">True where a virus scanner is set up.</param>
/// <param name="IsDemonstration">True where the settings let members read what nobody scanned.</param>
public sealed record ScanRule(bool HasScanner, bool IsDemonstration)
{
    /// <summary>The rule for link officers, wherever the portal runs.</summary>
    public static ScanRule ForOfficers { get; } = new(HasScanner: true, IsDemonstration: false);

    /// <summary>True where files may be added: something will scan them, or it is a demonstration.</summary>
    public bool TakesFiles => HasScanner || IsDemonstration;

    /// <summary>True for what may be released: a scan found it clean, or there is nothing to scan.</summary>
    public static bool MayRelease(ScanResult scan) => scan is ScanResult.Clean or ScanResult.NotNeeded;

    /// <summary>Whether a member may read it.</summary>
    public EvidenceReadability Judge(ScanResult scan) => scan switch
    {
        ScanResult.Clean or ScanResult.NotNeeded => EvidenceReadability.Readable,
        ScanResult.NotScanned when IsDemonstration && !HasScanner => EvidenceReadability.Readable,
        ScanResult.NotScanned => EvidenceReadability.WaitingForScan,
        _ => EvidenceReadability.Never,
    };
}
