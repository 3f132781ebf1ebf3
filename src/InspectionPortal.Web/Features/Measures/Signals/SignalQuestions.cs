using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures.Signals;

/// <summary>Finds what there is to answer, for the form and for what it saves.</summary>
public sealed class SignalQuestions(PortalDbContext database, CurrentSession current, PlanClock clock)
{
    /// <summary>Null where the partnership has no such measure or project.</summary>
    public Task<SignalQuestion?> ReadAsync(SignalSubject subject, Guid id, CancellationToken cancellationToken) =>
        subject == SignalSubject.Measure ? OfMeasureAsync(id, cancellationToken) : OfProjectAsync(id, cancellationToken);

    private async Task<SignalQuestion?> OfMeasureAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await MeasureReadings.ReadAsync(database, database.Measures.Where(m => m.Id == id), clock.Today, cancellationToken)).GetValueOrDefault(id) is not { } reading)
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
        var late = await LateSteps.ReadAsync(database.SubActions.Where(s => s.ProjectId == id), clock.Today, cancellationToken);
        var partnership = current.RequiredTenant.Partnership;
        var reading = ProjectReading.Of(
            new ProjectDates(project.Deadline, project.Forecast, project.Status, project.Rag)
            {
                LateSteps = late.Of(id),
                StepWord = partnership.Vocabulary.SubActionWord,
            },
            signals.OfProject(id), partnership.RagKey, clock.Today);
        return new SignalQuestion(
            $"{project.Number} {project.Title}", $"~/projects/{id}", project.NoActionNeededReason is null ? Clip(reading.Against) : null, SignalAnswerKind.Disagreement, reading.FiguresTo);
    }

    private static string? Clip(IEnumerable<string> sentences)
    {
        var said = string.Join(' ', sentences.Distinct(StringComparer.Ordinal));
        return said.Length == 0 ? null : EnglishText.Cut(said, SignalAnswer.AboutMaxLength - 2);
    }
}
