namespace InspectionPortal.Web.Commands.Seeding;

public sealed class AimSeed : SourcedSeed
{
    public string Number { get; set; } = string.Empty;
    public string Statement { get; set; } = string.Empty;
    public string? Vision { get; set; }
    public List<string> KeyOutcomes { get; set; } = [];
    public string? ByDateText { get; set; }
    public string? Population { get; set; }
    public string? Threshold { get; set; }
    public int? MirrorsQuestion { get; set; }
    public List<LinkSeed> Recommendations { get; set; } = [];
    public List<MeasureSeed> Measures { get; set; } = [];
    public List<ProjectSeed> Projects { get; set; } = [];
    public List<DriverSeed> Drivers { get; set; } = [];
}
