namespace InspectionPortal.Measurement;

/// <summary>The rule that decided how a target stands.</summary>
public enum TargetRule
{
    /// <summary>No rule could be used.</summary>
    NoRule,

    /// <summary>The latest figure dated on or before the target's date decides, because that date has passed.</summary>
    FigureAtDate,

    /// <summary>The control limits decide: the whole band of expected variation against the target.</summary>
    Limits,

    /// <summary>The latest figure decides, because it has reached the target already.</summary>
    LatestFigure,

    /// <summary>The straight line from the first figure to the target on its date decides: the latest figure is held against it.</summary>
    StraightLine,
}
