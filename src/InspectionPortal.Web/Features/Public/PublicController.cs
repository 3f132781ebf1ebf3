using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace InspectionPortal.Web.Features.Public;

/// <summary>Pages that anybody can read.</summary>
[OpenWithoutSecondFactor]
public sealed class PublicController(IMediator mediator) : PlatformController
{
    private const string CacheFor = "public, max-age=300";

    [HttpGet("/public/accessibility")]
    public IActionResult Accessibility() => View();

    [HttpGet("/public/privacy")]
    public IActionResult Privacy() => View();

    [HttpGet("/public/help")]
    public IActionResult Help() => View();

    /// <summary>What a partnership published. Unknown, off and malformed are the same 404.</summary>
    [HttpGet("/public/{slug}")]
    public async Task<IActionResult> GetPublicPage([FromRoute] string slug, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetPublicPage(slug), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = CacheFor;
        Response.Headers.ETag = page.Tag;
        return IsCurrent(page.Tag) ? StatusCode(StatusCodes.Status304NotModified) : View(nameof(GetPublicPage), page);
    }

    private bool IsCurrent(string tag)
    {
        var now = EntityTagHeaderValue.Parse(tag);
        return Request.GetTypedHeaders().IfNoneMatch
            .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(now, useStrongComparison: false));
    }
}
