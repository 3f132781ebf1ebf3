namespace InspectionPortal.Web.Features.Evidence;

/// <summary>What a grant means for one version.</summary>
public enum EvidenceAccess
{
    /// <summary>The grant opens it: now if it is released, or from the moment that it is.</summary>
    Open,

    /// <summary>An approved report lists it.</summary>
    InReport,

    /// <summary>Only once it is listed in a report that is submitted after the release and approved.</summary>
    AfterNextReport,

    /// <summary>It proves nothing of the plan that the grant opens.</summary>
    NotThisPlan,
}
