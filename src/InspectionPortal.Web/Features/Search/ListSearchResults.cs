using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Search;

/// <summary>Where in this partnership are these words?</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.ApprovedReports)]
public sealed record ListSearchResults(SearchInput Input) : IQuery<SearchPage>;

internal sealed class ListSearchResultsHandler(PortalDbContext database, CurrentSession current, GrantedEvidence granted)
    : IRequestHandler<ListSearchResults, SearchPage?>
{
    public async Task<SearchPage?> Handle(ListSearchResults query, CancellationToken cancellationToken)
    {
        var (access, person) = (current.RequiredTenant, current.RequiredPerson.UserId);
        return await new SearchReader(database, query.Input, "~/search", access.Partnership.Vocabulary).ReadAsync(
            async () => access.IsByGrant
                ? PartnershipSources.OfOfficer(database, access, person, await granted.OpenAsync(cancellationToken))
                : PartnershipSources.OfMember(database, access, person),
            new SearchHitWriter([access.Partnership], isAcross: false),
            cancellationToken);
    }
}
