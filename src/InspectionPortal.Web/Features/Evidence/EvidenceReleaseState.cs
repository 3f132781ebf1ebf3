namespace InspectionPortal.Web.Features.Evidence;

public enum EvidenceReleaseState
{
    Released,
    NotReleased,

    /// <summary>Its newest version waits for a virus scan.</summary>
    WaitingForScan,

    /// <summary>The scan found a virus in its newest version.</summary>
    VirusFound,

    /// <summary>It is about something of more than a year ago.</summary>
    OutOfDate,

    /// <summary>It stopped being evidence. Shown only where it is asked for.</summary>
    Withdrawn,
}
