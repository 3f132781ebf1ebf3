namespace InspectionPortal.Web.Commands.Seeding;

public sealed class LinkSeed
{
    public string Number { get; set; } = string.Empty;
    public string Basis { get; set; } = "stated";
    public string? Why { get; set; }
}
