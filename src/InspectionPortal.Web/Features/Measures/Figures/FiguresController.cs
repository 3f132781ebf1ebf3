using InspectionPortal.Domain.Measures.Figures;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Measures.Figures;

/// <summary>Entering figures: many of one measure, from a paste or a file, or one of many measures.</summary>
public sealed class FiguresController(IMediator mediator) : TenantController
{
    /// <summary>Two hundred rows of eight fields, and the rest of the form.</summary>
    private const int Fields = 2000;

    [HttpGet("/measures/{id:guid}/figures")]
    public async Task<IActionResult> GetFigures([FromRoute] Guid id, bool all, CancellationToken cancellationToken) =>
        await mediator.Send(new GetFigures(id, all), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("/measures/{id:guid}/figures")]
    [RequestFormLimits(ValueCountLimit = Fields)]
    public async Task<IActionResult> EnterFigures([FromRoute] Guid id, EnterFigures command, CancellationToken cancellationToken)
    {
        command.MeasureId = id;
        switch (command.Step)
        {
            case FigureStep.MoreRows:
                command.Rows.AddRange(Enumerable.Range(0, Figures.GetFigures.MoreRows).Select(_ => new FigureCells()));
                return await ShowAsync(command, judge: false, cancellationToken);
            case FigureStep.TakePasted:
                command.Rows = FigureRows.Merge(command.Rows, FigureTable.Read(PastedRows.Split(command.Pasted)));
                command.Pasted = null;
                return await ShowAsync(command, judge: true, cancellationToken);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(command, judge: false, cancellationToken);
        }

        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, saved => Redirect(Url.Content(saved.Address)), () => ShowAgainAsync(command, cancellationToken), result.Value?.Notice);
    }

    [HttpGet("/measures/{id:guid}/figures/upload")]
    public async Task<IActionResult> UploadFigures([FromRoute] Guid id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetFigures(id), cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("/measures/{id:guid}/figures/upload")]
    public async Task<IActionResult> UploadFigures([FromRoute] Guid id, UploadFigures command, CancellationToken cancellationToken)
    {
        command.MeasureId = id;
        var result = await mediator.Send(command, cancellationToken);
        if (result.Value is not { } uploaded)
        {
            return await this.FinishAsync(
                result, _ => NotFound(),
                async () => await mediator.Send(new GetFigures(id), cancellationToken) is { } page ? View(page) : NotFound());
        }

        var preview = await mediator.Send(new PreviewFigures(id, uploaded.Rows, command.File?.FileName, uploaded.Doubts), cancellationToken);
        return preview is null ? NotFound() : Judged(preview);
    }

    [HttpGet("/measures/figures")]
    public async Task<IActionResult> GetFiguresOfPeriod(string? period, CancellationToken cancellationToken) =>
        await mediator.Send(new GetFiguresOfPeriod(period), cancellationToken) is { } page ? Clean(page) : NotFound();

    [HttpPost("/measures/figures")]
    [RequestFormLimits(ValueCountLimit = Fields)]
    public async Task<IActionResult> EnterFiguresOfPeriod(EnterFiguresOfPeriod command, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(command, cancellationToken);
        return await this.FinishAsync(
            result, saved => Redirect(Url.Content(saved.Address)),
            async () => await mediator.Send(new GetFiguresOfPeriod(command.Period, command.Rows), cancellationToken) is { } page
                ? View(nameof(GetFiguresOfPeriod), page)
                : NotFound(),
            result.Value?.Notice);
    }

    private ViewResult Clean(PeriodFiguresPage page)
    {
        ModelState.Clear();
        return View(nameof(GetFiguresOfPeriod), page);
    }

    /// <summary>What was typed, with what is wrong beside it and, after a conflict, at the versions that are stored now.</summary>
    private async Task<IActionResult> ShowAgainAsync(EnterFigures command, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new GetFigures(command.MeasureId, Rows: command.Rows), cancellationToken);
        return page is null ? NotFound() : View(nameof(GetFigures), page.With(command, takeNewest: ViewData["Conflict"] is not null));
    }

    private async Task<IActionResult> ShowAsync(EnterFigures command, bool judge, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new GetFigures(command.MeasureId, Rows: command.Rows), cancellationToken);
        if (page is null)
        {
            return NotFound();
        }

        if (command.Step != FigureStep.Save)
        {
            ModelState.Clear();
        }

        var shown = page.With(command, takeNewest: false);
        return judge ? Judged(shown) : View(nameof(GetFigures), shown);
    }

    private ViewResult Judged(FiguresPage page)
    {
        ModelState.Clear();
        foreach (var error in page.Errors)
        {
            ModelState.AddModelError(error.Field, error.Message);
        }

        return View(nameof(GetFigures), page);
    }
}
