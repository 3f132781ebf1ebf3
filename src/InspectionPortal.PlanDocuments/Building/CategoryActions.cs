using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>Reads the cell of a category: bullets with "(owner – date)" as sub-actions, "N/A" and the like as a note.</summary>
internal sealed partial class CategoryActions(LeadNames names, DeadlineReading deadlines, ImportIssues issues)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    public void Read(ImportedProject project, IReadOnlyList<SourceLine> lines, string category, string where)
    {
        var whole = Whole(lines);
        if (whole is [{ Marker: null } only] && (CellContent.IsNothing(only.Text) || Note().IsMatch(only.Text)))
        {
            project.AddNote(category, only.Text);
            return;
        }

        if (whole is [{ Marker: null } only0] && category != "closing-the-loop" && IsRemark(only0.Text))
        {
            issues.Info(where, $"'{only0.Text}' has no owner, date or task, so it is kept as a note.");
            project.AddNote(category, only0.Text);
            return;
        }

        foreach (var line in whole)
        {
            project.SubActions.Add(One(line.Text, category, where));
        }
    }

    private bool IsRemark(string text) =>
        !Sentences.HasWords(text, 17) && !text.EndsWith('.') && !Task().IsMatch(text) && OwnerDate.Read(text, names) is { Owner: null, Date: null };

    /// <summary>One action, told from its owner and date.</summary>
    public ImportedSubAction One(string text, string category, string where)
    {
        var read = OwnerDate.Read(text, names);
        if (read.IsGuess)
        {
            issues.Warn(where, $"The brackets at the end of '{(text.Length > 60 ? $"…{text[^57..]}" : text)}' do not match. Check who does it and when.");
        }

        var owners = read.Owner is null ? [] : names.Read(read.Owner).Select(l => l.Name).ToList();
        var deadline = read.Date is null ? ImportedDeadline.None : deadlines.Inline(read.Date, where);
        return new ImportedSubAction(category, read.Text, owners, deadline);
    }

    /// <summary>Entries, with what goes on in the next line and lists within a list joined, and entries run together parted.</summary>
    private static IReadOnlyList<SourceLine> Whole(IReadOnlyList<SourceLine> lines)
    {
        var whole = new JoinedLines();
        foreach (var line in lines.SelectMany(Parted))
        {
            var isInner = whole.Count > 0 && line.Level > Math.Max(1, whole.LastLevel) && !line.Text.EndsWith(')');
            var goesOn = whole.Count > 0 && line.Marker is null && (whole.IsCutOff || OnlyBrackets().IsMatch(line.Text)
                || (whole.LastMarker is not null && !whole.IsEnded) || (Sentences.StartsSmall(line.Text) && !whole.IsEnded));
            if (isInner || goesOn)
            {
                whole.Join(isInner ? "\n- " : " ", line.Text);
            }
            else
            {
                whole.Add(line);
            }
        }

        return whole.Lines;
    }

    private static IEnumerable<SourceLine> Parted(SourceLine line)
    {
        var parts = new List<string>();
        var from = 0;
        var (open, counted) = (0, 0);
        foreach (Match match in RunTogether().Matches(line.Text))
        {
            var mark = match.Groups["mark"];
            open += Sentences.OpenBrackets(line.Text.AsSpan(counted, mark.Index - counted));
            counted = mark.Index;
            if (open == 0)
            {
                parts.Add(line.Text[from..mark.Index]);
                from = mark.Index + mark.Length;
            }
        }

        parts.Add(line.Text[from..]);
        return parts.Select((p, i) => i == 0 ? line with { Text = p.Trim() } : new SourceLine(p.Trim(), Math.Max(1, line.Level), DocxNumbering.Bullet)).Where(l => l.Text.Length > 0);
    }

    [GeneratedRegex(@"^(?:dependent\s+(?:up)?on|depends\s+on|see\s|as\s+(?:above|below|per)|to\s+be\s+(?:confirmed|agreed|determined)|tb[ac]\b|within\s+existing|no\s+(?:additional|extra|further|cost|implications?))", Options)]
    private static partial Regex Note();

    [GeneratedRegex(@"^(?:to\s+)?(?:address|agree|appoint|apply|arrange|assess|attend|audit|build|carry|change|check|commission|communicate|complete|consider|continue|coordinate|co-\w+|create|deliver|design|develop|devise|embed|engage|ensure|establish|evaluate|explore|extend|gather|give|hold|host|identify|implement|improve|include|increase|introduce|invest|issue|join|launch|liaise|link|look|maintain|make|map|meet|monitor|move|offer|plan|prepare|produce|promote|provide|publish|put|raise|recruit|reduce|refresh|report|request|review|revise|roll|run|scope|secure|seek|send|set|share|strengthen|submit|support|survey|target|test|track|train|transfer|update|use|work|write)\b", Options)]
    public static partial Regex Task();

    [GeneratedRegex(@"^\([^()]*(?:\([^()]*\)[^()]*)*\)\.?$", Options)]
    private static partial Regex OnlyBrackets();

    [GeneratedRegex(@"\)(?<mark>\s*[.;]?\s+[-–•]\s+)\p{Lu}", Options & ~RegexOptions.IgnoreCase)]
    private static partial Regex RunTogether();
}
