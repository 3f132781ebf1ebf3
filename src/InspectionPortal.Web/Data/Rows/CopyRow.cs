using System.Text.Json;

namespace InspectionPortal.Web.Data.Rows;

/// <summary>A row of a plan's copy: its values by their names.</summary>
public sealed record CopyRow(Guid Id, Dictionary<string, JsonElement> Values)
{
    /// <summary>The id of the row that a value refers to; null for none.</summary>
    public Guid? Reference(string name) =>
        Values.TryGetValue(name, out var json) && json.ValueKind == JsonValueKind.String && json.TryGetGuid(out var id) ? id : null;

    /// <summary>A text; empty where there is none.</summary>
    public string Text(string name) =>
        Values.TryGetValue(name, out var json) && json.ValueKind == JsonValueKind.String ? json.GetString()! : string.Empty;
}
