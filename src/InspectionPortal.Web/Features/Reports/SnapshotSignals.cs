using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// What measures said, and where a rating said otherwise, on the day on which the quarter was submitted. Kept with it, so that later
/// figures change nothing.
/// </summary>
internal sealed class SnapshotSignals(SnapshotRows rows, SessionPartnership partnership, DateOnly today)
{
    private readonly SignalSet _signals = SignalSet.Of(rows.Readings.Values, today);

    public SnapshotReading? ReadingOf(Guid measure) => rows.Readings.GetValueOrDefault(measure) is not { } reading
        ? null
        : new SnapshotReading
        {
            Sentence = reading.Sentence,
            FiguresTo = reading.FiguresTo,
            Latest = reading.Latest,
            Signals = [.. _signals.OfMeasure(measure).Select(s => new SnapshotSignal(s.Kind, s.Sentence))],
            Answers = Replies(a => a.MeasureId == measure),
        };

    public SnapshotDisagreement? DisagreementOf(ImprovementProject project, ProgressUpdate? update)
    {
        if (project.NoActionNeededReason is not null)
        {
            return null;
        }

        var dates = new ProjectDates(
            project.Deadline, update?.Forecast ?? project.Forecast, project.Status, update is null ? project.Rag : update.RagAccepted)
        {
            LateSteps = rows.SubActions[project.Id].Count(s => Lateness.OfStep(s.Deadline, s.Status, today, isProjectOver: false).IsLate),
            StepWord = partnership.Vocabulary.SubActionWord,
        };
        var reading = ProjectReading.Of(dates, _signals.OfProject(project.Id), partnership.RagKey, today);
        return reading.Disagrees ? new SnapshotDisagreement(reading.Against, Replies(a => a.ProjectId == project.Id)) : null;
    }

    private List<SnapshotReply> Replies(Func<SignalAnswer, bool> which) =>
        [.. rows.Replies.Where(which).Select(a => new SnapshotReply(a.About, a.Text, a.At))];
}
