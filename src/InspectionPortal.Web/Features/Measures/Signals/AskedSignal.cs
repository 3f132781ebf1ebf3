using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Measures.Charts;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures.Signals;

/// <summary>What there is to answer about a measure or a project.</summary>
/// <param name="Title">Of the measure, or number and title of the project.</param>
/// <param name="Address">Its page, from "~/".</param>
/// <param name="About">The portal's sentence; null where there is nothing to answer.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="FiguresTo">Day of the newest figure.</param>
public sealed record SignalQuestion(string Title, string Address, string? About, SignalAnswerKind Kind, DateOnly? FiguresTo);

/// <summary>Finds what there is to answer, for the form and for what it saves.</summary>
public sealed class AskedSignal(PortalDbContext database, CurrentSession current, PlanClock clock)
{
    /// <summary>Null where the partnership has no such measure or project.</summary>
    public Task<SignalQuestion?> ReadAsync(SignalSubject subject, Guid id, CancellationToken cancellationToken) =>
        subject == SignalSubject.Measure ? OfMeasureAsync(id, cancellationToken) : OfProjectAsync(id, cancellationToken);

    private async Task<SignalQuestion?> OfMeasureAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await MeasureReading.ReadAsync(database, database.Measures.Where(m => m.Id == id), clock.Today, cancellationToken)).GetValueOrDefault(id) is not { } reading)
        {
            return null;
        }

        var signals = MeasureSignal.Of(reading, clock.Today);
        var isTarget = signals is [{ Kind: SignalKind.Missed or SignalKind.AtRisk or SignalKind.LateMilestone }, ..];
        return new SignalQuestion(
            reading.Title, $"~/measures/{id}", Clip(signals.Select(s => s.Sentence)), isTarget ? SignalAnswerKind.TargetInDanger : SignalAnswerKind.Signal, reading.FiguresTo);
    }

    private async Task<SignalQuestion?> OfProjectAsync(Guid id, CancellationToken cancellationToken)
    {
        var project = await database.Projects.AsNoTracking().Where(p => p.Id == id)
            .Select(p => new { p.Number, p.Title, p.Deadline, p.Forecast, p.Status, p.Rag, p.NoActionNeededReason }).FirstOrDefaultAsync(cancellationToken);
        if (project is null)
        {
            return null;
        }

        var signals = await SignalSet.ReadAsync(database, MeasureTables.OfProject(database, id), clock.Today, cancellationToken);
        var reading = ProjectReading.Of(
            new ProjectDates(project.Deadline, project.Forecast, project.Status, project.Rag), signals.OfProject(id), current.RequiredTenant.Partnership.RagKey, clock.Today);
        return new SignalQuestion(
            $"{project.Number} {project.Title}", $"~/projects/{id}", project.NoActionNeededReason is null ? Clip(reading.Against) : null, SignalAnswerKind.Disagreement, reading.FiguresTo);
    }

    private static string? Clip(IEnumerable<string> sentences)
    {
        var said = string.Join(' ', sentences.Distinct(StringComparer.Ordinal));
        return said.Length == 0 ? null : Words.Cut(said, SignalAnswer.AboutMaxLength - 2);
    }
}

/// <summary>The form of an answer.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetSignalAnswerForm(SignalSubject Subject, Guid Id) : IQuery<AnswerSignal>;

internal sealed class GetSignalAnswerFormHandler(PortalDbContext database, AskedSignal asked) : IRequestHandler<GetSignalAnswerForm, AnswerSignal?>
{
    public async Task<AnswerSignal?> Handle(GetSignalAnswerForm query, CancellationToken cancellationToken)
    {
        if (await asked.ReadAsync(query.Subject, query.Id, cancellationToken) is not { } question)
        {
            return null;
        }

        var isMeasure = query.Subject == SignalSubject.Measure;
        var before = await database.SignalAnswers.AsNoTracking().Where(a => isMeasure ? a.MeasureId == query.Id : a.ProjectId == query.Id)
            .OrderByDescending(a => a.At).Select(a => new SignalReply(a.MeasureId, a.Kind, a.About, a.Text, a.At)).ToListAsync(cancellationToken);
        return new AnswerSignal
        {
            Subject = query.Subject,
            SubjectId = query.Id,
            Page = new AnswerPage
            {
                Title = isMeasure ? "Answer what the figures say" : "Answer the disagreement",
                Caption = FormWords.Clip(question.Title, 120),
                Place = isMeasure ? "measures" : "plan",
                Button = "Answer",
                Back = question.Address,
                Crumbs = [isMeasure ? new Crumb("Measures", "~/measures") : new Crumb("Plan", "~/plan"), new Crumb(FormWords.Clip(question.Title), question.Address)],
                About = question.About,
                Before = before,
            },
        };
    }
}
