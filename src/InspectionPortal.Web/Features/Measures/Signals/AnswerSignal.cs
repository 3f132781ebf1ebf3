using FluentValidation;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures.Signals;

/// <summary>
/// The partnership lead answers in words what a measure says, or that a rating says something else than the figures. It stands for good;
/// a later answer stands beside it.
/// </summary>
[Requires(Permission.EditPlan)]
public sealed class AnswerSignal : FormFields, ICommand<Saved>
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [BindNever]
    public SignalSubject Subject { get; set; }

    /// <summary>The measure or the project.</summary>
    [BindNever]
    public Guid SubjectId { get; set; }

    /// <summary>The sentence that was answered, as the form showed it.</summary>
    public string? Seen { get; set; }

    public string? Text { get; set; }

    public override bool IsNew => true;

    public override Guid? NewId => Id;

    public AnswerPage Choices() => (AnswerPage)RequiredPage();
}

internal sealed class AnswerSignalValidator : AbstractValidator<AnswerSignal>
{
    public AnswerSignalValidator() => RuleFor(c => c.Text).Required("Enter your answer").MaxLength(Measure.ReasonMaxLength);
}

internal sealed class AnswerSignalHandler(PortalDbContext database, CurrentSession current, SignalQuestions asked, TimeProvider time) : IRequestHandler<AnswerSignal, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(AnswerSignal command, CancellationToken cancellationToken)
    {
        if (await asked.ReadAsync(command.Subject, command.SubjectId, cancellationToken) is not { } question)
        {
            return new Missing();
        }

        var saved = new Saved($"{question.Address}#signal-answers", "Answer added");
        if (await database.WasAddedAsync<SignalAnswer>(command.Id, cancellationToken))
        {
            return saved;
        }

        if (question.About is not { } about)
        {
            return Failure.Field(nameof(AnswerSignal.Text), "There is nothing to answer now. Choose Cancel to see what the figures say");
        }

        if (!string.Equals(command.Seen, about, StringComparison.Ordinal))
        {
            return Failure.Field(nameof(AnswerSignal.Text), "The figures have changed since you opened this page. Check them above, then answer");
        }

        var isMeasure = command.Subject == SignalSubject.Measure;
        database.Add(new SignalAnswer
        {
            Id = command.Id,
            MeasureId = isMeasure ? command.SubjectId : null,
            ProjectId = isMeasure ? null : command.SubjectId,
            Kind = question.Kind,
            About = about,
            FiguresTo = question.FiguresTo,
            Text = command.Text!,
            At = time.GetUtcNow(),
            ByUserId = current.RequiredPerson.UserId,
        });
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }
}
