namespace InspectionPortal.Web.Commands.Seeding;

public sealed class InspectionsSeed
{
    public List<InspectionSeed> Inspections { get; set; } = [];
    public List<OwnPrioritySeed> OwnPriorities { get; set; } = [];
}
