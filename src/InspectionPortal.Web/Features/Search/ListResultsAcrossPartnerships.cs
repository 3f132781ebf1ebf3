using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Search;

/// <summary>Where in my partnerships are these words?</summary>
[Requires(Permission.ReadAcrossPartnerships)]
[AcrossPartnerships]
public sealed record ListResultsAcrossPartnerships(SearchInput Input) : IQuery<SearchPage>;

internal sealed class ListResultsAcrossPartnershipsHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<ListResultsAcrossPartnerships, SearchPage?>
{
    public async Task<SearchPage?> Handle(ListResultsAcrossPartnerships query, CancellationToken cancellationToken)
    {
        var person = current.RequiredPerson;
        var grants = person.OpenGrants().ToList();
        return await new SearchReader(database, query.Input, "/inspect/search", new Vocabulary()).ReadAsync(
            () => Task.FromResult(GrantedSources.Of(database, grants, person.UserId)),
            new SearchHitWriter([.. grants.Select(g => g.Partnership).DistinctBy(p => p.Id)], isAcross: true),
            cancellationToken);
    }
}
