namespace InspectionPortal.Web.Commands.Seeding;

public sealed class EntrySeed : SourcedSeed
{
    public string? Agency { get; set; }
    public string? DateText { get; set; }
    public string Text { get; set; } = string.Empty;
}
