namespace InspectionPortal.Measurement;

/// <summary>Where the latest figures are going.</summary>
public enum Course
{
    /// <summary>There is no figure that counts.</summary>
    NoFigures,

    /// <summary>Too few figures for the rules in force, and no signal yet.</summary>
    TooEarly,

    /// <summary>No signal at the latest figures: what varies is what always varied.</summary>
    Steady,

    /// <summary>A signal on the better side.</summary>
    Improving,

    /// <summary>A signal on the worse side.</summary>
    GettingWorse,

    /// <summary>
    /// A signal that is neither: no way is better, it is not at the latest figures, or the figures move one way on the other side.
    /// </summary>
    Changing,
}
