using System.Text.RegularExpressions;
using InspectionPortal.Web.Features.Imports.Columns;
using InspectionPortal.Web.Features.Inspections;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>Finds the finding that a file names by its number, title or words, and links it as stated.</summary>
internal sealed partial class RecommendationResolver(PlanState state, MergeLog log, ImportIssues issues)
{
    private readonly HashSet<(Guid Recommendation, Guid Work)> links =
    [
        .. state.Recommendations.SelectMany(r => r.Links).Select(l => (l.RecommendationId, l.AimId ?? l.DriverId ?? l.ProjectId ?? l.MeasureId ?? Guid.Empty)),
    ];

    private readonly HashSet<string> said = new(StringComparer.Ordinal);

    /// <summary>Those named that nothing of this work answers yet: what is said of an aim is not said again of each project.</summary>
    public List<string> NotAnswered(IReadOnlyList<string> named, IReadOnlyList<Guid> works) =>
        [.. named.Where(n => !(Find(n) is [var only] && works.Any(w => links.Contains((only.Id, w)))))];

    /// <summary>Links what is known; returns the words of what is not, so that they are kept.</summary>
    public List<string> Link(IReadOnlyList<string> named, string where, string under, Guid workId, Func<RecommendationLink, RecommendationLink> aim)
    {
        var left = new List<string>();
        foreach (var words in named)
        {
            var found = Find(words);
            if (found.Count != 1)
            {
                left.Add(words);
                Say(words, where, found.Count);
            }
            else if (links.Add((found[0].Id, workId)))
            {
                log.Add(aim(new RecommendationLink { RecommendationId = found[0].Id, Basis = LinkBasis.Stated }), under, found[0].Id.ToString());
            }
        }

        return left;
    }

    private List<Recommendation> Find(string words)
    {
        var plain = HeaderWords.Plain(words);
        var same = state.Recommendations.Where(r => HeaderWords.Plain(r.Text) == plain || (r.Title is not null && HeaderWords.Plain(r.Title) == plain)
            || HeaderWords.Plain($"{r.Number} {r.Text}") == plain || HeaderWords.Plain(r.Number) == plain).ToList();
        if (same.Count > 0)
        {
            return same.Count > 1 && same.Find(r => HeaderWords.Plain(r.Number) == plain) is null ? [same[0]] : same;
        }

        if (Numbered().Match(words.Trim()) is { Success: true } match)
        {
            return state.Recommendations.Where(r => Numbered().Match(r.Number) is { Success: true } own && own.Groups["number"].Value.Equals(match.Groups["number"].Value, StringComparison.OrdinalIgnoreCase)).ToList();
        }

        return plain.Length < 30 ? [] : state.Recommendations.Where(r => HeaderWords.Plain(r.Text) is var text
            && (text.StartsWith(plain, StringComparison.Ordinal) || (text.Length > 30 && plain.EndsWith(text, StringComparison.Ordinal)))).ToList();
    }

    private void Say(string words, string where, int found)
    {
        if (state.Recommendations.Count == 0)
        {
            if (said.Add(""))
            {
                issues.Doubt(where, "The file names what it answers, and no inspection is on record here. The words are kept; add the inspection and import the file again to link them.");
            }

            return;
        }

        if (said.Add(HeaderWords.Plain(words)))
        {
            issues.Doubt(where, found == 0
                ? $"“{ImportWords.Cut(words, 80)}” is no recommendation on record. Its words are kept and nothing is linked."
                : $"“{ImportWords.Cut(words, 80)}” could be any of {found} recommendations on record. Its words are kept and nothing is linked.");
        }
    }

    [GeneratedRegex(@"^(?:r|rec|recommendation|afi|area for improvement|area|priority|pa|ps)?\s*(?:no)?\s*\.?\s*(?<number>\d{1,3}(?:\.\d{1,2})*[a-z]?)\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
