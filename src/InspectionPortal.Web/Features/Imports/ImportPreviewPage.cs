using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Web.Features.Imports.Merging;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>The plan as it will be, with all there is to say and to choose.</summary>
public sealed class ImportPreviewPage
{
    /// <summary>Rows drawn until somebody asks for all.</summary>
    public const int FirstRows = 50;

    public required string Fingerprint { get; init; }
    public required IReadOnlyList<ImportIssue> Doubts { get; init; }
    public required IReadOnlyList<ImportIssue> Infos { get; init; }
    public required IReadOnlyList<ImportedColumn> Columns { get; init; }
    public required IReadOnlyList<ImportedTable> Tables { get; init; }
    public required IReadOnlyList<UnknownLead> Leads { get; init; }
    public required IReadOnlyList<ResponsibilityOption> Responsibilities { get; init; }
    public required IReadOnlyList<MergedRow> Rows { get; init; }
    public required int RowCount { get; init; }
    public required IReadOnlyList<string> NotInFile { get; init; }
    public required IReadOnlyDictionary<MergeKind, int> Found { get; init; }

    /// <summary>What bringing it in does, in words; empty where nothing changes.</summary>
    public required string Told { get; init; }

    public required bool IsEmpty { get; init; }
    public required int Steps { get; init; }

    /// <summary>What comes with the file beside its words; null for a file that the portal did not write.</summary>
    public ImportCopiedPage? Copied { get; init; }

    /// <summary>The title of the plan in the file; null where the file names none.</summary>
    public string? NewTitle { get; init; }

    /// <summary>What was just chosen for columns, by their keys, and could not be kept.</summary>
    public Dictionary<string, string> ChosenColumns { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same for names.</summary>
    public Dictionary<string, string> ChosenLeads { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same for doubts, by the keys of their questions.</summary>
    public Dictionary<string, string> ChosenReadings { get; } = new(StringComparer.Ordinal);

    /// <summary>The same for the table.</summary>
    public string? ChosenTable { get; set; }

    /// <summary>How sure the portal is, in a sentence.</summary>
    public string Sure => DoubtCount switch
    {
        0 => "Nothing to check.",
        1 => "Please check 1 item. You can still import the plan.",
        _ => $"Please check {EnglishText.Count(DoubtCount, "item")}. You can still import the plan.",
    };

    /// <summary>How many things want a look.</summary>
    public int DoubtCount => Doubts.Count + Leads.Count;
}
