using InspectionPortal.PlanDocuments.Building;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>Finds the header of a table, in one row or two, below a title block or not, and judges whether it heads a plan.</summary>
internal static class HeaderFinder
{
    private const int Deepest = 15;
    private const int LongestHeader = 140;

    private static readonly Dictionary<ImportField, double> Weights = new()
    {
        [ImportField.Title] = 3,
        [ImportField.Deadline] = 2,
        [ImportField.Leads] = 2,
        [ImportField.Rag] = 1,
        [ImportField.Status] = 1,
        [ImportField.Progress] = 1,
        [ImportField.Measures] = 1,
        [ImportField.Recommendations] = 1,
    };

    /// <summary>The table with the likeliest header; one with score 0 where none is likely.</summary>
    public static TableShape Find(SourceTable table)
    {
        TableShape? best = null;
        var bestKnown = 0.0;
        for (var i = 0; i < Math.Min(Deepest, table.Rows.Count); i++)
        {
            foreach (var columns in Readings(table, i))
            {
                var known = Known(columns.Columns, table.Rows[i]) + (columns.Rows == 2 && GoesOn(table.Rows[i + 1]) ? 1 : 0);
                if (known > bestKnown)
                {
                    bestKnown = known;
                    best = new TableShape(table, i, columns.Rows, columns.Columns, 0);
                }
            }
        }

        best = HeaderSplit.Apart(best ?? Unknown(table));
        return best with { Score = Judge(best) };
    }

    /// <summary>A header of one row, and of two where the next row breaks its cells down.</summary>
    private static IEnumerable<(IReadOnlyList<TableColumn> Columns, int Rows)> Readings(SourceTable table, int i)
    {
        var row = table.Rows[i];
        var filled = row.Cells.Where(c => !c.IsBlank).ToList();
        if (filled.Count < 2 || filled.Exists(c => c.Text.Length > LongestHeader))
        {
            yield break;
        }

        yield return (One(row, TableShape.Width(table)), 1);
        if (i + 1 < table.Rows.Count && Two(row, table.Rows[i + 1]) is { } two)
        {
            yield return (two, 2);
        }
    }

    private static List<TableColumn> One(SourceRow row, int width)
    {
        var columns = TableShape.Placed(row).Select(p => new TableColumn(p.From, p.To, Text(p.Cell), null, p.Cell.Footnotes)).ToList();
        for (var from = columns.Count == 0 ? 0 : columns[^1].To + 1; from < width; from++)
        {
            columns.Add(new TableColumn(from, from, "", null, []));
        }

        return columns;
    }

    private static List<TableColumn>? Two(SourceRow upper, SourceRow lower)
    {
        var above = TableShape.Placed(upper).ToList();
        var below = TableShape.Placed(lower).ToList();
        if (below.TrueForAll(b => b.Cell.IsBlank) || below.Exists(b => b.Cell.Text.Length > 80))
        {
            return null;
        }

        var columns = new List<TableColumn>();
        var grouped = 0;
        (string Text, int To)? open = null;
        foreach (var (cell, from, to) in below)
        {
            var over = above.Find(a => a.From <= from && a.To >= from);
            var words = over.Cell is null ? "" : Text(over.Cell);
            if (words.Length > 0)
            {
                var isWide = over.To > over.From || above.Find(a =>
                    a.From == over.To + 1) is { Cell.IsBlank: true, Cell.Down: MergeDown.None };
                open = isWide ? (words, over.To) : null;
            }

            if (cell.IsBlank || cell.Down == MergeDown.Continued)
            {
                columns.Add(new TableColumn(from, to, words, null, over.Cell?.Footnotes ?? []));
                continue;
            }

            var group = words.Length > 0 ? words : open?.Text;
            if (group is null && words.Length == 0 && over.Cell is not null)
            {
                columns.Add(new TableColumn(from, to, Text(cell), null, cell.Footnotes));
                continue;
            }

            if (open is null)
            {
                return null;
            }

            grouped++;
            columns.Add(new TableColumn(from, to, Text(cell), group, cell.Footnotes));
        }

        return grouped >= 2 ? columns : null;
    }

    /// <summary>True where cells of the row above reach down into this one, beside words of its own.</summary>
    private static bool GoesOn(SourceRow row) => row.Cells.Any(c => c.Down == MergeDown.Continued) && row.Cells.Any(c => !c.IsBlank);

    private static string Text(SourceCell cell) =>
        string.Join(' ', cell.Lines.Select(l => l.Marker is null or DocxNumbering.Bullet ? l.Text : $"{l.Marker} {l.Text}"));

    /// <summary>How many columns have a header that is known, less the cells that are not; 0 where that is too few.</summary>
    private static double Known(IReadOnlyList<TableColumn> columns, SourceRow row)
    {
        var filled = columns.Where(c => c.Header.Length > 0).ToList();
        var read = filled.Select(c => HeaderSynonyms.Read(c.Header, c.Upper)).ToList();
        var known = read.Where(r => r is not null && r.Value.Field != ImportField.Month).ToList();
        var fields = known.Select(r => r!.Value.Field).Distinct().Count();
        if (fields < 2 || (!IsSure(filled, read) && known.Count + read.Count(r => r is { Field: ImportField.Month }) < filled.Count * 0.45))
        {
            return 0;
        }

        var content = row.Cells.Count(c => c.Text.Any(char.IsAsciiDigit) && CellContent.IsDeadline(c.Text)
            && HeaderSynonyms.Read(c.Text) is null);
        return known.Sum(r => r!.Value.Sureness) + fields - content - ((filled.Count - known.Count) * 0.2) + (row.IsHeader ? 1
            : 0) - (filled.Average(c => c.Header.Length) / 100);
    }

    /// <summary>
    /// Among many columns of a partnership's own: short headers that name the action, who does it and by when beyond doubt.
    /// </summary>
    private static bool IsSure(List<TableColumn> filled, List<(ImportField Field, double Sureness)?> read) =>
        filled.TrueForAll(c => c.Header.Length <= 60)
        && new[] { ImportField.Title, ImportField.Leads, ImportField.Deadline }.All(f =>
            read.Exists(r => r is { Sureness: >= 0.9 } known && known.Field == f));

    /// <summary>A table whose headers are not known: its first row, if that has a word in every column and looks unlike the rest.</summary>
    private static TableShape Unknown(SourceTable table)
    {
        var width = TableShape.Width(table);
        var at = table.Rows.TakeWhile(r => r.Cells.Count(c => !c.IsBlank) < Math.Max(2, width / 2)).Count();
        if (at >= Math.Min(Deepest, table.Rows.Count) || width < 2)
        {
            return new TableShape(table, 0, 0, [], 0);
        }

        var row = table.Rows[at];
        var isHeader = row.IsHeader || (row.Cells.Where(c => !c.IsBlank).All(c => c.IsBold || c.Fill is not null)
            && row.Cells.Sum(c => c.Text.Length) < 400);
        return isHeader ? new TableShape(table, at, 1, One(row, width), 0) : new TableShape(table, 0, 0, [], 0);
    }

    private static double Judge(TableShape shape)
    {
        if (shape.HeaderRows == 0)
        {
            return 0;
        }

        var fields = shape.Columns.Select(c => HeaderSynonyms.Read(c.Header, c.Upper)?.Field).OfType<ImportField>().ToHashSet();
        var rows = shape.Table.Rows.Skip(shape.HeaderRow + shape.HeaderRows).ToList();
        if (!fields.Contains(ImportField.Deadline) || !fields.Contains(ImportField.Leads) || !fields.Contains(ImportField.Title))
        {
            AddByContent(shape, rows, fields);
        }

        var says = fields.Contains(ImportField.Title)
            || fields.Overlaps([ImportField.Aim, ImportField.Driver, ImportField.Recommendations, ImportField.OtherActions,
                ImportField.Difference, ImportField.Measures, ImportField.Impact]);
        var manages = fields.Overlaps([ImportField.Deadline, ImportField.Leads, ImportField.Rag, ImportField.Status, ImportField.Month])
            || (fields.Contains(ImportField.Recommendations) && fields.Contains(ImportField.Progress))
            || (fields.Contains(ImportField.Title) && fields.Overlaps([ImportField.Progress, ImportField.Success, ImportField.Impact,
                ImportField.Measures]));
        return says && manages ? fields.Sum(f => Weights.GetValueOrDefault(f, 0.5)) : 0;
    }

    /// <summary>
    /// A table with nothing above its columns, where they tell by themselves: something to do, by whom and by when; null otherwise.
    /// </summary>
    public static TableShape? WithoutHeader(SourceTable table)
    {
        var width = TableShape.Width(table);
        var shape = new TableShape(table, 0, 0, [.. Enumerable.Range(0, width).Select(i => new TableColumn(i, i, "", null, []))], 1);
        var fields = new HashSet<ImportField>();
        if (width > 2 && table.Rows.Count > 1 && table.Rows[0].Cells.Count(c => HeaderSynonyms.Read(c.Text) is { Sureness: >= 1 }) < 2)
        {
            AddByContent(shape, [.. table.Rows], fields);
        }

        return fields.Contains(ImportField.Title) && fields.Overlaps([ImportField.Deadline, ImportField.Leads]) ? shape : null;
    }

    private static void AddByContent(TableShape shape, List<SourceRow> rows, HashSet<ImportField> fields)
    {
        var cells = rows.Take(40).Select(shape.Cells).ToList();
        for (var i = 0; i < shape.Columns.Count; i++)
        {
            var filled = cells.Select(c => c[i].Text).Where(t => t.Length > 0).ToList();
            if (filled.Count == 0 || HeaderSynonyms.Read(shape.Columns[i].Header) is not null)
            {
                continue;
            }

            if (filled.Count(CellContent.IsDeadline) >= filled.Count * 0.6)
            {
                fields.Add(ImportField.Deadline);
            }
            else if (filled.Count(PostNames.LooksLikePost) >= filled.Count * 0.6)
            {
                fields.Add(ImportField.Leads);
            }
            else if (filled.Average(t => t.Length) > 25)
            {
                fields.Add(ImportField.Title);
            }
        }
    }
}
