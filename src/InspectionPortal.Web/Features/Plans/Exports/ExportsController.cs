using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>Handing a plan out as a file.</summary>
public sealed class ExportsController(IMediator mediator) : TenantController
{
    [HttpGet("/plans/{plan:guid}/export.docx")]
    public Task<IActionResult> ExportWord(PlanFilter filter, CancellationToken cancellationToken) =>
        ExportAsync(filter, PlanFormat.Word, cancellationToken);

    [HttpGet("/plans/{plan:guid}/export.xlsx")]
    public Task<IActionResult> ExportExcel(PlanFilter filter, CancellationToken cancellationToken) =>
        ExportAsync(filter, PlanFormat.Excel, cancellationToken);

    [HttpGet("/plans/{plan:guid}/export.csv")]
    public Task<IActionResult> ExportCsv(PlanFilter filter, CancellationToken cancellationToken) =>
        ExportAsync(filter, PlanFormat.Csv, cancellationToken);

    [HttpGet("/plans/template.docx")]
    public Task<IActionResult> ExportWordTemplate(CancellationToken cancellationToken) =>
        TemplateAsync(PlanFormat.Word, "docx", cancellationToken);

    [HttpGet("/plans/template.xlsx")]
    public Task<IActionResult> ExportExcelTemplate(CancellationToken cancellationToken) =>
        TemplateAsync(PlanFormat.Excel, "xlsx", cancellationToken);

    private async Task<IActionResult> TemplateAsync(PlanFormat format, string extension, CancellationToken cancellationToken) =>
        await mediator.Send(new ExportTemplate(format), cancellationToken) is { } file
            ? File(file.Bytes, ExportPlanHandler.ContentType(format), $"plan-template.{extension}")
            : NotFound();

    private async Task<IActionResult> ExportAsync(PlanFilter filter, PlanFormat format, CancellationToken cancellationToken) =>
        await mediator.Send(new ExportPlan(filter, format), cancellationToken) is { } file ? File(file.Content, file.ContentType, file.Name) : NotFound();
}
