namespace InspectionPortal.Web.Commands.Seeding;

public sealed class PeriodsSeed
{
    public List<PeriodSeed> Periods { get; set; } = [];
}
