using System.Text.RegularExpressions;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>Finds the finding that a file names by its number, title or words, and links it as stated.</summary>
internal sealed partial class RecommendationResolver(ExistingPlan state, MergeLog log, ImportIssues issues)
{
    private readonly HashSet<(Guid Recommendation, Guid Work)> _links =
    [
        .. state.Recommendations.SelectMany(r => r.Links).Concat(state.CopiedLinks).Select(l => (l.RecommendationId, l.AimId ?? l.DriverId ?? l.ProjectId ?? l.MeasureId ?? Guid.Empty)),
    ];

    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly List<Known> _known = [.. state.Recommendations.Select(r => new Known(
        r, HeaderSynonyms.Plain(r.Text), HeaderSynonyms.Plain(r.Number), HeaderSynonyms.Plain(r.Title ?? ""), HeaderSynonyms.Plain($"{r.Number} {r.Text}"),
        Numbered().Match(r.Number) is { Success: true } match ? match.Groups["number"].Value : null))];

    /// <summary>Those named that nothing of this work answers yet: what is said of an aim is not said again of each project.</summary>
    public List<string> NotAnswered(IReadOnlyList<string> named, IReadOnlyList<Guid> works) =>
        [.. named.Where(n => !(Find(n) is [var only] && works.Any(w => _links.Contains((only.Id, w)))))];

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
            else if (_links.Add((found[0].Id, workId)))
            {
                log.Add(aim(new RecommendationLink { RecommendationId = found[0].Id, Basis = LinkBasis.Stated }), under, found[0].Id.ToString());
            }
        }

        return left;
    }

    private List<Recommendation> Find(string words)
    {
        var plain = HeaderSynonyms.Plain(words);
        var same = _known.Where(k => k.Text == plain || (k.Recommendation.Title is not null && k.Title == plain) || k.Whole == plain || k.Number == plain).ToList();
        if (same.Count > 0)
        {
            return [.. (same.Count > 1 && !same.Exists(k => k.Number == plain) ? same.Take(1) : same).Select(k => k.Recommendation)];
        }

        if (Numbered().Match(words.Trim()) is { Success: true } match)
        {
            var number = match.Groups["number"].Value;
            return [.. _known.Where(k => number.Equals(k.Bare, StringComparison.OrdinalIgnoreCase)).Select(k => k.Recommendation)];
        }

        return plain.Length < 30 ? [] : [.. _known.Where(k => k.Text.StartsWith(plain, StringComparison.Ordinal)
            || (k.Text.Length > 30 && plain.EndsWith(k.Text, StringComparison.Ordinal))).Select(k => k.Recommendation)];
    }

    private void Say(string words, string where, int found)
    {
        if (state.Recommendations.Count == 0)
        {
            if (_said.Add(""))
            {
                issues.Warn(where, "The file names recommendations, but the portal has no inspection yet. The text is kept. Add the inspection, then import the file again to link them.");
            }

            return;
        }

        if (_said.Add(HeaderSynonyms.Plain(words)))
        {
            issues.Warn(where, found == 0
                ? $"“{EnglishText.Cut(words, 80)}” does not match a recommendation. The text is kept, but nothing is linked."
                : $"“{EnglishText.Cut(words, 80)}” could be any of {found} recommendations. The text is kept, but nothing is linked.");
        }
    }

    /// <summary>A recommendation on record in the plain words it is found by.</summary>
    private sealed record Known(Recommendation Recommendation, string Text, string Number, string Title, string Whole, string? Bare);

    [GeneratedRegex(@"^(?:r|rec|recommendation|afi|area for improvement|area|priority|pa|ps)?\s*(?:no)?\s*\.?\s*(?<number>\d{1,3}(?:\.\d{1,2})*[a-z]?)\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}
