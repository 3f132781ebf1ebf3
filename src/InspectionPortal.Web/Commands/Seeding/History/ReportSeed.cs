namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>What the partnership lead writes in a report, and who approves it when.</summary>
public sealed class ReportSeed
{
    public string Summary { get; set; } = string.Empty;
    public List<SoughtSeed> Decisions { get; set; } = [];

    /// <summary>The day of each approval, by account.</summary>
    public Dictionary<string, string> Approved { get; set; } = [];

    /// <summary>That a chief officer first returned it.</summary>
    public ReturnSeed? Returned { get; set; }
}
