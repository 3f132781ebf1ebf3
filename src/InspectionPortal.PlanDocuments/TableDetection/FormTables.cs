using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>One form: its labels and values.</summary>
/// <param name="Table">The table it stands in.</param>
/// <param name="Where">Its place.</param>
/// <param name="Pairs">Labels and values, from the top.</param>
internal sealed record Form(SourceTable Table, string Where, List<(string Label, SourceCell Value)> Pairs)
{
    /// <summary>Whether it says what will be done.</summary>
    public bool HasAction => Pairs.Exists(p => HeaderSynonyms.Read(p.Label)?.Field is ImportField.Title or ImportField.OtherActions);
}

/// <summary>Turns a plan of small forms, one an action with labels on the left, into one table; several may stand in one table.</summary>
internal static partial class FormTables
{
    private const string Number = "Ref";
    private const string Action = "Action";

    /// <summary>The forms of a table; none where it is no form.</summary>
    public static IReadOnlyList<Form> Read(SourceTable table)
    {
        if (TableShape.Width(table) is not (2 or 4) || table.Rows.Count < 2 || HeadsColumns(table) || HasColumns(table))
        {
            return [];
        }

        var forms = Parted(table);
        return forms.TrueForAll(f => IsForm(f.Pairs)) && (forms.Count > 1 || table.Rows.Count <= 40) ? forms : [];
    }

    /// <summary>"Action 3: Train staff" as the number and the action; the number alone where it says no more.</summary>
    public static IEnumerable<(string Label, SourceCell Value)> Titled(SourceCell cell)
    {
        if (Named().Match(cell.Text) is not { Success: true } named)
        {
            return [(Action, cell)];
        }

        var number = (Number, new SourceCell { Lines = [new SourceLine(named.Groups["number"].Value)] });
        var words = named.Groups["words"].Value;
        return words.Length == 0 ? [number] : [number, (Action, new SourceCell { Lines = [new SourceLine(words), .. cell.Lines.Skip(1)] })];
    }

    /// <summary>The pairs of a table, parted where the label of the first comes again.</summary>
    private static List<Form> Parted(SourceTable table)
    {
        var forms = new List<Form>();
        foreach (var row in table.Rows)
        {
            foreach (var (label, value) in Pairs(row))
            {
                if (label.Length == 0)
                {
                    Append(forms, value);
                }
                else if (forms.Count == 0 || HeaderSynonyms.Plain(label) == HeaderSynonyms.Plain(forms[0].Pairs[0].Label))
                {
                    forms.Add(new Form(table, row.Where, [(label, value)]));
                }
                else
                {
                    forms[^1].Pairs.Add((label, value));
                }
            }
        }

        return forms is [var only] ? [only with { Where = table.Where.Length == 0 ? "Row 1" : table.Where }] : forms;
    }

    private static IEnumerable<(string Label, SourceCell Value)> Pairs(SourceRow row)
    {
        if (row.Cells is [{ IsBlank: false } whole])
        {
            return Titled(whole);
        }

        return Enumerable.Range(0, row.Cells.Count / 2).Select(i =>
            (row.Cells[2 * i].Text.ReplaceLineEndings(" ").TrimEnd(':', ' '), row.Cells[(2 * i) + 1]));
    }

    /// <summary>A value without a label goes on from the one before it.</summary>
    private static void Append(List<Form> forms, SourceCell value)
    {
        if (!value.IsBlank && forms.Count > 0)
        {
            var pairs = forms[^1].Pairs;
            if (pairs[^1].Value.Lines is not GrowingLines lines)
            {
                lines = [.. pairs[^1].Value.Lines];
                pairs[^1] = (pairs[^1].Label, pairs[^1].Value with { Lines = lines });
            }

            lines.AddRange(value.Lines);
        }
    }

    /// <summary>Lines of a value that goes on in further rows; this reader's own, so that it may add to them.</summary>
    private sealed class GrowingLines : List<SourceLine>;

    private static bool IsForm(List<(string Label, SourceCell Value)> pairs)
    {
        var fields = pairs.Select(p => HeaderSynonyms.Read(p.Label)?.Field).ToList();
        return fields.OfType<ImportField>().Distinct().Count() >= 3 && fields.Count(f => f is not null) >= pairs.Count * 0.6
            && pairs.TrueForAll(p => p.Label.Length <= 80)
            && pairs.Select(p => HeaderSynonyms.Plain(p.Label)).Distinct(StringComparer.Ordinal).Count() == pairs.Count;
    }

    /// <summary>Whether the first row heads two columns ("Action", "Lead"), so that the rows are a list and no form.</summary>
    private static bool HeadsColumns(SourceTable table)
    {
        var first = table.Rows[0].Cells.Where(c => !c.IsBlank).ToList();
        var heads = first.Count > 1 && first.TrueForAll(c => HeaderSynonyms.Read(c.Text) is { Sureness: >= 0.9 } && c.Text.Length < 40);
        var labels = table.Rows.Count(r => r.Cells.Count > 0 && HeaderSynonyms.Read(r.Cells[0].Text) is { Sureness: >= 0.85 });
        return heads && labels < table.Rows.Count * 0.6;
    }

    /// <summary>True if a later row heads three or more columns: the rows above it describe that table and are no form.</summary>
    private static bool HasColumns(SourceTable table) => TableShape.Width(table) > 2 && table.Rows.Any(r =>
        r.Cells.Count(c => !c.IsBlank) > 2 && r.Cells.All(c => c.Text.Length < 60
            && (c.IsBlank || HeaderSynonyms.Read(c.Text) is { Sureness: >= 0.8 })));

    [GeneratedRegex(@"^(?:action|project|task|item|improvement|step|activity)\s+(?:no\.?\s*|number\s+)?(?<number>[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*)\s*(?:[:.–—-]\s*(?<words>[^\n]+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
