namespace InspectionPortal.Web.Commands.Seeding;

public sealed class DriverSeed : SourcedSeed
{
    public string Text { get; set; } = string.Empty;
    public List<LinkSeed> Recommendations { get; set; } = [];
    public List<MeasureSeed> Measures { get; set; } = [];
    public List<ProjectSeed> Projects { get; set; } = [];
    public List<DriverSeed> Drivers { get; set; } = [];
}
