using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Withholding a version of a published report on legal grounds, and showing it again.</summary>
public sealed class WithholdingController(IMediator mediator) : TenantController
{
    [HttpGet("/reports/{periodId:guid}/versions/{number:int}/withhold")]
    public async Task<IActionResult> WithholdReport([FromRoute] Guid periodId, [FromRoute] int number,
        CancellationToken cancellationToken) =>
        this.Page(nameof(WithholdReport), await mediator.Send(new PrepareWithholding(periodId, number), cancellationToken));

    [HttpPost("/reports/{periodId:guid}/versions/{number:int}/withhold")]
    public async Task<IActionResult> WithholdReport(
        [FromRoute] Guid periodId, [FromRoute] int number, WithholdReport command, CancellationToken cancellationToken)
    {
        (command.PeriodId, command.Number) = (periodId, number);
        return await FinishAsync(
            nameof(WithholdReport), await mediator.Send(command, cancellationToken), command.PeriodId, command.Number,
                "This version is withheld");
    }

    [HttpGet("/reports/{periodId:guid}/versions/{number:int}/release")]
    public async Task<IActionResult> ReleaseReport([FromRoute] Guid periodId, [FromRoute] int number,
        CancellationToken cancellationToken) =>
        this.Page(nameof(ReleaseReport), await mediator.Send(new PrepareWithholding(periodId, number), cancellationToken));

    [HttpPost("/reports/{periodId:guid}/versions/{number:int}/release")]
    public async Task<IActionResult> ReleaseReport(
        [FromRoute] Guid periodId, [FromRoute] int number, ReleaseReport command, CancellationToken cancellationToken)
    {
        (command.PeriodId, command.Number) = (periodId, number);
        return await FinishAsync(
            nameof(ReleaseReport), await mediator.Send(command, cancellationToken), command.PeriodId, command.Number,
                "This version can be read again");
    }

    private Task<IActionResult> FinishAsync(string view, Result<ReportDecided> result, Guid periodId, int number, string notice) =>
        this.FinishAsync(
        result,
        _ => LocalRedirect($"~/reports/{periodId}/versions/{number}"),
        async () => this.Page(view, await mediator.Send(new PrepareWithholding(periodId, number), HttpContext.RequestAborted)),
        notice);
}
