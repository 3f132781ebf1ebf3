namespace InspectionPortal.Domain.Reporting;

public enum PeriodState
{
    /// <summary>Updates come in.</summary>
    Open,

    /// <summary>Closed by the partnership lead, who reviews and submits.</summary>
    WithLead,

    /// <summary>The snapshot is with the chief officers.</summary>
    Submitted,

    /// <summary>The quorum approved that snapshot; it is the published report for ever.</summary>
    Approved,
}
