using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Settings;

/// <summary>How this partnership works: one page that leads to each setting, and the settings that have no other home.</summary>
public sealed class SettingsController(IMediator mediator) : FormController(mediator)
{
    private readonly IMediator _mediator = mediator;

    [HttpGet("/settings")]
    public async Task<IActionResult> GetSettings(CancellationToken cancellationToken) =>
        this.Page(nameof(GetSettings), await _mediator.Send(new GetSettings(), cancellationToken));

    [HttpGet("/settings/name")]
    public Task<IActionResult> EditName(CancellationToken cancellationToken) =>
        ShowAsync(new GetNameForm(), nameof(EditName), cancellationToken);

    [HttpPost("/settings/name")]
    public Task<IActionResult> EditName(EditName command, CancellationToken cancellationToken) =>
        SaveAsync(command, new GetNameForm(), nameof(EditName), cancellationToken);

    [HttpGet("/settings/access")]
    public Task<IActionResult> EditDefaultAccess(CancellationToken cancellationToken) =>
        ShowAsync(new GetDefaultAccessForm(), nameof(EditDefaultAccess), cancellationToken);

    [HttpPost("/settings/access")]
    public Task<IActionResult> EditDefaultAccess(EditDefaultAccess command, CancellationToken cancellationToken) =>
        SaveAsync(command, new GetDefaultAccessForm(), nameof(EditDefaultAccess), cancellationToken);

    [HttpGet("/settings/ratings")]
    public Task<IActionResult> EditRatingKey(CancellationToken cancellationToken) =>
        ShowAsync(new GetRatingKeyForm(), nameof(EditRatingKey), cancellationToken);

    [HttpPost("/settings/ratings")]
    public Task<IActionResult> EditRatingKey(EditRatingKey command, CancellationToken cancellationToken) =>
        SaveAsync(command, new GetRatingKeyForm(), nameof(EditRatingKey), cancellationToken);
}
