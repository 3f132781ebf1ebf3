using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>Preparing the report of a quarter, and how reports are signed.</summary>
public sealed class EditReportController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/reports/signing")]
    public Task<IActionResult> EditSigning(CancellationToken cancellationToken) =>
        ShowAsync(new GetSigningForm(), nameof(EditSigning), cancellationToken);

    [HttpPost("/reports/signing")]
    public Task<IActionResult> EditSigning(EditSigning command, CancellationToken cancellationToken) =>
        SaveAsync(command, new GetSigningForm(), nameof(EditSigning), cancellationToken);

    [HttpGet("/reports/{periodId:guid}/prepare")]
    public Task<IActionResult> EditReport([FromRoute] Guid periodId, CancellationToken cancellationToken) =>
        ShowAsync(new GetReportForm(periodId), nameof(EditReport), cancellationToken);

    [HttpPost("/reports/{periodId:guid}/prepare")]
    public Task<IActionResult> EditReport([FromRoute] Guid periodId, EditReport command, CancellationToken cancellationToken)
    {
        command.PeriodId = periodId;
        return SaveAsync(command, new GetReportForm(periodId), nameof(EditReport), cancellationToken);
    }
}
