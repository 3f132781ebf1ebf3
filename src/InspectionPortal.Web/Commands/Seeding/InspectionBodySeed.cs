namespace InspectionPortal.Web.Commands.Seeding;

public sealed class InspectionBodySeed
{
    public string Name { get; set; } = string.Empty;
    public bool Lead { get; set; }
}
