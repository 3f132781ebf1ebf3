using System.Text.Json.Serialization;

namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>How one sees whether it works.</summary>
/// <param name="Title">As written.</param>
/// <param name="Kind">"outcome", "process", "balancing" or "milestone".</param>
public sealed record ImportedMeasure(string Title, string Kind)
{
    /// <summary>For a milestone, by when; left out of the document where none is given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImportedDeadline? Deadline { get; init; }
}
