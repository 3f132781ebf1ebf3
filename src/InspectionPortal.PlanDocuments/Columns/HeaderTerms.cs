using System.Globalization;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.PlanDocuments.Columns;

/// <summary>
/// The words that plans write above their columns, from the file <c>HeaderTerms.txt</c>, and how much a header says for each field.
/// </summary>
internal sealed class HeaderTerms
{
    /// <summary>More than words within a header can say.</summary>
    private const double MostOfWords = 0.97;

    private readonly Dictionary<string, List<Term>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Term>> _whole = new(StringComparer.Ordinal);

    private HeaderTerms(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            var split = line.IndexOfAny([':', '=']);
            var about = line[..split].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Add(Enum.Parse<ImportField>(about[0]), double.Parse(about[1], CultureInfo.InvariantCulture), line[(split + 1)..],
                line[split] == '=');
        }

        foreach (var field in ProjectFields.OwnColumns)
        {
            Add(ImportFields.Of(field), 1, field.Headers, isWhole: true);
        }
    }

    public static HeaderTerms Known { get; } = Load();

    /// <summary>How strongly a header suggests each field, from 0 to 1. Fields it does not suggest are left out.</summary>
    public Dictionary<ImportField, double> Score(string header)
    {
        var words = HeaderPhrase.Of(header);
        var scores = new Dictionary<ImportField, double>();
        foreach (var term in _whole.GetValueOrDefault(string.Join(' ', words.Tokens)) ?? [])
        {
            Keep(scores, term.Field, term.Weight);
        }

        var (found, covered) = Find(words);
        foreach (var (term, at) in found)
        {
            var role = Role(words, at, term.Words.Count);
            var own = covered[term.Field];
            var share = own.Count / (double)Enumerable.Range(0, words.Tokens.Count)
                .Count(i => own.Contains(i) || !HeaderPhrase.IsTime(words.Tokens[i]));
            var score = ((term.Weight * role) + (0.04 * (term.Words.Count - 1))) * Math.Pow(Math.Min(1, share), 0.12);
            Keep(scores, term.Field, Math.Min(MostOfWords, score));
        }

        for (var i = 0; i < words.Aside.Count; i++)
        {
            foreach (var term in (_byFirst.GetValueOrDefault(words.Aside[i]) ?? []).Where(t => Matches(t, words.Aside, i)))
            {
                Keep(scores, term.Field, term.Weight * 0.4);
            }
        }

        return scores;
    }

    /// <summary>The terms within a header, with their places, and the words that those of each field cover.</summary>
    private (List<(Term Term, int At)> Found, Dictionary<ImportField, HashSet<int>> Covered) Find(HeaderPhrase words)
    {
        var covered = new Dictionary<ImportField, HashSet<int>>();
        var found = new List<(Term Term, int At)>();
        for (var i = 0; i < words.Tokens.Count; i++)
        {
            foreach (var term in _byFirst.GetValueOrDefault(words.Tokens[i]) ?? [])
            {
                if (Matches(term, words.Tokens, i))
                {
                    found.Add((term, i));
                    if (!covered.TryGetValue(term.Field, out var own))
                    {
                        own = [];
                        covered[term.Field] = own;
                    }

                    own.UnionWith(Enumerable.Range(i, term.Words.Count));
                }
            }
        }

        return (found, covered);
    }

    private static double Role(HeaderPhrase words, int at, int count)
    {
        if (words.IsQuestion)
        {
            return 1 - (0.03 * at);
        }

        var best = 0.4;
        for (var i = 0; i < words.Cores.Count; i++)
        {
            var (from, head) = words.Cores[i];
            var later = i == 0 ? 1 : 0.92;
            if (at <= head && head < at + count)
            {
                best = Math.Max(best, later);
            }
            else if (at >= from && at + count <= head)
            {
                best = Math.Max(best, 0.55 * later);
            }
        }

        return best;
    }

    private static bool Matches(Term term, IReadOnlyList<string> tokens, int at)
    {
        if (at + term.Words.Count > tokens.Count)
        {
            return false;
        }

        for (var i = 1; i < term.Words.Count; i++)
        {
            if (tokens[at + i] != term.Words[i])
            {
                return false;
            }
        }

        return true;
    }

    private static void Keep(Dictionary<ImportField, double> scores, ImportField field, double score) =>
        scores[field] = Math.Max(scores.GetValueOrDefault(field), score);

    private void Add(ImportField field, double weight, string phrases, bool isWhole)
    {
        foreach (var words in phrases.Split('|', StringSplitOptions.TrimEntries).Select(HeaderPhrase.Split).Where(w => w.Count > 0))
        {
            var key = isWhole ? string.Join(' ', words) : words[0];
            var into = isWhole ? _whole : _byFirst;
            if (!into.TryGetValue(key, out var list))
            {
                into[key] = list = [];
            }

            list.Add(new Term(field, weight, words));
        }
    }

    private static HeaderTerms Load()
    {
        using var stream = typeof(HeaderTerms).Assembly.GetManifestResourceStream("HeaderTerms.txt")!;
        using var reader = new StreamReader(stream);
        return new HeaderTerms(reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n'));
    }

    private sealed record Term(ImportField Field, double Weight, IReadOnlyList<string> Words);
}
