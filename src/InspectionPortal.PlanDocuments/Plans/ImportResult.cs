using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using InspectionPortal.PlanDocuments.PortalFormat;

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

    /// <summary>The copy of the plan in a file that the portal wrote and that is read as such; null in other files.</summary>
    [JsonIgnore]
    public PlanCopy? Copy { get; init; }

    /// <summary>How many rows it would be, about, with those that come as a copy.</summary>
    [JsonIgnore]
    public int Pieces => Math.Max(Plan.Pieces, Copy?.Read().Rows.Values.Sum(r => r?.Count ?? 0) ?? 0);

    /// <summary>The document of the verb <c>import --json</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
