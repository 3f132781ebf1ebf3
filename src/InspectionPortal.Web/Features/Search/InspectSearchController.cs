using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Search;

/// <summary>Search over all partnerships that opened something to a link officer.</summary>
public sealed class InspectSearchController(IMediator mediator) : PlatformController
{
    [HttpGet("/inspect/search")]
    public async Task<IActionResult> ListResultsAcrossPartnerships(SearchInput input, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return this.Page("ListSearchResults", await mediator.Send(new ListResultsAcrossPartnerships(input), cancellationToken));
    }
}
