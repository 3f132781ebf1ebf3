namespace InspectionPortal.Measurement;

/// <summary>Why one point stands out. The order is that of precedence where several rules meet, the first being strongest.</summary>
public enum PointSignal
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It lies outside a control limit.</summary>
    Outside,

    /// <summary>It is part of a trend.</summary>
    Trend,

    /// <summary>It is one of two points of three that are close to the same limit.</summary>
    TwoInThree,

    /// <summary>It is part of a shift: a run on one side of the centre line.</summary>
    Shift,
}
