using InspectionPortal.Web.Features.Measures.Signals;
using InspectionPortal.Web.Infrastructure.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>Answering what figures say.</summary>
public sealed class SignalsController(IMediator mediator) : FormController(mediator)
{
    [HttpGet("/measures/{id:guid}/answer")]
    public Task<IActionResult> AnswerMeasure([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetSignalAnswerForm(SignalSubject.Measure, id), nameof(AnswerSignal), cancellationToken);

    [HttpPost("/measures/{measureId:guid}/answer")]
    public Task<IActionResult> AnswerMeasure([FromRoute] Guid measureId, AnswerSignal command, CancellationToken cancellationToken) =>
        AnswerAsync(SignalSubject.Measure, measureId, command, cancellationToken);

    [HttpGet("/projects/{id:guid}/answer")]
    public Task<IActionResult> AnswerProject([FromRoute] Guid id, CancellationToken cancellationToken) =>
        ShowAsync(new GetSignalAnswerForm(SignalSubject.Project, id), nameof(AnswerSignal), cancellationToken);

    [HttpPost("/projects/{projectId:guid}/answer")]
    public Task<IActionResult> AnswerProject([FromRoute] Guid projectId, AnswerSignal command, CancellationToken cancellationToken) =>
        AnswerAsync(SignalSubject.Project, projectId, command, cancellationToken);

    private Task<IActionResult> AnswerAsync(SignalSubject subject, Guid id, AnswerSignal command, CancellationToken cancellationToken)
    {
        (command.Subject, command.SubjectId) = (subject, id);
        return SaveAsync(command, new GetSignalAnswerForm(subject, id), nameof(AnswerSignal), cancellationToken);
    }
}
