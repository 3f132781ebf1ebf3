using InspectionPortal.Web.Features.Imports.Reading;

namespace InspectionPortal.Web.Features.Imports.Exported;

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
        var items = new List<(bool IsItem, string Text)>();
        foreach (var line in lines)
        {
            if (line is { Marker: WordNumbering.Bullet, Level: <= 1 })
            {
                items.Add((true, line.Text));
            }
            else if (items.Count > 0 && items[^1].IsItem)
            {
                items[^1] = (true, $"{items[^1].Text}\n{Written(line with { Level = Math.Min(line.Level, 1) })}");
            }
            else
            {
                items.Add((false, Written(line)));
            }
        }

        return items;
    }

    private static string Written(SourceLine line) => line.Marker switch
    {
        null => line.Text,
        WordNumbering.Bullet => $"{new string(' ', 2 * Math.Max(0, line.Level - 1))}- {line.Text}",
        var number => $"{new string(' ', 2 * Math.Max(0, line.Level - 1))}{number} {line.Text}",
    };
}
