namespace InspectionPortal.Web.Features.Reports;

/// <summary>Why a project is among the exceptions, the gravest first; each project is there once.</summary>
public enum ExceptionKind
{
    Worsened,
    Slipped,

    /// <summary>The last forecast that was accepted is later than the deadline.</summary>
    LaterForecast,
    OffTrack,
    Late,
}
