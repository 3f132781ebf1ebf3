namespace InspectionPortal.Web.Commands.Seeding.History;

public sealed class QuartersSeed
{
    public List<QuarterSeed> Quarters { get; set; } = [];
}
