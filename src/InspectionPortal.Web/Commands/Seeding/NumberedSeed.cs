namespace InspectionPortal.Web.Commands.Seeding;

public sealed class NumberedSeed : SourcedSeed
{
    public int Number { get; set; }
    public string Text { get; set; } = string.Empty;
}
