namespace InspectionPortal.Web.Commands.Seeding;

public sealed class GrantSeed
{
    public string Body { get; set; } = string.Empty;
    public string Scope { get; set; } = string.Empty;
}
