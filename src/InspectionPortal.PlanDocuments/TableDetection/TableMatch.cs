using InspectionPortal.PlanDocuments.Columns;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>Tells whether a table is part of the plan that another table holds.</summary>
internal static class TableMatch
{
    /// <summary>The same columns as the plan, in the same or other words.</summary>
    public static bool Belongs(TableShape shape, TableShape best)
    {
        if (ReferenceEquals(shape.Table, best.Table))
        {
            return true;
        }

        if (shape.HeaderRows == 0 || best.Columns.Count == 0)
        {
            return false;
        }

        var keys = best.Columns.Where(c => c.Header.Length > 0).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var own = shape.Columns.Where(c => c.Header.Length > 0).ToList();
        var same = own.Count(c => keys.Contains(c.Key));
        var fields = own.Select(c => c.Field).OfType<ImportField>().ToHashSet();
        var bestFields = best.Columns.Select(c => c.Field).OfType<ImportField>().ToHashSet();
        var shared = fields.Count(bestFields.Contains);
        return same >= Math.Max(own.Count, keys.Count) * 0.6
            || (shape.Score > 0 && shared >= 3 && shared >= Math.Max(fields.Count, bestFields.Count) * 0.75);
    }

    /// <summary>A table without a header of its own directly behind the plan, as wide as it: the plan goes on.</summary>
    public static bool GoesOn(TableShape shape, TableShape last) =>
        shape.Score <= 0 && BannerRows.ReadTable(shape.Table).Count == 0 && ContextRows.ReadTable(shape.Table).Count == 0
        && shape.Table.Rows.Max(r => r.Cells.Count) == last.Table.Rows.Max(r => r.Cells.Count) && last.Columns.Count > 2
        && TableShape.Width(shape.Table) == TableShape.Width(last.Table);
}
