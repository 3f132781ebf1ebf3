using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Imports.Reading;

namespace InspectionPortal.Web.Features.Imports.Finding;

/// <summary>Turns a plan of small forms, one an action with labels on the left, into one table.</summary>
internal static class FormTables
{
    /// <summary>The labels and values of a form; null where the table is none.</summary>
    public static List<(string Label, SourceCell Value)>? Read(SourceTable table)
    {
        var width = TableShape.Width(table);
        if (width is not (2 or 4) || table.Rows.Count is < 2 or > 40)
        {
            return null;
        }

        var pairs = new List<(string Label, SourceCell Value)>();
        foreach (var row in table.Rows)
        {
            for (var i = 0; i + 1 < row.Cells.Count; i += 2)
            {
                Add(pairs, row.Cells[i], row.Cells[i + 1]);
            }

            if (row.Cells.Count == 1 && !row.Cells[0].IsBlank)
            {
                pairs.Add(("Action", row.Cells[0]));
            }
        }

        var fields = pairs.Select(p => HeaderWords.Read(p.Label)?.Field).ToList();
        var known = fields.Count(f => f is not null);
        var isForm = fields.OfType<ImportField>().Distinct().Count() >= 3 && known >= pairs.Count * 0.6 && pairs.TrueForAll(p => p.Label.Length <= 80)
            && pairs.Select(p => HeaderWords.Plain(p.Label)).Distinct(StringComparer.Ordinal).Count() == pairs.Count;
        return isForm && !HeadsColumns(table) ? pairs : null;
    }

    private static void Add(List<(string Label, SourceCell Value)> pairs, SourceCell label, SourceCell value)
    {
        if (!label.IsBlank)
        {
            pairs.Add((label.Text.ReplaceLineEndings(" ").TrimEnd(':', ' '), value));
        }
        else if (!value.IsBlank && pairs.Count > 0)
        {
            pairs[^1] = (pairs[^1].Label, pairs[^1].Value with { Lines = [.. pairs[^1].Value.Lines, .. value.Lines] });
        }
    }

    /// <summary>Whether the first row heads two columns ("Action", "Lead"), so that the rows are a list and no form.</summary>
    private static bool HeadsColumns(SourceTable table)
    {
        var first = table.Rows[0].Cells.Where(c => !c.IsBlank).ToList();
        var heads = first.Count > 1 && first.TrueForAll(c => HeaderWords.Read(c.Text) is { Sureness: >= 0.9 } && c.Text.Length < 40);
        var labels = table.Rows.Count(r => r.Cells.Count > 0 && HeaderWords.Read(r.Cells[0].Text) is { Sureness: >= 0.85 });
        return heads && labels < table.Rows.Count * 0.6;
    }
}
