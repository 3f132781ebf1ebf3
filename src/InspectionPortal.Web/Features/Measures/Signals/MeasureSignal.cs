using System.Globalization;
using InspectionPortal.Measurement;
using InspectionPortal.Web.Features.Measures.Charts;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Measures.Signals;

/// <summary>What a measure says that somebody ought to know; the gravest first.</summary>
public enum SignalKind
{
    GettingWorse,
    Missed,
    LateMilestone,
    AtRisk,
    Changing,
    Improving,
}

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
                $"Due {DayWords.FromNow(today.AddDays(-late), today)} ({reading.Chart.Source.Deadline.Text}), and nothing says that it is delivered.", null);
        }
    }

    private static SignalKind? CourseOf(Course course) => course switch
    {
        Course.GettingWorse => SignalKind.GettingWorse,
        Course.Improving => SignalKind.Improving,
        Course.Changing => SignalKind.Changing,
        _ => null,
    };

    private static string Missed(MeasureChart chart, ReadTarget target) =>
        $"The target of {Value(chart, target)} by {target.Target.ByText} was missed{(target.Reading.Figure is { } figure ? $": it was {chart.Full(figure)}" : "")}.";

    private static string AtRisk(MeasureChart chart, ReadTarget target) =>
        $"The target of {Value(chart, target)} by {target.Target.ByText} is likely to be missed on present performance.";

    private static string Value(MeasureChart chart, ReadTarget target) => FigureWords.Of(target.Target.Value, chart.Source.Unit);
}

/// <summary>Names and looks of signals. The shape says what the colour says.</summary>
public static class SignalWords
{
    public static string Of(SignalKind kind) => kind switch
    {
        SignalKind.GettingWorse => "Getting worse",
        SignalKind.Missed => "Target missed",
        SignalKind.LateMilestone => "Milestone late",
        SignalKind.AtRisk => "Target at risk",
        SignalKind.Changing => "Changing",
        _ => "Improving",
    };

    /// <summary>One of <see cref="Rating.Colours"/>.</summary>
    public static string Colour(SignalKind kind) => kind switch
    {
        SignalKind.GettingWorse or SignalKind.Missed => "red",
        SignalKind.LateMilestone or SignalKind.AtRisk => "amber",
        SignalKind.Changing => "purple",
        _ => "blue",
    };

    /// <summary>One of <see cref="Rating.Shapes"/>.</summary>
    public static string Shape(SignalKind kind) => kind switch
    {
        SignalKind.GettingWorse => "diamond",
        SignalKind.Missed => "square",
        SignalKind.LateMilestone => "bar",
        SignalKind.AtRisk => "triangle",
        SignalKind.Changing => "ring",
        _ => "hexagon",
    };

    /// <summary>"2 getting worse, 1 target missed", the gravest first.</summary>
    public static string Counted(IEnumerable<SignalKind> kinds) => Words.List(
        [.. kinds.GroupBy(k => k).OrderBy(g => g.Key).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {Several(g.Key, g.Count())}"))]);

    private static string Several(SignalKind kind, int count)
    {
        var words = Words.Within(Of(kind));
        return count == 1 ? words : words.Replace("target ", "targets ", StringComparison.Ordinal).Replace("milestone ", "milestones ", StringComparison.Ordinal);
    }
}
