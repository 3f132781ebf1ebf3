namespace InspectionPortal.Web.Commands.Seeding;

public sealed class RatingSeed
{
    public string Code { get; set; } = string.Empty;
    public string Name { get; set; } = string.Empty;
    public string Meaning { get; set; } = string.Empty;
    public string Colour { get; set; } = string.Empty;
    public string Shape { get; set; } = string.Empty;
    public int Order { get; set; }
}
