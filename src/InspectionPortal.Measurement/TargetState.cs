namespace InspectionPortal.Measurement;

/// <summary>How a target stands.</summary>
public enum TargetState
{
    /// <summary>It cannot be said: neither way is better, or there is no figure to go by.</summary>
    NotKnown,

    /// <summary>Its date has not passed, and present performance leads to it.</summary>
    OnTrack,

    /// <summary>Its date has not passed, and present performance does not lead to it.</summary>
    AtRisk,

    /// <summary>Its date has passed and it had been reached.</summary>
    Met,

    /// <summary>Its date has passed and it had not been reached.</summary>
    Missed,
}
