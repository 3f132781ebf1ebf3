using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>Columns such as "Red | Amber | Green" or "Not started | Complete" in which a tick says which it is.</summary>
internal static class TickedColumns
{
    /// <summary>Writes the header in place of each tick.</summary>
    public static void Fill(FoundPlan plan)
    {
        var rows = plan.Rows.ToList();
        for (var i = 0; i < plan.Columns.Count; i++)
        {
            var header = plan.Columns[i].Header;
            var filled = rows.Where(r => !r.Cells[i].IsBlank).ToList();
            if (filled.Count == 0 || HeaderSynonyms.Read(header) is { Field: ImportField.Number } || !(CellContent.IsStatus(header) || CellContent.IsRating(header)) || !filled.TrueForAll(r => CellContent.IsTick(r.Cells[i].Text)))
            {
                continue;
            }

            foreach (var row in filled)
            {
                row.Cells[i] = row.Cells[i] with { Lines = [new SourceLine(header)] };
            }
        }
    }
}
