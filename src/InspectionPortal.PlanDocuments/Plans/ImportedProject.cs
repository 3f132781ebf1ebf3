using System.Text.Json.Serialization;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.PlanDocuments.Columns;

namespace InspectionPortal.PlanDocuments.Plans;

public sealed record ImportedProject
{
    public string? Number { get; set; }
    public required string Title { get; set; }
    public string? Difference { get; set; }
    public string? Success { get; set; }
    public string? Impact { get; set; }
    public ImportedDeadline Deadline { get; set; } = ImportedDeadline.None;
    public IReadOnlyList<ImportedLead> Leads { get; set; } = [];
    public IReadOnlyList<ImportedMeasure> Measures { get; set; } = [];
    public string? Progress { get; set; }
    public string? Evidence { get; set; }

    /// <summary>The rating as written.</summary>
    public string? Rag { get; set; }

    /// <summary>The status as written.</summary>
    public string? Status { get; set; }

    public IReadOnlyList<string> Recommendations { get; set; } = [];
    public List<ImportedSubAction> SubActions { get; } = [];

    /// <summary>The row's place in the file.</summary>
    public required string Source { get; init; }

    /// <summary>What a category says in place of actions ("N/A"); left out of the document where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<ImportedNote>? CategoryNotes { get; set; }

    /// <summary>What no field takes, by its header, so that nothing is lost; left out of the document where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<ImportedOther>? Other { get; set; }

    /// <summary>Who leads, in the file's own words.</summary>
    [JsonIgnore]
    public string? LeadsText { get; set; }

    /// <summary>What only a file that the portal wrote itself tells; null for other files.</summary>
    [JsonIgnore]
    public ExportedExtras? Own { get; set; }

    /// <summary>Texts of columns that the document's first version did not have, by column; left out of it where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Dictionary<string, string>? Texts { get; set; }

    /// <summary>What the file says in the column of a field; null where it has none or is blank.</summary>
    public string? TextOf(ProjectField field) => field.Column switch
    {
        PlanField.Difference => Difference,
        PlanField.Success => Success,
        PlanField.Impact => Impact,
        PlanField.Evidence => Evidence,
        _ => Texts?.GetValueOrDefault(KeyOf(field)),
    };

    public void SetText(ProjectField field, string? text)
    {
        switch (field.Column)
        {
            case PlanField.Difference:
                Difference = text;
                break;
            case PlanField.Success:
                Success = text;
                break;
            case PlanField.Impact:
                Impact = text;
                break;
            case PlanField.Evidence:
                Evidence = text;
                break;
            case not null when text is not null:
                Texts ??= [];
                Texts[KeyOf(field)] = text;
                break;
        }
    }

    private static string KeyOf(ProjectField field) => ImportFields.Of(field).ToWire();

    public void AddOther(string header, string text)
    {
        Other ??= [];
        Other.Add(new ImportedOther(header, text));
    }

    public void AddNote(string category, string text)
    {
        CategoryNotes ??= [];
        CategoryNotes.Add(new ImportedNote(category, text));
    }
}
