namespace InspectionPortal.Measurement;

/// <summary>The rule that a reading rests on.</summary>
public enum ReadingReason
{
    /// <summary>None: no signal.</summary>
    NoSignal,

    /// <summary>The latest figure is outside a limit.</summary>
    Outside,

    /// <summary>The latest figures rise or fall one after another.</summary>
    Trend,

    /// <summary>Two of the latest three are close to a limit.</summary>
    TwoInThree,

    /// <summary>The latest figures are on one side of the centre line for longer than chance explains.</summary>
    Run,

    /// <summary>Such a run was there earlier in the phase.</summary>
    EarlierRun,

    /// <summary>The figures cross the centre line less often than chance explains.</summary>
    FewCrossings,

    /// <summary>The figures cross the centre line more often than chance explains (the classic rules' runs table).</summary>
    ManyCrossings,
}
