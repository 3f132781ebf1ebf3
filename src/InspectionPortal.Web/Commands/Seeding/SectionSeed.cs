namespace InspectionPortal.Web.Commands.Seeding;

public sealed class SectionSeed
{
    public string Heading { get; set; } = string.Empty;
    public string Body { get; set; } = string.Empty;
}
