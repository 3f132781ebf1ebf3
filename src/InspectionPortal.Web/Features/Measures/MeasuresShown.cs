namespace InspectionPortal.Web.Features.Measures;

/// <summary>Which measures the page shows.</summary>
public enum MeasuresShown
{
    All,

    /// <summary>A special cause, a target in danger or a milestone past its date.</summary>
    Signals,

    /// <summary>Those of them that ask somebody to act.</summary>
    Attention,

    /// <summary>A target at risk or missed.</summary>
    Danger,

    /// <summary>Things to be delivered by a date.</summary>
    Milestones,
}
