namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>Work that is carried over into a plan.</summary>
public sealed class CarryOverSeed
{
    /// <summary>Title of the plan that it comes from.</summary>
    public string From { get; set; } = string.Empty;

    public string On { get; set; } = string.Empty;
    public List<string> Projects { get; set; } = [];

    /// <summary>Why the deadlines of the carried projects are others now.</summary>
    public string SlipReason { get; set; } = string.Empty;
}
