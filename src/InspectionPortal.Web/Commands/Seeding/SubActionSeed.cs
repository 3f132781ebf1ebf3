namespace InspectionPortal.Web.Commands.Seeding;

public sealed class SubActionSeed : SourcedSeed
{
    public string Category { get; set; } = "other";
    public string Text { get; set; } = string.Empty;
    public List<string> Owners { get; set; } = [];
    public string? OwnersWritten { get; set; }
    public string? Deadline { get; set; }

    /// <summary>Given where the document says that the step has begun.</summary>
    public string Status { get; set; } = "not-started";
}
