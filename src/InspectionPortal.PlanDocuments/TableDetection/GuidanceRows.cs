using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>Tells a row under the header that says how to fill in the table from a row of the plan.</summary>
internal static partial class GuidanceRows
{
    public static bool Is(SourceCell[] cells, IReadOnlyList<TableColumn> columns)
    {
        var filled = Enumerable.Range(0, cells.Length).Where(i => !cells[i].IsBlank).ToList();
        if (filled.Count < 3 || filled.Exists(i => columns[i].Field == ImportField.Deadline && CellContent.IsDeadline(cells[i].Text)))
        {
            return false;
        }

        var guiding = filled.Count(i => Guidance().IsMatch(cells[i].Text.TrimStart('(', '[', '*', ' ')));
        return guiding >= Math.Max(3, filled.Count * 0.6);
    }

    [GeneratedRegex(@"^(?:insert|copy|describe|give|add|enter|state|list|please|e\.?g\b|i\.?e\b|for\s+example|choose|select|what|who|when|how|which|why|name\b|names\b|note\b|dd/mm|date\b|(?:unique\s+)?(?:ref|number|reference)\b|this\s+(?:column|should)|red\b.*\bgreen|r\s?/\s?a\s?/\s?g|set\s+out|explain|include|provide|record\b|summar|brief|use\s+(?:this|one|the\s+drop)|an?\s+(?:brief|short|clear|unique)|should\s+be|must\s+be|drop.?down|to\s+be\s+completed|job\s+title|lead\s+officer.?s?\s+name|update\s+(?:each|every|monthly|quarterly)|as\s+(?:in|per)\s+the\s+report|outcome\s+or\s+process|see\s+(?:key|guidance))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Guidance();
}
