using System.Text.Json.Serialization;

namespace InspectionPortal.PlanDocuments.Plans;

public sealed record ImportedPlan(IReadOnlyList<ImportedAim> Aims)
{
    [JsonIgnore]
    public IEnumerable<ImportedProject> Projects =>
        Aims.SelectMany(a => a.Projects.Concat(a.Drivers.SelectMany(d => d.AllProjects)));

    /// <summary>How many rows it would be, about: aims, projects, and what hangs on these.</summary>
    [JsonIgnore]
    public int Pieces => Aims.Count + Projects.Sum(p => 1 + p.Leads.Count + p.Measures.Count + p.SubActions.Sum(s => 1 + s.Owners.Count)
        + (p.CategoryNotes?.Count ?? 0) + p.Recommendations.Count + (p.Progress is null ? 0 : 1));
}
