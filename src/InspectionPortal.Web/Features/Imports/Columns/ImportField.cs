namespace InspectionPortal.Web.Features.Imports.Columns;

/// <summary>What a column of a plan can be read as.</summary>
public enum ImportField
{
    Aim,
    Driver,
    Number,
    Title,
    Difference,
    Success,
    Impact,
    Deadline,
    Leads,
    LeadsWith,
    Measures,
    Progress,
    Evidence,
    Rag,
    Status,
    Recommendations,
    Financial,
    Workforce,
    Partners,
    Systems,
    Leadership,
    ClosingTheLoop,
    OtherActions,

    /// <summary>One month of a year planner.</summary>
    Month,

    /// <summary>Kept with the project under its header.</summary>
    Other,
}

/// <summary>The names of the fields in JSON, in forms and in earlier choices.</summary>
public static class ImportFields
{
    private static readonly Dictionary<ImportField, string> Names = new()
    {
        [ImportField.Aim] = "aim",
        [ImportField.Driver] = "driver",
        [ImportField.Number] = "number",
        [ImportField.Title] = "title",
        [ImportField.Difference] = "difference",
        [ImportField.Success] = "success",
        [ImportField.Impact] = "impact",
        [ImportField.Deadline] = "deadline",
        [ImportField.Leads] = "leads",
        [ImportField.LeadsWith] = "leads.with",
        [ImportField.Measures] = "measures",
        [ImportField.Progress] = "progress",
        [ImportField.Evidence] = "evidence",
        [ImportField.Rag] = "rag",
        [ImportField.Status] = "status",
        [ImportField.Recommendations] = "recommendations",
        [ImportField.Financial] = "subActions.financial",
        [ImportField.Workforce] = "subActions.workforce",
        [ImportField.Partners] = "subActions.partners",
        [ImportField.Systems] = "subActions.systems",
        [ImportField.Leadership] = "subActions.leadership",
        [ImportField.ClosingTheLoop] = "subActions.closing-the-loop",
        [ImportField.OtherActions] = "subActions.other",
        [ImportField.Month] = "month",
        [ImportField.Other] = "other",
    };

    /// <summary>Every field with its name, in the order in which a form should offer them.</summary>
    public static IReadOnlyDictionary<ImportField, string> All => Names;

    public static string ToWire(this ImportField field) => Names[field];

    /// <summary>The field with this name; null where no field has it.</summary>
    public static ImportField? FromWire(string? name) =>
        Names.Where(n => string.Equals(n.Value, name, StringComparison.OrdinalIgnoreCase)).Select(n => (ImportField?)n.Key).FirstOrDefault();

    /// <summary>The category of the actions in a column; null where the column holds none.</summary>
    public static string? Category(this ImportField field) =>
        field is >= ImportField.Financial and <= ImportField.OtherActions ? Names[field]["subActions.".Length..] : null;
}
