namespace InspectionPortal.Measurement;

/// <summary>Which way is better.</summary>
public enum ImprovementDirection
{
    /// <summary>Neither: a change is a change, not an improvement or a concern.</summary>
    None,

    /// <summary>Higher is better.</summary>
    Up,

    /// <summary>Lower is better.</summary>
    Down,
}
