using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Imports.Reading;

namespace InspectionPortal.Web.Features.Imports.Finding;

/// <summary>A column of a table as its header draws it, over one or more columns of the grid.</summary>
internal sealed record TableColumn(int From, int To, string Header, string? Upper, IReadOnlyList<string> Footnotes)
{
    public string Key => $"{HeaderWords.Plain(Upper ?? "")}/{HeaderWords.Plain(Header)}";
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
                cells[i] = cells[i].IsBlank && cells[i].Down == MergeDown.None ? cell : cells[i] with { Lines = [.. cells[i].Lines, .. cell.Lines] };
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

        var filled = 0;
        var same = 0;
        var known = 0;
        foreach (var (cell, from, _) in Placed(row).Where(p => !p.Cell.IsBlank))
        {
            var words = HeaderWords.Plain(cell.Text);
            var column = Columns.FirstOrDefault(c => c.From <= from && c.To >= from);
            filled++;
            same += words.Length > 0 && Columns.Any(c => words == HeaderWords.Plain(c.Header) || words == HeaderWords.Plain(c.Upper ?? "")) ? 1 : 0;
            known += column is not null && words.Length < 60 && HeaderWords.Read(cell.Text)?.Field == HeaderWords.Read(column.Header)?.Field && HeaderWords.Read(cell.Text) is not null ? 1 : 0;
        }

        return filled > 1 && same > 0 && (same >= filled * 0.6 || (same >= 2 && same + known >= filled)) && same + known >= filled * 0.75;
    }
}
