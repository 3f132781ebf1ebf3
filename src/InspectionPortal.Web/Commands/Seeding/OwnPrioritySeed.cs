namespace InspectionPortal.Web.Commands.Seeding;

public sealed class OwnPrioritySeed : SourcedSeed
{
    public string Number { get; set; } = string.Empty;
    public string? Title { get; set; }
    public string Text { get; set; } = string.Empty;
    public string? Theme { get; set; }
    public string? InternalSource { get; set; }
}
