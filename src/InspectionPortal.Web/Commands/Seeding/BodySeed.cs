namespace InspectionPortal.Web.Commands.Seeding;

public sealed class BodySeed
{
    public string Name { get; set; } = string.Empty;
    public string ShortName { get; set; } = string.Empty;
    public List<AccountSeed> Officers { get; set; } = [];
}
