using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace InspectionPortal.Web.Features.Search;

/// <summary>Searches what a person may read, in one command for each kind of which something is found and three more.</summary>
internal sealed class SearchReader(PortalDbContext database, SearchInput input, string address, Vocabulary vocabulary)
{
    private const int PagesMaximum = 1000;

    private readonly SearchKind? _kind = SearchLabels.Find(input.Kind);
    private readonly int _page = Math.Clamp(input.Page, 1, PagesMaximum);

    /// <summary>Asks for nothing where there is nothing to search for.</summary>
    /// <param name="sources">What the person may find; asked for only where there is something to find.</param>
    /// <param name="writer">Writes the results.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<SearchPage> ReadAsync(Func<Task<SearchSources>> sources, SearchHitWriter writer, CancellationToken cancellationToken)
    {
        var page = new SearchPage { Q = input.Q, Kind = _kind, Page = _page, Address = address, Vocabulary = vocabulary };
        if (input.Q is not { } text)
        {
            return page with { Kind = null };
        }

        if (text.Length > SearchTerms.MaxLength)
        {
            return page with { Error = $"{TypedInput.TooLong(SearchTerms.MaxLength)}. You entered {text.Length:N0}." };
        }

        var terms = SearchTerms.Parse(text);
        if (terms.Words.Count + terms.Phrases.Count == 0)
        {
            var isOnlyWithout = terms.Without.Count > 0;
            return page with
            {
                Error = isOnlyWithout ? "Enter a word to look for as well as words to leave out" : "Enter at least one word or number",
            };
        }

        if (await QueryAsync(terms, cancellationToken) is not { } query)
        {
            return page with { Error = "Enter at least one less common word" };
        }

        var found = await FindAsync(await sources(), query, cancellationToken);
        var marks = await MarksAsync(terms, found.SelectMany(f => f.Rows), cancellationToken);
        return page with
        {
            Note = terms.IsUnclosed ? "A quotation mark was not closed, so the search took everything after it as one phrase." : null,
            Groups = [.. found.Select(f => new SearchGroup(f.Kind, f.Total, [.. f.Rows.Select(row => writer.Write(f.Kind, row, marks))]))],
        };
    }

    private async Task<NpgsqlTsQuery?> QueryAsync(SearchTerms terms, CancellationToken cancellationToken)
    {
        string[] words = [.. terms.Words], phrases = [.. terms.Phrases], without = [.. terms.Without];
        var queries = await database.Database
            .SqlQuery<NpgsqlTsQuery>($"select portal_search_query({words}, {phrases}, {without}, false) as \"Value\"")
            .ToListAsync(cancellationToken);
        return queries[0].Kind == NpgsqlTsQuery.NodeKind.Empty ? null : queries[0];
    }

    /// <summary>The best rows of each kind; those that are equally good always in the same order.</summary>
    private async Task<List<(SearchKind Kind, int Total, List<SearchRow> Rows)>> FindAsync(
        SearchSources sources, NpgsqlTsQuery query, CancellationToken cancellationToken)
    {
        var (skip, take) = _kind is null ? (0, SearchPage.FewSize) : ((_page - 1) * SearchPage.PageSize, SearchPage.PageSize);
        SearchKind[] kinds = _kind is { } only ? [only] : Enum.GetValues<SearchKind>();
        var items = await new SearchFinder(sources, query).Find(kinds).ToListAsync(cancellationToken);
        var found = new List<(SearchKind Kind, int Total, List<SearchRow> Rows)>();
        foreach (var group in items.GroupBy(i => (SearchKind)i.Kind).OrderBy(g => g.Key))
        {
            var best = group.OrderByDescending(i => i.Rank).ThenBy(i => i.TenantId).ThenBy(i => i.Id).Skip(skip).Take(take).ToList();
            if (best.Count > 0)
            {
                var rows = await new SearchQueries(sources, [.. best.Select(i => i.Id)]).Of(group.Key).ToListAsync(cancellationToken);
                found.Add((group.Key, group.Count(), [.. best.Join(rows, i => (i.TenantId, i.Id), r => (r.TenantId, r.Id), (_, r) => r)]));
            }
        }

        return found;
    }

    private async Task<SearchMarks> MarksAsync(SearchTerms terms, IEnumerable<SearchRow> rows, CancellationToken cancellationToken)
    {
        var candidates = SearchMarks.Candidates(terms, rows.SelectMany(r => r.Texts.Append(r.Number).Append(r.Title)).OfType<string>());
        if (candidates.Length == 0)
        {
            return new SearchMarks([]);
        }

        string[] words = [.. terms.Words], phrases = [.. terms.Phrases], none = [];
        return new SearchMarks(await database.Database
            .SqlQuery<string>(
                $"""
                select w as "Value" from unnest({candidates}) w
                where portal_search_vector(w) @@ portal_search_query({words}, {phrases}, {none}, true)
                """)
            .ToListAsync(cancellationToken));
    }
}
