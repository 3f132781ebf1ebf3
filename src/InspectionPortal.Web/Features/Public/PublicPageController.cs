using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Public;

/// <summary>The partnership lead writes, publishes and takes down the public page.</summary>
public sealed class PublicPageController(IMediator mediator) : FormController(mediator)
{
    private readonly IMediator _mediator = mediator;

    [HttpGet("/settings/public")]
    public Task<IActionResult> EditPublicPage(CancellationToken cancellationToken) =>
        ShowAsync(new GetPublicPageForm(), nameof(EditPublicPage), cancellationToken);

    [HttpPost("/settings/public")]
    public Task<IActionResult> EditPublicPage(EditPublicPage command, CancellationToken cancellationToken) =>
        SaveAsync(command, new GetPublicPageForm(), nameof(EditPublicPage), cancellationToken);

    [HttpGet("/settings/public/preview")]
    public async Task<IActionResult> PreparePublicPage(CancellationToken cancellationToken) =>
        this.Page(nameof(PreparePublicPage), await _mediator.Send(new PreparePublicPage(), cancellationToken));

    [HttpPost("/settings/public/release")]
    public async Task<IActionResult> ReleasePublicPage(ReleasePublicPage command, CancellationToken cancellationToken)
    {
        var result = await _mediator.Send(command, cancellationToken);
        return await this.FinishAsync(result, Go, () => PreparePublicPage(cancellationToken), result.Value?.Notice);
    }

    [HttpPost("/settings/public/withdraw")]
    public async Task<IActionResult> WithdrawPublicPage(CancellationToken cancellationToken)
    {
        var result = await _mediator.Send(new WithdrawPublicPage(), cancellationToken);
        return await this.FinishAsync(result, Go, () => EditPublicPage(cancellationToken), result.Value?.Notice);
    }

    private RedirectResult Go(Saved saved) => Redirect(Url.Content(saved.Address));
}
