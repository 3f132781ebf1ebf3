namespace InspectionPortal.Web.Commands.Seeding;

public sealed class GradingSeed : SourcedSeed
{
    public string? Indicator { get; set; }
    public string Title { get; set; } = string.Empty;
    public string? Scale { get; set; }
    public string Grade { get; set; } = string.Empty;
    public List<GradingSeed> Gradings { get; set; } = [];
}
