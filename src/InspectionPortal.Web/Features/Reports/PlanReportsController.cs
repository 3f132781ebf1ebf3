using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Putting a plan to the chief officers: to be agreed at the start, to be closed at the end.</summary>
public sealed class PlanReportsController(IMediator mediator) : TenantController
{
    [HttpGet("/plans/{plan:guid}/agree")]
    public Task<IActionResult> AgreePlan([FromRoute] Guid plan, CancellationToken cancellationToken) =>
        ShowAsync(plan, PeriodKind.Baseline, cancellationToken);

    [HttpPost("/plans/{plan:guid}/agree")]
    public Task<IActionResult> OpenBaseline([FromRoute] Guid plan, CancellationToken cancellationToken) =>
        OpenAsync(plan, PeriodKind.Baseline, cancellationToken);

    [HttpGet("/plans/{plan:guid}/close")]
    public Task<IActionResult> ClosePlan([FromRoute] Guid plan, CancellationToken cancellationToken) =>
        ShowAsync(plan, PeriodKind.Closing, cancellationToken);

    [HttpPost("/plans/{plan:guid}/close")]
    public Task<IActionResult> OpenClosing([FromRoute] Guid plan, CancellationToken cancellationToken) =>
        OpenAsync(plan, PeriodKind.Closing, cancellationToken);

    [HttpPost("/reports/{periodId:guid}/discard")]
    public async Task<IActionResult> DiscardPlanReport([FromRoute] Guid periodId, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DiscardPlanReport(periodId), cancellationToken);
        return await this.FinishAsync(
            result, Go, () => Task.FromResult<IActionResult>(Redirect(Url.Content($"~/reports/{periodId}"))), result.Value?.Notice);
    }

    private async Task<IActionResult> ShowAsync(Guid plan, PeriodKind kind, CancellationToken cancellationToken) =>
        this.Page("OpenPlanReport", await mediator.Send(new GetPlanReportStart(plan, kind), cancellationToken));

    private async Task<IActionResult> OpenAsync(Guid plan, PeriodKind kind, CancellationToken cancellationToken) => await this.FinishAsync(
        await mediator.Send(new OpenPlanReport(plan, kind), cancellationToken), Go, () => ShowAsync(plan, kind, cancellationToken));

    private RedirectResult Go(Saved saved) => Redirect(Url.Content(saved.Address));
}
