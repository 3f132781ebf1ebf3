using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>The lines of a cell as the text of a field.</summary>
internal static class CellText
{
    /// <summary>
    /// Lines one below the other; list marks where a list stands among other text or has lists within it. Null for a blank cell.
    /// </summary>
    public static string? Text(IReadOnlyList<SourceLine> lines)
    {
        if (lines.Count == 0)
        {
            return null;
        }

        var marks = lines.Any(l => l.Level == 0) || lines.Any(l => l.Level > 1);
        return string.Join('\n', lines.Select(l => l.Marker switch
        {
            null => l.Text,
            DocxNumbering.Bullet => marks ? $"{new string(' ', 2 * Math.Max(0, l.Level - 1))}- {l.Text}" : l.Text,
            _ => $"{new string(' ', 2 * Math.Max(0, l.Level - 1))}{l.Marker} {l.Text}",
        }));
    }
}
