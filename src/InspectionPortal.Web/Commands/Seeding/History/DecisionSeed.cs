namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>That a recommendation was met or is open again, and which report says so.</summary>
public sealed class DecisionSeed
{
    public string RecordedOn { get; set; } = string.Empty;
    public string Recommendation { get; set; } = string.Empty;
    public string State { get; set; } = "met";
    public string On { get; set; } = string.Empty;

    /// <summary>Title of the progress review that says so.</summary>
    public string? Review { get; set; }

    /// <summary>Title of the inspection that says so.</summary>
    public string? Inspection { get; set; }

    /// <summary>Title of the later plan's report that says so.</summary>
    public string? Report { get; set; }

    public string? Note { get; set; }
}
