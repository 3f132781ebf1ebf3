using System.Text.Json.Serialization;

namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>Something to say about a file.</summary>
/// <param name="Where">The place, as a person would look for it: "Table 2, row 5", "Sheet 'Plan', row 7", "Row 14".</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence in plain words.</param>
public sealed record ImportIssue(string Where, ImportSeverity Severity, string Message)
{
    /// <summary>What somebody can decide about it; null where there is nothing to decide.</summary>
    [JsonIgnore]
    public ImportQuestion? Ask { get; init; }
}
