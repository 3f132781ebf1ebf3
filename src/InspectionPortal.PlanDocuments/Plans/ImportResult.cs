using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>What a file holds, as the plan it would become, with how its columns were read and what is doubted.</summary>
public sealed record ImportResult(ImportedPlan Plan, IReadOnlyList<ImportedColumn> Columns, IReadOnlyList<ImportIssue> Issues)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The tables that could be the plan, the one that was taken among them.</summary>
    [JsonIgnore]
    public IReadOnlyList<ImportedTable> Tables { get; init; } = [];

    /// <summary>The document of the verb <c>import --json</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
