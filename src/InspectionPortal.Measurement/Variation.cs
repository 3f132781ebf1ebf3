namespace InspectionPortal.Measurement;

/// <summary>The variation icon of the Making Data Count programme: what the latest figure says.</summary>
public enum Variation
{
    /// <summary>No special cause at the latest figure.</summary>
    CommonCause,

    /// <summary>Special cause, the latest figure being on the better side of the mean.</summary>
    Improvement,

    /// <summary>Special cause, the latest figure not being on the better side of the mean.</summary>
    Concern,

    /// <summary>Special cause where neither way is better.</summary>
    Neither,
}
