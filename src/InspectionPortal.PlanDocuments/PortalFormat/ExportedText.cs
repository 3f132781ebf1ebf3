using InspectionPortal.PlanDocuments.Building;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>The lines of a cell as they were written into it.</summary>
internal static class ExportedText
{
    /// <summary>The text of a field, lists with their marks.</summary>
    public static string Of(IEnumerable<SourceLine> lines) => string.Join('\n', lines.Select(Written));

    /// <summary>Of an optional field; null for a blank cell.</summary>
    public static string? Said(IReadOnlyList<SourceLine> lines) => lines.Count == 0 ? null : Of(lines);

    /// <summary>The entries of a list, each with the lines that go on from it, and the plain lines before them.</summary>
    public static List<(bool IsItem, string Text)> Items(IEnumerable<SourceLine> lines)
    {
        var items = new JoinedLines();
        foreach (var line in lines)
        {
            if (line is { Marker: DocxNumbering.Bullet, Level: <= 1 })
            {
                items.Add(line);
            }
            else if (items.Count > 0 && items.LastMarker is not null)
            {
                items.Join("\n", Written(line with { Level = Math.Min(line.Level, 1) }));
            }
            else
            {
                items.Add(new SourceLine(Written(line)));
            }
        }

        return [.. items.Lines.Select(l => (l.Marker is not null, l.Text))];
    }

    private static string Written(SourceLine line) => line.Marker switch
    {
        null => line.Text,
        DocxNumbering.Bullet => $"{new string(' ', 2 * Math.Max(0, line.Level - 1))}- {line.Text}",
        var number => $"{new string(' ', 2 * Math.Max(0, line.Level - 1))}{number} {line.Text}",
    };
}
