using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>Tells the rows that name a theme, an aim or a driver from the rows of the plan.</summary>
internal static partial class BannerRows
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    /// <summary>The banner in a row of a plan's table; null where the row is one of the plan.</summary>
    /// <param name="row">The row.</param>
    /// <param name="shape">Its table.</param>
    /// <param name="next">The row below it, if there is one.</param>
    /// <param name="isCut">True where the row above may go on in this one.</param>
    public static BannerItem? Read(SourceRow row, TableShape shape, SourceRow? next, bool isCut)
    {
        var filled = row.Cells.Where(c => !c.IsBlank).ToList();
        var width = Math.Max(shape.Columns.Count, 1);
        if (filled.Count == 2 && filled[0] == row.Cells.First(c => !c.IsBlank) && IsLabel(filled[0].Text) && row.Cells.Sum(c => c.Across) >= 3
            && (filled[1].Across > 1 || row.Cells.Count == 2))
        {
            return new BannerItem(row.Where, filled[0].Text, filled[1].Lines, "");
        }

        if (Numbered(row, filled, width, next) is { } numbered)
        {
            return numbered;
        }

        if (filled is not [var only] || row.Cells.Any(c => c.Down == MergeDown.Continued))
        {
            return null;
        }

        var isWide = row.Cells.Count == 1 || only.Across >= Math.Max(2, width * 0.6);
        if (isWide)
        {
            return new BannerItem(row.Where, null, only.Lines, Style(only));
        }

        var isFirst = row.Before == 0 && ReferenceEquals(only, row.Cells[0]);
        var marked = only.Fill is not null || only.IsBold || Named().IsMatch(only.Text);
        var titled = only.Lines.Count == 1 && only.Text.Split(' ').Length <= 8 && char.IsUpper(only.Text[0]) && !only.Text.EndsWith('.')
            && only.Text.Length > 3 && next is not null && next.Cells.Count(c => !c.IsBlank) >= Math.Max(3, width / 2);
        return isFirst && width > 2 && only.Text.Length <= 250 && (marked || (titled && !isCut)) && next is not null
            ? new BannerItem(row.Where, null, only.Lines, Style(only))
            : null;
    }

    /// <summary>A number and, over the other columns, a name: "2 | Hear children"; or both alone in a row above "2.1".</summary>
    private static BannerItem? Numbered(SourceRow row, List<SourceCell> filled, int width, SourceRow? next)
    {
        if (width < 4 || filled.Count != 2 || filled[0] != row.Cells[0] || filled[1] != row.Cells[1] || !Whole().IsMatch(filled[0].Text) || filled[1].Lines.Count > 2)
        {
            return null;
        }

        var number = filled[0].Text.TrimEnd('.', ')');
        var isOver = filled[1].Across >= Math.Max(3, width * 0.6) || (next is { Cells: [var below, ..] } && below.Text.StartsWith($"{number}.", StringComparison.Ordinal));
        return isOver ? new BannerItem(row.Where, null, [filled[1].Lines[0] with { Text = $"{number}. {filled[1].Lines[0].Text}", Level = 0, Marker = null }, .. filled[1].Lines.Skip(1)], "number") : null;
    }

    [GeneratedRegex(@"^[A-Z]?\d{1,2}[.)]?$", Options)]
    private static partial Regex Whole();

    /// <summary>What a small table over a plan's table tells of the theme that follows; empty where it tells something else.</summary>
    public static List<BannerItem> ReadTable(SourceTable table)
    {
        var items = new List<BannerItem>();
        var rows = table.Rows.Where(r => r.Cells.Any(c => !c.IsBlank)).ToList();
        if (rows.Count is 0 or > 12 || TableShape.Width(table) > 3)
        {
            return items;
        }

        foreach (var row in rows)
        {
            var filled = row.Cells.Where(c => !c.IsBlank).ToList();
            if (filled.Count == 2 && IsLabel(filled[0].Text))
            {
                items.Add(new BannerItem(row.Where, filled[0].Text, filled[1].Lines, ""));
            }
            else if (filled.Count == 1 && (row.Cells.Count == 1 || filled[0] == row.Cells[0] || filled[0].Lines[0].Level > 0))
            {
                var goesOn = filled[0].Lines[0].Level > 0 || (row.Cells.Count > 1 && filled[0] != row.Cells[0]);
                items.Add(new BannerItem(row.Where, goesOn ? "" : null, filled[0].Lines, Style(filled[0])));
            }
            else
            {
                return [];
            }
        }

        return items.Exists(i => i.Label is not null || Named().IsMatch(i.Lines[0].Text)) || rows.Count == 1 ? items : [];
    }

    public static string Style(SourceCell cell)
    {
        var word = Named().Match(cell.Text) is { Success: true } named ? named.Groups["word"].Value.ToLowerInvariant() : "";
        return $"{word}|{cell.Fill}|{(cell.IsBold ? "bold" : "")}";
    }

    /// <summary>The label of two cells that say "Priority 1" and what it is; null where they say something else.</summary>
    public static string? Labelled(IReadOnlyList<SourceCell> filled) =>
        filled.Count == 2 && IsLabel(filled[0].Text) ? filled[0].Text : null;

    /// <summary>True for a row that counts the others or says who wrote them.</summary>
    public static bool IsAside(SourceRow row)
    {
        var filled = row.Cells.Where(c => !c.IsBlank).Take(3).ToList();
        return filled.Count is 1 or 2 && Aside().IsMatch(filled[0].Text);
    }

    [GeneratedRegex(@"^(?:(?:grand\s+|sub-?)?totals?(?:\s+(?:number|count|actions?|rows?|of)\b.*)?\s*:?\s*\d*$|total\s+number\s+of\b|prepared\s+by\b|approved\s+by\b|(?:last\s+)?(?:updated|reviewed)\s*(?:on|by)?\s*:|last\s+updated\b|notes?\s*:|(?:rag\s+)?key\s*:|source\s*:|page\s+\d+\s+of\s+\d+|end\s+of\s+(?:plan|table|report|document)\.?$)", Options)]
    private static partial Regex Aside();

    private static bool IsLabel(string text) => Label().IsMatch(text.Trim());

    [GeneratedRegex(@"^(?:key\s+)?(?:outcomes?|vision|aims?|our\s+vision|intended\s+outcomes?|key\s+outcomes|driver\s+of\s+success|themes?|priority|objectives?|goals?|driver|key\s+driver|what\s+we\s+want\s+to\s+achieve|strategic\s+\w+|stretch\s+(?:outcome\s+)?aim|sponsor|context|introduction|why\s+(?:this|it)\s+matters)\s*(?:\d+)?\s*:?$", Options)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<word>driver\s+of\s+success|(?:strategic|stretch|key|improvement|primary|secondary)?\s*(?:outcome|aim|driver|priority(?:\s+area)?|theme|objective|goal|workstream|area\s+for\s+(?:improvement|action|development)|recommendation|finding|pillar|section|part))\s*(?:\d+(?:\.\d+)*|[A-Z]\b)?\s*[.:–—-]", Options)]
    public static partial Regex Named();
}
