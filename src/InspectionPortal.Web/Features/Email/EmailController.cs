using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Email;

/// <summary>The platform administrator's page about e-mail that has not gone out.</summary>
public sealed class EmailController(IMediator mediator) : PlatformController
{
    [HttpGet("/admin/mail")]
    public async Task<IActionResult> ListMail(CancellationToken cancellationToken) =>
        await mediator.Send(new ListMail(), cancellationToken) is { } page ? View(nameof(ListMail), page) : NotFound();

    [HttpPost("/admin/mail/{id}/send-again")]
    public Task<IActionResult> SendMailAgain(Guid id, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new SendMailAgain { Id = id }, _ => Redirect("/admin/mail"), () => ListMail(cancellationToken), "E-mail queued: it will be sent next");
}
