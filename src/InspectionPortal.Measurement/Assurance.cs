namespace InspectionPortal.Measurement;

/// <summary>The assurance icon of the Making Data Count programme: whether the process will reach the target if nothing changes.</summary>
public enum Assurance
{
    /// <summary>Yes: the target lies beyond the limit on the worse side.</summary>
    Pass,

    /// <summary>No: the target lies beyond the limit on the better side.</summary>
    Fail,

    /// <summary>By chance: the target lies on or between the limits.</summary>
    HitOrMiss,
}
