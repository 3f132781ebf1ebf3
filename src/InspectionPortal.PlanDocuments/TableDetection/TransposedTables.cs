using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>Turns tables in which each action is a column, and what is said of it stands on the left.</summary>
internal static class TransposedTables
{
    private const double Sure = 0.85;

    /// <summary>The document with such tables turned, so that each action is a row.</summary>
    public static SourceDocument Turn(SourceDocument document, ImportIssues issues) =>
        document with { Blocks = [.. document.Blocks.Select(b => b is SourceTable table && IsTurned(table) ? Turn(table, issues) : b)] };

    private static bool IsTurned(SourceTable table)
    {
        var rows = table.Rows.Where(r => r.Cells.Any(c => !c.IsBlank)).ToList();
        if (rows.Count is < 3 or > 40 || TableShape.Width(table) < 3 || rows.Exists(r => r.Before > 0 || r.Cells.Count < 2 || r.Cells.Any(c => c.Across > 1)))
        {
            return false;
        }

        var labels = rows.Select(r => HeaderSynonyms.Read(r.Cells[0].Text)).ToList();
        var fields = labels.Where(l => l is { Sureness: >= Sure }).Select(l => l!.Value.Field).Distinct().ToList();
        return fields.Count >= 3 && fields.Contains(ImportField.Title) && (fields.Contains(ImportField.Leads) || fields.Contains(ImportField.Deadline))
            && labels.Count(l => l is not null) >= rows.Count * 0.75
            && !HasLabels(rows[0].Cells.Skip(1)) && !HasLabels(rows.Where(r => r.Cells.Count > 2).Select(r => r.Cells[2]));
    }

    private static bool HasLabels(IEnumerable<SourceCell> cells)
    {
        var filled = cells.Where(c => !c.IsBlank).ToList();
        return filled.Count(c => c.Text.Length < 40 && HeaderSynonyms.Read(c.Text) is { Sureness: >= Sure, Field: not ImportField.Month }) >= Math.Max(1, filled.Count * 0.5);
    }

    private static SourceTable Turn(SourceTable table, ImportIssues issues)
    {
        issues.Info(table.Where.Length == 0 ? "The table" : table.Where, "Each action is a column of this table, so its columns were read as rows.");
        var rows = table.Rows.Where(r => r.Cells.Any(c => !c.IsBlank)).ToList();
        var before = table.Where.Length == 0 ? "Column" : $"{table.Where}, column";
        return table with
        {
            Rows = [.. Enumerable.Range(0, rows.Max(r => r.Cells.Count)).Select(i => new SourceRow($"{before} {i + 1}", [.. rows.Select(r => r.Cells.ElementAtOrDefault(i) ?? SourceCell.Empty)]))],
        };
    }
}
