namespace InspectionPortal.Web.Commands.Seeding;

public sealed class PartnershipSeed
{
    public string Slug { get; set; } = string.Empty;
    public string Name { get; set; } = string.Empty;
    public string Kind { get; set; } = "partnership";
    public string? AsAt { get; set; }
    public string TimeZone { get; set; } = "Europe/London";
    public int? Quorum { get; set; }
    public Dictionary<string, string> Vocabulary { get; set; } = [];
    public LayoutSeed? Layout { get; set; }
    public List<RatingSeed> RagKey { get; set; } = [];
    public string? Demonstration { get; set; }
}
