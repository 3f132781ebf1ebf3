using System.Text;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Email;

/// <summary>E-mails of a portal in Development, to read them without a mail server. Anywhere else these addresses do not exist.</summary>
public sealed class DevelopmentMailController(IMediator mediator) : PlatformController
{
    [HttpGet("/account/dev-mail")]
    public async Task<IActionResult> ListDevelopmentMail(CancellationToken cancellationToken) =>
        await mediator.Send(new ListDevelopmentMail(), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpGet("/account/dev-mail/{name}")]
    public async Task<IActionResult> GetDevelopmentMail(string name, CancellationToken cancellationToken) =>
        await mediator.Send(new GetDevelopmentMail(name), cancellationToken) is { } mail ? View(mail) : NotFound();

    /// <summary>The HTML as it was sent, in a page that can run nothing and load nothing.</summary>
    [HttpGet("/account/dev-mail/{name}/html")]
    public async Task<IActionResult> GetDevelopmentMailHtml(string name, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new GetDevelopmentMail(name), cancellationToken) is not { } mail)
        {
            return NotFound();
        }

#pragma warning disable S7039 // The message's style sheet is within it. Nothing can run and nothing can be loaded.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";
#pragma warning restore S7039
        return Content(mail.Html, "text/html", Encoding.UTF8);
    }
}
