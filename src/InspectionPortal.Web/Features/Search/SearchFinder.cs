using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace InspectionPortal.Web.Features.Search;

/// <summary>
/// Which rows have the words. The database reads the words of every row that the person may see, once: an index over words cannot be used
/// below row-level security. So this is one command, which gives keys and ranks and no texts.
/// </summary>
internal sealed class SearchFinder(SearchSources sources, NpgsqlTsQuery query)
{
    /// <summary>All of these kinds, in no order.</summary>
    public IQueryable<FoundItem> Find(IReadOnlyList<SearchKind> kinds) => kinds.Select(Find).Aggregate((all, more) => all.Concat(more));

    private IQueryable<FoundItem> Find(SearchKind kind) => kind switch
    {
        SearchKind.Plans => In(sources.Plans, kind),
        SearchKind.Projects => sources.IsPartOfProjects ? InOpenWords(sources.Projects) : In(sources.Projects, kind),
        SearchKind.SubActions => In(sources.Keys.SubActions, kind),
        SearchKind.Measures => In(sources.Measures, kind),
        SearchKind.Recommendations => In(sources.Keys.Recommendations, kind),
        SearchKind.Statements => In(sources.Keys.Statements, kind),
        SearchKind.Inspections => In(sources.Keys.Inspections, kind),
        SearchKind.Evidence => In(sources.Keys.Evidence, kind),
        SearchKind.Updates => In(sources.Keys.Updates, kind),
        _ => In(sources.Reports, kind, sources.AsMember ? SearchFunctions.MembersWords : SearchFunctions.Words),
    };

    private IQueryable<FoundItem> In<T>(IQueryable<T> rows, SearchKind kind, string column = SearchFunctions.Words)
        where T : TenantEntity
    {
        var number = (int)kind;
        return rows.Where(r => EF.Property<NpgsqlTsVector>(r, column).Matches(query)).Select(r => new FoundItem
        {
            Kind = number,
            TenantId = r.TenantId,
            Id = r.Id,
            Rank = EF.Property<NpgsqlTsVector>(r, column).Rank(query),
        });
    }

    /// <summary>What is kept from the person finds nothing, leaves nothing out and puts nothing first.</summary>
    private IQueryable<FoundItem> InOpenWords(IQueryable<ImprovementProject> projects)
    {
        var number = (int)SearchKind.Projects;
        return projects.Where(p => SearchFunctions.OpenWords(EF.Property<NpgsqlTsVector>(p, SearchFunctions.Words)).Matches(query))
            .Select(p => new FoundItem
            {
                Kind = number,
                TenantId = p.TenantId,
                Id = p.Id,
                Rank = SearchFunctions.OpenWords(EF.Property<NpgsqlTsVector>(p, SearchFunctions.Words)).Rank(query),
            });
    }
}
