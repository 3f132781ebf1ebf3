using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>A column of a table as its header draws it, over one or more columns of the grid.</summary>
internal sealed class TableColumn(int from, int to, string header, string? upper, IReadOnlyList<string> footnotes)
{
    private ImportField? _said;
    private bool _isRead;

    public int From => from;

    public int To => to;

    public string Header => header;

    public string? Upper => upper;

    public IReadOnlyList<string> Footnotes => footnotes;

    /// <summary>What it holds, if it was read from a line above the table; null for a column of the table itself.</summary>
    public ImportField? Told { get; init; }

    /// <summary>The header in plain words.</summary>
    public string Plain { get; } = HeaderSynonyms.Plain(header);

    /// <summary>The header above it in plain words.</summary>
    public string PlainUpper { get; } = HeaderSynonyms.Plain(upper ?? "");

    public string Key => $"{PlainUpper}/{Plain}";

    /// <summary>What the headers say that the column holds; null where they say nothing known.</summary>
    public ImportField? Field
    {
        get
        {
            if (Told is not null)
            {
                return Told;
            }

            _said = _isRead ? _said : HeaderSynonyms.Read(header, upper)?.Field;
            _isRead = true;
            return _said;
        }
    }
}

/// <summary>A table with its header found.</summary>
/// <param name="Table">The table.</param>
/// <param name="HeaderRow">The first row of the header.</param>
/// <param name="HeaderRows">How many rows it has, 1 or 2; 0 where a table goes on without one.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Score">How much it looks like a plan; 0 for not at all.</param>
internal sealed record TableShape(SourceTable Table, int HeaderRow, int HeaderRows, IReadOnlyList<TableColumn> Columns, double Score)
{
    /// <summary>The cells of a row by the columns of the header; a cell over several stands in the first, "N/A" in all of them.</summary>
    public SourceCell[] Cells(SourceRow row)
    {
        var cells = new SourceCell[Columns.Count];
        Array.Fill(cells, SourceCell.Empty);
        if (row.Before == 0 && row.Cells.Count == Columns.Count && row.Cells.All(c => c.Across == 1))
        {
            return [.. row.Cells];
        }

        foreach (var (cell, from, to) in Placed(row))
        {
            var covered = Enumerable.Range(0, Columns.Count).Where(i => Columns[i].From <= to && Columns[i].To >= from).ToList();
            if (covered.Count == 0)
            {
                covered = Columns.Count > 0 && !cell.IsBlank ? [Columns.Count - 1] : [];
            }

            var most = covered.OrderByDescending(i => Math.Min(Columns[i].To, to) - Math.Max(Columns[i].From, from)).ThenBy(i => i).Take(1);
            foreach (var i in covered.Count > 1 && CellContent.IsNothing(cell.Text) ? covered : covered.Count > 1 ? covered.Take(1) : most)
            {
                cells[i] = cells[i].IsBlank && cells[i].Down == MergeDown.None ? cell
                    : cells[i] with { Lines = [.. cells[i].Lines, .. cell.Lines] };
            }
        }

        return cells;
    }

    public static IEnumerable<(SourceCell Cell, int From, int To)> Placed(SourceRow row)
    {
        var at = row.Before;
        foreach (var cell in row.Cells)
        {
            yield return (cell, at, at + cell.Across - 1);
            at += cell.Across;
        }
    }

    public static int Width(SourceTable table) => table.Rows.Count == 0 ? 0 : table.Rows.Max(r => r.Before + r.Cells.Sum(c => c.Across));

    /// <summary>Whether a row of this or of a following table repeats the header.</summary>
    public bool Repeats(SourceRow row)
    {
        if (HeaderRows == 0)
        {
            return false;
        }

        var filled = Placed(row).Where(p => !p.Cell.IsBlank).Select(p =>
            (p.Cell, p.From, Words: HeaderSynonyms.Plain(p.Cell.Text))).ToList();
        var same = filled.Count(f => f.Words.Length > 0 && Columns.Any(c => f.Words == c.Plain || f.Words == c.PlainUpper));
        if (filled.Count < 2 || same == 0)
        {
            return false;
        }

        var known = filled.Count(f => f.Words.Length < 60 && Columns.FirstOrDefault(c => c.From <= f.From && c.To >= f.From) is { } column
            && HeaderSynonyms.Read(f.Cell.Text) is { } read && read.Field == HeaderSynonyms.Read(column.Header)?.Field);
        return (same >= filled.Count * 0.6 || (same >= 2 && same + known >= filled.Count)) && same + known >= filled.Count * 0.75;
    }
}
