namespace InspectionPortal.Domain.People;

/// <summary>How often a link officer wants an e-mail about what moved in their partnerships.</summary>
public enum DigestFrequency
{
    /// <summary>From each Monday on.</summary>
    Weekly,

    /// <summary>From the first of each month on.</summary>
    Monthly,

    Never,
}
