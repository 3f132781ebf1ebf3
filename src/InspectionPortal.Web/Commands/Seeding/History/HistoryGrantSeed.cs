namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>What a scrutiny body may read of a plan, and until when.</summary>
public sealed class HistoryGrantSeed
{
    public string On { get; set; } = string.Empty;
    public string Body { get; set; } = string.Empty;

    /// <summary>"earlier" or "later".</summary>
    public string Plan { get; set; } = "later";

    public string Scope { get; set; } = string.Empty;
    public string? Until { get; set; }
}
