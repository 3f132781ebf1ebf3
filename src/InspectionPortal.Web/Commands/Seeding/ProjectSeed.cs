namespace InspectionPortal.Web.Commands.Seeding;

public sealed class ProjectSeed : SourcedSeed
{
    public string Number { get; set; } = string.Empty;
    public string Title { get; set; } = string.Empty;
    public string? AimText { get; set; }
    public string? Difference { get; set; }
    public string? Success { get; set; }
    public string? Impact { get; set; }
    public string? Evidence { get; set; }
    public bool ChangeIdea { get; set; }
    public string? ExternalReference { get; set; }
    public string? Deadline { get; set; }
    public string? NoActionNeeded { get; set; }
    public List<LeadSeed> Leads { get; set; } = [];
    public string? LeadsWritten { get; set; }
    public List<LinkSeed> Recommendations { get; set; } = [];
    public List<SubActionSeed> SubActions { get; set; } = [];
    public List<CategoryNoteSeed> CategoryNotes { get; set; } = [];
    public List<DependsOnSeed> DependsOn { get; set; } = [];
    public List<MeasureSeed> Measures { get; set; } = [];
    public List<EntrySeed> Entries { get; set; } = [];
}
