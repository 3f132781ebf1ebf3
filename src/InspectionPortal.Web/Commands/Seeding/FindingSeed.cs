namespace InspectionPortal.Web.Commands.Seeding;

public sealed class FindingSeed : SourcedSeed
{
    public string Number { get; set; } = string.Empty;
    public string Text { get; set; } = string.Empty;
    public string? Judgement { get; set; }
}
