using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.Text;
using InspectionPortal.Measurement;

namespace InspectionPortal.Domain.Measures;

/// <summary>A signal of a measure: a special cause, a target in danger, or a milestone past its date.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Sentence">What the figures say, in a sentence.</param>
/// <param name="FiguresTo">Day of the newest figure that it rests on; null for a milestone.</param>
/// <param name="IsFinal">For a missed target, true where none is still to come.</param>
public sealed record MeasureSignal(Guid MeasureId, string Title, SignalKind Kind, string Sentence, DateOnly? FiguresTo, bool IsFinal = false)
{
    /// <summary>True for those that ask somebody to act.</summary>
    public bool NeedsAttention => Kind <= SignalKind.AtRisk;

    /// <summary>Every signal of a measure, the gravest first. Illustrative series have none: nobody's figures are in them.</summary>
    public static IReadOnlyList<MeasureSignal> Of(MeasureReading reading, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.IsIllustrative ? [] : [.. Found(reading, today).OrderBy(s => s.Kind)];
    }

    private static IEnumerable<MeasureSignal> Found(MeasureReading reading, DateOnly today)
    {
        if (CourseOf(reading.Course) is { } kind)
        {
            yield return new MeasureSignal(reading.MeasureId, reading.Title, kind, reading.Sentence, reading.FiguresTo);
        }

        var past = reading.Targets.LastOrDefault(t => t.Reading.State is TargetState.Missed or TargetState.Met);
        if (past is { Reading.State: TargetState.Missed })
        {
            yield return new MeasureSignal(
                reading.MeasureId, reading.Title, SignalKind.Missed, Missed(reading.Chart, past), reading.FiguresTo,
                reading.Targets.All(t => t.Target.By <= past.Target.By));
        }

        if (reading.Targets.FirstOrDefault(t => t.Reading.State == TargetState.AtRisk) is { } danger)
        {
            yield return new MeasureSignal(reading.MeasureId, reading.Title, SignalKind.AtRisk, AtRisk(reading.Chart, danger), reading.FiguresTo);
        }

        if (reading.MilestoneDaysLate(today) is > 0 and var late)
        {
            yield return new MeasureSignal(
                reading.MeasureId, reading.Title, SignalKind.LateMilestone,
                $"Due {DateFormat.FromNow(today.AddDays(-late), today)} ({reading.Chart.Source.Deadline.Text}), and not marked as delivered.", null);
        }
    }

    private static SignalKind? CourseOf(Course course) => course switch
    {
        Course.GettingWorse => SignalKind.GettingWorse,
        Course.Improving => SignalKind.Improving,
        Course.Changing => SignalKind.Changing,
        _ => null,
    };

    private static string Missed(MeasureChart chart, MeasuredTarget target) =>
        $"The target of {Value(chart, target)} by {target.Target.ByText} was missed{(target.Reading.Figure is { } figure ? $": it was {chart.Full(figure)}" : "")}.";

    private static string AtRisk(MeasureChart chart, MeasuredTarget target) =>
        $"The target of {Value(chart, target)} by {target.Target.ByText} is likely to be missed on present performance.";

    private static string Value(MeasureChart chart, MeasuredTarget target) => FigureFormat.Of(target.Target.Value, chart.Source.Unit);
}
