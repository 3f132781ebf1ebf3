using System.Globalization;
using System.Text.RegularExpressions;

namespace InspectionPortal.PlanDocuments.Tests;

/// <summary>
/// A layout of a published plan as a text file: a first line that says what kind of file it becomes, then headings ("#"),
/// text and tables ("| a | b |"), a line "~~~~", and what an import must find in it.
/// </summary>
public sealed partial class LayoutFile
{
    private LayoutFile(string name, string format, IReadOnlyList<LayoutBlock> blocks, IReadOnlyList<LayoutExpectation> expected) =>
        (Name, Format, Blocks, Expected) = (name, format, blocks, expected);

    public string Name { get; }

    /// <summary>"docx", "xlsx" or "csv".</summary>
    public string Format { get; }

    public IReadOnlyList<LayoutBlock> Blocks { get; }

    public IReadOnlyList<LayoutExpectation> Expected { get; }

    public static LayoutFile Parse(string name, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, "~~~~");
        return new LayoutFile(name, lines[0].Trim(), ReadBlocks(lines[1..(end < 0 ? lines.Length : end)]), end < 0 ? []
            : ReadExpected(lines[(end + 1)..]));
    }

    private static List<LayoutBlock> ReadBlocks(string[] lines)
    {
        var blocks = new List<LayoutBlock>();
        var rows = new List<LayoutRow>();
        foreach (var line in lines.Append(""))
        {
            if (RowLine().Match(line) is { Success: true } row)
            {
                rows.Add(new LayoutRow([.. row.Groups["cells"].Value.Split(" | ").Select(Cell)], row.Groups["mark"].Value));
                continue;
            }

            if (rows.Count > 0)
            {
                blocks.Add(new LayoutBlock("table", "", 0, [.. rows]));
                rows.Clear();
            }

            if (line.StartsWith("===", StringComparison.Ordinal))
            {
                blocks.Add(new LayoutBlock("sheet", line.Trim('=', ' '), 0, []));
            }
            else if (line.StartsWith('#'))
            {
                blocks.Add(new LayoutBlock("heading", line.TrimStart('#').Trim(), line.TakeWhile(c => c == '#').Count(), []));
            }
            else if (line.Trim().Length > 0)
            {
                blocks.Add(new LayoutBlock("text", line.Trim(), 0, []));
            }
        }

        return blocks;
    }

    private static LayoutCell Cell(string text)
    {
        var cell = new LayoutCell("");
        var match = Marks().Match(text.Trim());
        foreach (var mark in match.Groups["marks"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            cell = mark switch
            {
                ['#', .. var fill] => cell with { Fill = fill },
                ['w', .. var across] when across.All(char.IsAsciiDigit) =>
                    cell with { Across = int.Parse(across, CultureInfo.InvariantCulture) },
                "v" => cell with { Merge = true },
                "^" => cell with { Merge = false },
                "b" => cell with { IsBold = true },
                _ => cell with { Kind = mark },
            };
        }

        return cell with { Text = match.Groups["text"].Value.Trim().Replace('¶', '\n') };
    }

    private static List<LayoutExpectation> ReadExpected(string[] lines)
    {
        var expected = new List<LayoutExpectation>();
        foreach (var line in lines.Where(l => l.Trim().Length > 0))
        {
            var (key, value) = line.Split(':', 2) is [var before, var after] ? (before, after.Trim()) : (line, "");
            if (key.StartsWith(' ') && expected.Count > 0)
            {
                expected[^1].Cells.Add((key.Trim(), value));
            }
            else
            {
                expected.Add(new LayoutExpectation(key.Trim(), value, []));
            }
        }

        return expected;
    }

    [GeneratedRegex(@"^(?:\{(?<mark>[^}]*)\})?\|\s(?<cells>.*?)\s?\|\s*$")]
    private static partial Regex RowLine();

    [GeneratedRegex(@"^(?:\{(?<marks>[^}]*)\})?(?<text>.*)$", RegexOptions.Singleline)]
    private static partial Regex Marks();
}
