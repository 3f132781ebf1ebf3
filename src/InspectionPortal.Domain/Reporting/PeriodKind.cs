namespace InspectionPortal.Domain.Reporting;

/// <summary>What the chief officers approve.</summary>
public enum PeriodKind
{
    /// <summary>A reporting period with updates: a quarter, or what the calendar makes of it.</summary>
    Quarter,

    /// <summary>The plan as it was first put to the chief officers. Nobody is asked for an update.</summary>
    Baseline,

    /// <summary>What became of the plan. When it is approved, the plan is closed.</summary>
    Closing,
}
