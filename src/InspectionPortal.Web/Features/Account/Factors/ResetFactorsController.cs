using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>Helping somebody who lost their second step.</summary>
public sealed class ResetFactorsController(IMediator mediator) : PlatformController
{
    [HttpGet("/admin/people/{userId:guid}/factors")]
    public async Task<IActionResult> ResetFactors([FromRoute] Guid userId, CancellationToken cancellationToken) =>
        this.Page(nameof(ResetFactors), await mediator.Send(new GetFactorsOf(userId), cancellationToken));

    [HttpPost("/admin/people/{userId:guid}/factors/reset")]
    public Task<IActionResult> SendResetFactors([FromRoute] Guid userId, CancellationToken cancellationToken) => this.SendFormAsync(
        mediator, new ResetFactors(userId), _ => Redirect($"/admin/people/{userId}/factors"), () => ResetFactors(userId, cancellationToken),
        "Two-step sign-in reset. The person gets an e-mail and is signed out everywhere.");
}
