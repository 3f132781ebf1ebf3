namespace InspectionPortal.Web.Commands.Seeding;

public sealed class PlatformSeed
{
    public List<BodySeed> ScrutinyBodies { get; set; } = [];
    public AccountSeed? Administrator { get; set; }
}
