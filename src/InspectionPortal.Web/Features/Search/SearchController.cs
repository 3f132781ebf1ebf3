using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Search;

/// <summary>Search within a partnership, for members and link officers.</summary>
public sealed class SearchController(IMediator mediator) : TenantController
{
    [HttpGet("/search")]
    public async Task<IActionResult> ListSearchResults(SearchInput input, CancellationToken cancellationToken)
    {
        // What could not be read of the address is left out; the page says what it searched for.
        ModelState.Clear();
        return this.Page("ListSearchResults", await mediator.Send(new ListSearchResults(input), cancellationToken));
    }
}
