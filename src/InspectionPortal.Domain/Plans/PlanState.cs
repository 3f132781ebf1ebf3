namespace InspectionPortal.Domain.Plans;

/// <summary>Where a plan is in its life.</summary>
public enum PlanState
{
    /// <summary>Being written. Chief officers have not agreed it.</summary>
    Draft,

    /// <summary>Agreed by the chief officers; no reporting period has opened since.</summary>
    Agreed,

    /// <summary>Work and reporting are under way.</summary>
    Active,

    /// <summary>Finished. It can be read, and nothing in it changes.</summary>
    Closed,
}
