using System.Text.Json.Serialization;

namespace InspectionPortal.PlanDocuments.Plans;

public sealed record ImportedAim(string Title)
{
    public string? Vision { get; set; }
    public List<string> Outcomes { get; } = [];
    public List<string> Recommendations { get; } = [];
    public List<ImportedDriver> Drivers { get; } = [];
    public List<ImportedProject> Projects { get; } = [];

    /// <summary>The number or name before the title in the file ("1", "1.2"), where there is one.</summary>
    [JsonIgnore]
    public string? Number { get; set; }

    /// <summary>True where the file names no aim, and its own title stands for one.</summary>
    [JsonIgnore]
    public bool IsNameless { get; set; }

    /// <summary>The banner as the file has it, heading word and number included.</summary>
    [JsonIgnore]
    public string? Written { get; set; }
}
