using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>
/// Reads the rows above a header: the recommendation, the theme or the lead of the rows below it, as a line of its own, as a label
/// and its value ("Lead | Director"), or as labels with their values in the row below.
/// </summary>
internal static partial class ContextRows
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    /// <summary>No part of a plan has more rows above its header.</summary>
    private const int Deepest = 8;

    private const double Sure = 0.8;

    /// <summary>Where the rows above a header begin that tell of what is below it.</summary>
    public static int Start(IReadOnlyList<SourceRow> rows, int header, int first, TableShape shape)
    {
        var at = header;
        while (at > first && header - at < Deepest && IsContext(rows[at - 1], shape))
        {
            at--;
        }

        return at;
    }

    /// <summary>What a small table over a plan's table tells of the rows of that table; empty where it tells something else.</summary>
    public static List<BannerItem> ReadTable(SourceTable table)
    {
        var rows = table.Rows.Where(r => r.Cells.Any(c => !c.IsBlank)).ToList();
        if (rows.Count is 0 or > Deepest || TableShape.Width(table) > 4 || rows.Exists(r => r.Cells.Count(c => !c.IsBlank) > 2))
        {
            return [];
        }

        var items = Read(rows);
        return items.Exists(i => i.IsFinding || i.Field == ImportField.Leads) ? items : [];
    }

    /// <summary>What the rows tell.</summary>
    public static List<BannerItem> Read(IReadOnlyList<SourceRow> rows)
    {
        var items = new List<BannerItem>();
        for (var i = 0; i < rows.Count; i++)
        {
            var filled = rows[i].Cells.Where(c => !c.IsBlank).ToList();
            if (filled.Count == 0)
            {
                continue;
            }

            var values = i + 1 < rows.Count ? rows[i + 1].Cells.Where(c => !c.IsBlank).ToList() : [];
            if (filled.Count > 1 && filled.TrueForAll(IsLabel) && values.Count > 0 && !values.TrueForAll(IsLabel)
                && values.Count <= filled.Count)
            {
                i++;
                items.AddRange(values.Select((v, at) => OfPair(rows[i].Where, filled[Math.Min(at, filled.Count - 1)].Text, v)));
            }
            else if (filled.Count is 2 or 4 && filled.Where((_, at) => at % 2 == 0).All(IsLabel))
            {
                items.AddRange(filled.Chunk(2).Select(pair => OfPair(rows[i].Where, pair[0].Text, pair[1])));
            }
            else if (filled.Count == 2 && Code().IsMatch(filled[0].Text))
            {
                items.Add(new BannerItem(rows[i].Where, null, filled[1].Lines, "code") { Number = filled[0].Text.Trim('.', ':', ' '),
                    IsFinding = char.IsLetter(filled[0].Text[0]) });
            }
            else if (filled.Count == 2 && BannerRows.Labelled(filled) is { } label)
            {
                items.Add(new BannerItem(rows[i].Where, label, filled[1].Lines, ""));
            }
            else if (filled is [var only])
            {
                items.Add(OfLine(rows[i].Where, only));
            }
            else
            {
                items.Add(new BannerItem(rows[i].Where, "",
                    [new SourceLine(string.Join(" ", filled.Select(f => f.Text.ReplaceLineEndings(" "))))], ""));
            }
        }

        return items;
    }

    /// <summary>A row that is narrower than the plan: one cell, a label and its value, or cells merged over several columns.</summary>
    private static bool IsContext(SourceRow row, TableShape shape)
    {
        var filled = row.Cells.Where(c => !c.IsBlank).ToList();
        if (filled.Count == 0 || row.Cells.Any(c => c.Down == MergeDown.Continued))
        {
            return false;
        }

        var width = shape.Columns.Count;
        var isMerged = row.Cells.Count < width && row.Cells.Any(c => c.Across > 1)
            && row.Cells.Sum(c => c.Across) >= (shape.Columns[^1].To + 1) * 0.7;
        return filled.Count < Math.Max(3, width)
            && (isMerged || filled.Count == 1 && (row.Cells.Count == 1 || filled[0].Across > 1)
                || (filled.Count == 2 && row.Cells.Count <= 2 && (IsLabel(filled[0]) || Code().IsMatch(filled[0].Text))));
    }

    private static bool IsLabel(SourceCell cell) => cell.Text.Length <= 60 && !Code().IsMatch(cell.Text)
        && HeaderSynonyms.Read(cell.Text.TrimEnd(':', ' ')) is { Sureness: >= Sure };

    private static BannerItem OfLine(string where, SourceCell cell)
    {
        var told = cell.Lines.Count == 1 ? Told().Match(cell.Text) : Match.Empty;
        return told.Success && HeaderSynonyms.Read(told.Groups["label"].Value) is { Sureness: >= Sure,
            Field: ImportField.Leads or ImportField.LeadsWith or ImportField.Deadline or ImportField.Rag or ImportField.Status }
            ? OfPair(where, told.Groups["label"].Value, cell with { Lines = [new SourceLine(told.Groups["rest"].Value)] })
            : new BannerItem(where, null, cell.Lines, BannerRows.Style(cell));
    }

    /// <summary>What a label and its value tell: the finding or the theme, a field of each row below, or words kept with each row.</summary>
    private static BannerItem OfPair(string where, string label, SourceCell value)
    {
        var field = HeaderSynonyms.Read(label.TrimEnd(':', ' '))?.Field;
        switch (field)
        {
            case ImportField.Recommendations:
                var (number, lines) = Numbered(value.Lines);
                return new BannerItem(where, null, lines, "finding") { Number = number, IsFinding = true };
            case ImportField.Aim or ImportField.Driver or ImportField.Title:
                return new BannerItem(where, null, value.Lines, HeaderSynonyms.Plain(label));
            default:
                return new BannerItem(where, label.TrimEnd(':', ' '), value.Lines, "")
                {
                    Field = field is ImportField.Leads or ImportField.LeadsWith or ImportField.Deadline or ImportField.Rag
                        or ImportField.Status ? field : ImportField.Other,
                    Value = value,
                };
        }
    }

    /// <summary>"Ref No. E1" or "R2:" before the words of a finding.</summary>
    private static (string? Number, IReadOnlyList<SourceLine> Lines) Numbered(IReadOnlyList<SourceLine> lines)
    {
        if (Before().Match(lines[0].Text) is not { Success: true } match || match.Groups["number"].Value is not { Length: > 0 } number)
        {
            return (null, lines);
        }

        var rest = lines[0].Text[match.Length..].Trim();
        return (number, rest.Length == 0 ? lines.Count > 1 ? [.. lines.Skip(1)] : lines
            : [lines[0] with { Text = rest }, .. lines.Skip(1)]);
    }

    [GeneratedRegex(@"^(?:(?:rec(?:ommendation)?|afi|ref|no|priority|finding|action)\.?\s*)?[a-z]{0,4}\s?\d{1,3}(?:\.\d{1,2})*[a-z]?[.:)]?$", Options)]
    private static partial Regex Code();

    [GeneratedRegex(@"^(?:ref(?:erence)?\.?\s*(?:no\.?|number)?\s*:?\s*)?(?<number>[A-Z]{1,4}\s?\d{1,3}(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2})*)[.:)]?(?:\s+|$)(?:[–-]\s*)?", Options)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?<label>[^:]{3,40}):\s*(?<rest>\S.*)$", Options)]
    private static partial Regex Told();
}
