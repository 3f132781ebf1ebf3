namespace InspectionPortal.Web.Commands.Seeding;

public sealed class MarkSeed
{
    public string Date { get; set; } = string.Empty;
    public string Text { get; set; } = string.Empty;
}
