using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>Which row comes next in a table.</summary>
internal static class RowsBelow
{
    /// <summary>For each row the next below it that is not blank; null where there is none.</summary>
    public static SourceRow?[] Of(IReadOnlyList<SourceRow> rows)
    {
        var following = new SourceRow?[rows.Count];
        SourceRow? next = null;
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            following[i] = next;
            next = rows[i].Cells.Any(c => !c.IsBlank) ? rows[i] : next;
        }

        return following;
    }
}
