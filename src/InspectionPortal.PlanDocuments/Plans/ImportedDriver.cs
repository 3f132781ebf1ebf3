using System.Text.Json.Serialization;

namespace InspectionPortal.PlanDocuments.Plans;

public sealed record ImportedDriver(string Title)
{
    public List<string> Recommendations { get; } = [];
    public List<ImportedDriver> Drivers { get; } = [];
    public List<ImportedProject> Projects { get; } = [];
    public List<ImportedMeasure> Measures { get; } = [];

    [JsonIgnore]
    public IEnumerable<ImportedProject> AllProjects => Projects.Concat(Drivers.SelectMany(d => d.AllProjects));
}
