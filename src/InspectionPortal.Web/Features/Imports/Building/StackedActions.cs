using System.Text.RegularExpressions;
using InspectionPortal.Web.Features.Imports.Reading;

namespace InspectionPortal.Web.Features.Imports.Building;

/// <summary>The actions that one cell holds: the title of the project and, where there are several, each of them.</summary>
internal sealed partial record StackedActions(string Title, IReadOnlyList<string> Actions, string? Number)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static StackedActions Read(IReadOnlyList<SourceLine> lines)
    {
        if (lines.Count == 0)
        {
            return new StackedActions("", [], null);
        }

        var whole = Whole(lines);
        var first = whole[0];
        var leads = first.Level == 0 && whole.Count > 1 && whole.Skip(1).All(l => l.Level > 0);
        var opens = whole.Count > 2 && first.Text.EndsWith(':');
        var listed = leads || opens ? whole.Skip(1).ToList() : whole;
        var actions = listed.Select(l => l.Text).ToList();
        var number = whole.Count == 1 && first.Marker is { } marker && marker != WordNumbering.Bullet ? marker.TrimEnd('.', ')') : null;
        var title = first.Text.Split('\n')[0];
        if (Numbered().Match(title) is { Success: true } numbered)
        {
            number ??= numbered.Groups["number"].Value.TrimEnd('.', ')');
            title = title[numbered.Length..];
        }

        return new StackedActions(leads || opens ? title.TrimEnd(':') : title, actions.Count > 1 || leads ? actions : [], number);
    }

    /// <summary>Lines that are one action each: what goes on in the next line, and lists within a list, joined.</summary>
    private static List<SourceLine> Whole(IReadOnlyList<SourceLine> lines)
    {
        var whole = new List<SourceLine>();
        foreach (var line in lines)
        {
            var last = whole.Count > 0 ? whole[^1] : null;
            var goesOn = last is not null && (line.Level > Math.Max(1, last.Level) || (line.Marker is null && (Sentences.IsCutOff(last.Text) || Aside().IsMatch(line.Text)
                || (Sentences.StartsSmall(line.Text) && !Sentences.IsEnded(last.Text)))));
            if (goesOn)
            {
                var between = line.Level > Math.Max(1, last!.Level) ? "\n- " : " ";
                whole[^1] = last with { Text = $"{last.Text}{between}{line.Text}" };
            }
            else
            {
                whole.Add(line);
            }
        }

        return whole;
    }

    [GeneratedRegex(@"^\((?![a-z0-9]\))|^\*|^(?:Note|NB)\b|^(?:and|or|including|e\.g\.)\s", Options, 1000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"^(?<number>\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}[.)])\s+(?=\p{L})", Options, 1000)]
    private static partial Regex Numbered();
}
