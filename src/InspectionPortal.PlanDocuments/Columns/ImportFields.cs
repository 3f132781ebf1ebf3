using System.Text.Json;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.PlanDocuments.Columns;

/// <summary>The names of the fields in JSON, in forms and in earlier choices.</summary>
public static class ImportFields
{
    private static readonly Dictionary<ImportField, string> Special = new()
    {
        [ImportField.LeadsWith] = "leads.with",
        [ImportField.Financial] = "subActions.financial",
        [ImportField.Workforce] = "subActions.workforce",
        [ImportField.Partners] = "subActions.partners",
        [ImportField.Systems] = "subActions.systems",
        [ImportField.Leadership] = "subActions.leadership",
        [ImportField.ClosingTheLoop] = "subActions.closing-the-loop",
        [ImportField.OtherActions] = "subActions.other",
    };

    private static readonly Dictionary<ImportField, string> Names =
        Enum.GetValues<ImportField>().ToDictionary(f => f, f => Special.GetValueOrDefault(f) ?? JsonNamingPolicy.CamelCase.ConvertName(f.ToString()));

    /// <summary>Every field with its name, in the order in which a form should offer them.</summary>
    public static IReadOnlyDictionary<ImportField, string> All => Names;

    public static string ToWire(this ImportField field) => Names[field];

    /// <summary>What feeds a text of a project that has a column of its own: the field of the column's name.</summary>
    public static ImportField Of(ProjectField field) => Enum.Parse<ImportField>(field.Column!.Value.ToString());

    /// <summary>The text of a project that a column feeds; null where it feeds something else.</summary>
    public static ProjectField? TextOf(ImportField field) => ProjectFields.OwnColumns.FirstOrDefault(f => Of(f) == field);

    /// <summary>The field with this name; null where no field has it.</summary>
    public static ImportField? FromWire(string? name) =>
        Names.Where(n => string.Equals(n.Value, name, StringComparison.OrdinalIgnoreCase)).Select(n => (ImportField?)n.Key).FirstOrDefault();

    /// <summary>The category of the actions in a column; null where the column holds none.</summary>
    public static string? Category(this ImportField field) =>
        field is >= ImportField.Financial and <= ImportField.OtherActions ? Names[field]["subActions.".Length..] : null;
}
