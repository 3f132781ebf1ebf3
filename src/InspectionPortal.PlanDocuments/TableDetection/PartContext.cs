using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.TableDetection;

/// <summary>What stands over each part of a plan: a small table that names its theme, a heading, or the name of its sheet.</summary>
internal sealed class PartContext
{
    private const int LongestHeading = 150;

    private readonly Dictionary<SourceTable, List<BannerItem>> _tables = new(ReferenceEqualityComparer.Instance.For());
    private readonly Dictionary<SourceTable, List<SourceText>> _headings = new(ReferenceEqualityComparer.Instance.For());
    private readonly HashSet<SourceTable> _banners = new(ReferenceEqualityComparer.Instance.For());
    private readonly bool _usesSheets;

    public PartContext(IReadOnlyList<SourceBlock> blocks, List<SourceTable> parts)
    {
        var title = blocks.Count > 0 ? blocks[0] as SourceText : null;
        var isPart = new HashSet<SourceTable>(parts, ReferenceEqualityComparer.Instance.For());
        var told = new List<BannerItem>();
        var texts = new List<SourceText>();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case SourceText text:
                    texts.Add(text);
                    break;
                case SourceTable table when isPart.Contains(table):
                    _tables[table] = told;
                    _headings[table] = Headings(texts, title);
                    (told, texts) = ([], []);
                    break;
<<<<<<< HEAD
                case SourceTable table when Told(table) is { Count: > 0 } items:
=======
                case SourceTable table when ContextRows.ReadTable(table) is { Count: > 0 } items:
                    _banners.Add(table);
                    told.AddRange(items);
                    break;
                case SourceTable table when BannerRows.ReadTable(table) is { Count: > 0 } items:
>>>>>>> a6e6ac6 (Read what stands above tables, two ratings, stacked milestones and dates in published words)
                    _banners.Add(table);
                    told.AddRange(items);
                    break;
            }
        }

        _usesSheets = parts.Count > 1 && parts.TrueForAll(p => p.SheetName is not null);
        var named = _headings.Values.Where(h => h.Count > 0).Select(h => h[^1].Text).ToList();
        HasHeadings = named.Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1;
    }

    /// <summary>What a small table above a plan says: the heads of a form, or else its banners.</summary>
    private static List<BannerItem> Told(SourceTable table) =>
        ContextRows.ReadTable(table) is { Count: > 0 } heads ? heads : BannerRows.ReadTable(table);

    /// <summary>True where at least two parts have headings of their own.</summary>
    public bool HasHeadings { get; }

    public bool IsBanner(SourceTable table) => _banners.Contains(table);

    /// <summary>The nearest heading over a part.</summary>
    public string? Nearest(SourceTable table) => _headings.GetValueOrDefault(table)?.LastOrDefault()?.Text;

    public IEnumerable<BannerItem> Before(SourceTable table, bool leaveLast = false)
    {
        var where = table.Where;
        if (_usesSheets)
        {
            yield return new BannerItem(where, null, [new SourceLine(table.SheetName!)], "sheet", 1);
        }

        var over = _headings.GetValueOrDefault(table) ?? [];
        foreach (var heading in HasHeadings && !_usesSheets ? over.SkipLast(leaveLast ? 1 : 0) : [])
        {
            yield return new BannerItem(where, null, [new SourceLine(heading.Text)], $"heading {heading.Heading}", heading.Heading == 0 ? 9
                : heading.Heading);
        }

        foreach (var item in _tables.GetValueOrDefault(table) ?? [])
        {
            yield return item;
        }
    }

    /// <summary>
    /// The headings at the end of the text before a part, outer ones first; a short last line counts as one where none is marked.
    /// </summary>
    private static List<SourceText> Headings(List<SourceText> texts, SourceText? title)
    {
        var found = new List<SourceText>();
        foreach (var text in texts.Where(t => t.Heading > 0))
        {
            found.RemoveAll(f => f.Heading >= text.Heading);
            found.Add(text);
        }

        if (texts.Count > 0 && texts[^1] is { Heading: 0 } named && BannerRows.Named().IsMatch(named.Text) && found is [var only]
            && ReferenceEquals(only, title) && !BannerRows.Named().IsMatch(only.Text))
        {
            // The title of the document is no level above a line such as "Priority 1: …".
            found.Clear();
        }

        if (texts.Count > 0 && texts[^1] is { Heading: 0 } last && (found.Count == 0 || BannerRows.Named().IsMatch(last.Text))
            && last.Text.Length <= LongestHeading && !last.Text.EndsWith('.') && last.Text.Any(char.IsLetter))
        {
            found.Add(last);
        }

        return found;
    }
}

/// <summary>Compares tables by what they are and not by what they hold: two may hold the same.</summary>
internal static class References
{
    public static IEqualityComparer<SourceTable> For(this ReferenceEqualityComparer comparer) => new Comparer(comparer);

    private sealed class Comparer(ReferenceEqualityComparer inner) : IEqualityComparer<SourceTable>
    {
        public bool Equals(SourceTable? x, SourceTable? y) => inner.Equals(x, y);

        public int GetHashCode(SourceTable obj) => inner.GetHashCode(obj);
    }
}
