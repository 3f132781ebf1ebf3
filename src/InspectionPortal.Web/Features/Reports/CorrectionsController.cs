using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Correcting a published report by a new version beside it.</summary>
public sealed class CorrectionsController(IMediator mediator) : TenantController
{
    /// <summary>The correction that is with the chief officers.</summary>
    [HttpGet("/reports/{periodId:guid}/correction")]
    public async Task<IActionResult> GetCorrection([FromRoute] Guid periodId, CancellationToken cancellationToken) =>
        this.Page(nameof(GetReport), await mediator.Send(new GetReport(periodId, IsCorrection: true), cancellationToken));

    [HttpGet("/reports/{periodId:guid}/correct")]
    public async Task<IActionResult> CorrectReport([FromRoute] Guid periodId, [FromQuery] List<Guid> project,
        CancellationToken cancellationToken) =>
        this.Page(nameof(CorrectReport), await mediator.Send(new PrepareCorrection(periodId, project), cancellationToken));

    [HttpPost("/reports/{periodId:guid}/correct")]
    public async Task<IActionResult> CorrectReport([FromRoute] Guid periodId, CorrectReport command, CancellationToken cancellationToken)
    {
        command.PeriodId = periodId;
        return await this.FinishAsync(
            await mediator.Send(command, cancellationToken),
            _ => LocalRedirect($"~/reports/{periodId}/correction"),
            async () =>
            {
                // The form again is a new form of the newest version.
                ModelState.Remove(nameof(command.Id));
                ModelState.Remove(nameof(command.Sha256));
                var projects = command.Projects.Select(p => p.ProjectId).ToList();
                return this.Page(nameof(CorrectReport), await mediator.Send(new PrepareCorrection(periodId, projects), cancellationToken));
            },
            "The correction is with the chief officers");
    }
}
