using System.Text;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>What people do to a chart, and its files.</summary>
public sealed class ChartsController(IMediator mediator) : FormController(mediator)
{
    private readonly IMediator _mediator = mediator;

    [HttpGet("/measures/{measureId:guid}/annotations/new")]
    public Task<IActionResult> AnnotateChart([FromRoute] Guid measureId, CancellationToken cancellationToken) =>
        ShowAsync(new GetChartForm(ChartFormKind.Note, measureId), nameof(AnnotateChart), cancellationToken);

    [HttpPost("/measures/{measureId:guid}/annotations/new")]
    public Task<IActionResult> AnnotateChart([FromRoute] Guid measureId, AnnotateChart command, CancellationToken cancellationToken)
    {
        command.MeasureId = measureId;
        return SaveAsync(command, new GetChartForm(ChartFormKind.Note, measureId), nameof(AnnotateChart), cancellationToken);
    }

    [HttpPost("/annotations/{id:guid}/remove")]
    public async Task<IActionResult> RemoveAnnotation([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await DoneAsync(new RemoveAnnotation(id), cancellationToken);

    [HttpGet("/measures/{measureId:guid}/phases/new")]
    public Task<IActionResult> RebaseChart([FromRoute] Guid measureId, CancellationToken cancellationToken) =>
        ShowAsync(new GetChartForm(ChartFormKind.Rebase, measureId), nameof(RebaseChart), cancellationToken);

    [HttpPost("/measures/{measureId:guid}/phases/new")]
    public Task<IActionResult> RebaseChart([FromRoute] Guid measureId, RebaseChart command, CancellationToken cancellationToken)
    {
        command.MeasureId = measureId;
        return SaveAsync(command, new GetChartForm(ChartFormKind.Rebase, measureId), nameof(RebaseChart), cancellationToken);
    }

    [HttpPost("/phases/{id:guid}/remove")]
    public async Task<IActionResult> RemovePhase([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await DoneAsync(new RemovePhase(id), cancellationToken);

    [HttpGet("/measures/{id:guid}/baseline")]
    public Task<IActionResult> FreezeBaseline([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetChartForm(ChartFormKind.Baseline, id), nameof(FreezeBaseline), cancellationToken);

    [HttpPost("/measures/{id:guid}/baseline")]
    public Task<IActionResult> FreezeBaseline([FromRoute] Guid id, FreezeBaseline command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetChartForm(ChartFormKind.Baseline, id), nameof(FreezeBaseline), cancellationToken);
    }

    [HttpGet("/figures/{id:guid}/exclude")]
    public Task<IActionResult> ExcludePoint([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetChartForm(ChartFormKind.Exclude, id), nameof(ExcludePoint), cancellationToken);

    [HttpPost("/figures/{id:guid}/exclude")]
    public Task<IActionResult> ExcludePoint([FromRoute] Guid id, ExcludePoint command, CancellationToken cancellationToken)
    {
        command.Id = id;
        return SaveAsync(command, new GetChartForm(ChartFormKind.Exclude, id), nameof(ExcludePoint), cancellationToken);
    }

    [HttpPost("/figures/{id:guid}/include")]
    public async Task<IActionResult> IncludePoint([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await DoneAsync(new IncludePoint(id), cancellationToken);

    /// <summary>The chart alone, as a file that needs nothing else.</summary>
    [HttpGet("/measures/{id:guid}/chart.svg")]
    public async Task<IActionResult> ExportChart([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await _mediator.Send(new ExportChart(id), cancellationToken) is { } file ? File(Encoding.UTF8.GetBytes(file.Svg), "image/svg+xml", file.Name) : NotFound();

    [HttpGet("/measures/{id:guid}/figures.csv")]
    public async Task<IActionResult> ExportFigures([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await _mediator.Send(new ExportFigures(id), cancellationToken) is { } file ? File(file.Bytes, "text/csv; charset=utf-8", file.Name) : NotFound();

    private async Task<IActionResult> DoneAsync(ICommand<Saved> command, CancellationToken cancellationToken)
    {
        var result = await _mediator.Send(command, cancellationToken);
        return await this.FinishAsync(result, saved => Redirect(Url.Content(saved.Address)), () => Task.FromResult<IActionResult>(NotFound()), result.Value?.Notice);
    }
}
