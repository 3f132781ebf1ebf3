namespace InspectionPortal.Web.Commands.Seeding;

public sealed class RecommendationSeed : SourcedSeed
{
    public string Number { get; set; } = string.Empty;
    public string Kind { get; set; } = "recommendation";
    public string? Title { get; set; }
    public string Text { get; set; } = string.Empty;
    public string? Theme { get; set; }
    public bool Reworded { get; set; }
}
