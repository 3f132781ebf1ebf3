namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>Which rows of the overview are shown.</summary>
public enum PartnershipsShown
{
    All,

    /// <summary>Those in which something moved.</summary>
    Moved,

    /// <summary>Those with a rating that went down, or a deadline that slipped.</summary>
    Worse,

    /// <summary>Those with a recommendation that no released evidence answers.</summary>
    NoEvidence,

    /// <summary>Those whose next report is past its day.</summary>
    Overdue,
}
