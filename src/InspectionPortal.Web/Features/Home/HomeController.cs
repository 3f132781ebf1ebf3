using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.PageCaching;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Home;

/// <summary>Where someone arrives in a partnership.</summary>
public sealed class HomeController(IMediator mediator, CurrentSession current) : TenantController
{
    [HttpGet("/")]
    [CachedPage]
    [WithinPartnership]
    public async Task<IActionResult> GetHome(CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        if (access.IsByGrant)
        {
            return await mediator.Send(new GetScrutinyOverview(), cancellationToken) is { } overview
                ? View("/Features/Scrutiny/Overview.cshtml", overview)
                : NotFound();
        }

        return await mediator.Send(new GetHome(), cancellationToken) is { } page ? View(page) : NotFound();
    }
}
