using System.Globalization;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace InspectionPortal.Web.Features.Account.Feeds;

/// <summary>One's own calendar feed, and the file that calendar apps read.</summary>
public sealed class CalendarFeedController(IMediator mediator) : PlatformController
{
    private const string Own = "/account#calendar-feed";
    private const string CacheFor = "private, max-age=3600";

    /// <summary>The address is in this answer and nowhere else: opening the page again does not show it.</summary>
    [HttpPost("/account/calendar-feed")]
    public Task<IActionResult> CreateCalendarFeed() => this.SendFormAsync(
        mediator, new CreateCalendarFeed(), created => View("CalendarFeedCreated", created),
        () => Task.FromResult<IActionResult>(Redirect(Own)));

    [HttpPost("/account/calendar-feed/revoke")]
    public Task<IActionResult> RevokeCalendarFeed() => this.SendFormAsync(
        mediator, new RevokeCalendarFeed(), _ => Redirect(Own), () => Task.FromResult<IActionResult>(Redirect(Own)),
        "Calendar address revoked");

    /// <summary>Without signing in: whoever has the address has its secret. Unknown, revoked and disabled are the same 404.</summary>
    [HttpGet("/calendar/{secret}.ics")]
    [OpenWithoutSecondFactor]
    public async Task<IActionResult> GetCalendarFeed([FromRoute] string secret, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetCalendarFeed(secret), cancellationToken) is not { } answer)
        {
            return NotFound();
        }

        if (answer.Content is not { } content)
        {
            Response.Headers.RetryAfter = Math.Ceiling((answer.Wait ?? TimeSpan.Zero).TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        Response.Headers.CacheControl = CacheFor;
        Response.Headers["X-Robots-Tag"] = "noindex";
        return File(content, "text/calendar; charset=utf-8", lastModified: null, new EntityTagHeaderValue(answer.Tag));
    }
}
