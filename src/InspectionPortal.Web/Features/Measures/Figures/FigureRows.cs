using InspectionPortal.Domain.Measures.Figures;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>Puts rows from a paste or a file into the rows of the grid.</summary>
public static class FigureRows
{
    /// <summary>
    /// Each goes into the row that proposes its period, else into the next empty row, else below the last. Rows without a date take the
    /// proposed periods in
    /// their order.
    /// </summary>
    public static List<FigureCells> Merge(IReadOnlyList<FigureCells> grid, IReadOnlyList<FigureCells> incoming)
    {
        var rows = grid.ToList();
        foreach (var cells in incoming)
        {
            var day = FigureDate.Read(cells.When, out _)?.Day;
            var at = day is null ? -1 : rows.FindIndex(r => IsOpen(r) && FigureDate.Read(r.When, out _)?.Day == day);
            at = at >= 0 ? at : rows.FindIndex(r => IsOpen(r) && (r.When is null || cells.When is null));
            if (at < 0)
            {
                rows.Add(cells);
            }
            else
            {
                cells.When ??= rows[at].When;
                rows[at] = cells;
            }
        }

        return rows;
    }

    private static bool IsOpen(FigureCells row) => row.SaysNothing;
}
