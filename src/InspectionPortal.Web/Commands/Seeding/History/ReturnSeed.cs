namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>Why a report was returned, and what the next one says.</summary>
public sealed class ReturnSeed
{
    public string By { get; set; } = string.Empty;
    public string On { get; set; } = string.Empty;
    public string Comment { get; set; } = string.Empty;

    /// <summary>What has to change, by number of project.</summary>
    public Dictionary<string, string> Items { get; set; } = [];

    public string SubmittedAgainOn { get; set; } = string.Empty;
    public string Summary { get; set; } = string.Empty;
}
