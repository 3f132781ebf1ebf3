using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>Parts a column whose header is merged over two: numbers on the left and the words that the header names on the right.</summary>
internal static class HeaderSplit
{
    private const string Number = "No.";
    private const int Sample = 60;

    public static TableShape Apart(TableShape shape)
    {
        if (shape.HeaderRows == 0 || shape.Columns.All(c => c.To == c.From))
        {
            return shape;
        }

        var rows = shape.Table.Rows.Skip(shape.HeaderRow + shape.HeaderRows).Take(Sample).ToList();
        var columns = new List<TableColumn>();
        foreach (var column in shape.Columns)
        {
            columns.AddRange(column.To > column.From && At(column, rows) is { } at
                ? [new TableColumn(column.From, at, Number, column.Header, column.Footnotes),
                    new TableColumn(at + 1, column.To, column.Header, column.Upper, [])]
                : [column]);
        }

        return columns.Count == shape.Columns.Count ? shape : shape with { Columns = columns };
    }

    /// <summary>The last column of the grid that the numbers take; null where the cells below are no number with words beside it.</summary>
    private static int? At(TableColumn column, List<SourceRow> rows)
    {
        var firsts = rows.Select(r => TableShape.Placed(r).Where(p => p.From >= column.From && p.To <= column.To).ToList())
            .Where(p => p.Count > 1 && p[0].From == column.From && !p[0].Cell.IsBlank
                && p.Skip(1).Any(c => !c.Cell.IsBlank)).Select(p => p[0]).ToList();
        return firsts.Count > 0 && firsts.Count(f => CellContent.IsNumber(f.Cell.Text)) >= firsts.Count * 0.7
            ? firsts.GroupBy(f => f.To).MaxBy(g => g.Count())!.Key : null;
    }
}
