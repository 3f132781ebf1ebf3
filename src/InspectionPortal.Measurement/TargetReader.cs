using System.Globalization;

namespace InspectionPortal.Measurement;

/// <summary>
/// Reads targets by date against a chart. The rules, the first that applies deciding:
/// <list type="number">
/// <item>Neither way is better: not known.</item>
/// <item>The date has passed: the latest figure dated on or before it decides, met or missed. Later figures do not count; without such a
/// figure it is not known.</item>
/// <item>No figure dated on or before today: not known.</item>
/// <item>The limits of the latest figure rest on <see cref="ChartAnalysis.FiguresForLimits"/> figures or more, and no signal says that
/// the process is getting better: the limits decide. On track where all expected variation reaches
/// the target; at risk where none of it does, and where the target lies between the limits, because then chance decides.</item>
/// <item>The latest figure has reached the target: on track.</item>
/// <item>The latest figure is on or better than the straight line from the first figure to the target on its date: on track; otherwise,
/// and where there is but one figure, at risk.</item>
/// </list>
/// Figures are those that count: there, not excluded. To reach a target is to equal it or to be better. The limits follow the Making Data
/// Count programme's assurance; the date, the line and their order are this portal's own rules, not a publication's.
/// </summary>
public static class TargetReader
{
    /// <summary>Reads one target.</summary>
    /// <param name="analysis">The chart.</param>
    /// <param name="dates">The date of each point (the last day of what it covers), as many as there are points, never going back.</param>
    /// <param name="target">The target; its value finite.</param>
    /// <param name="today">The day on which it is read: figures dated later are not looked at for the date, the latest figure and the
    /// line.</param>
    /// <exception cref="ArgumentNullException">The analysis or the dates are null.</exception>
    /// <exception cref="ArgumentException">There are not as many dates as points, they go back, or the target is not finite.</exception>
    public static TargetReading Read(ChartAnalysis analysis, IReadOnlyList<DateOnly> dates, TargetByDate target, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(dates);
        Check(analysis, dates, target);
        if (analysis.Series.Direction == ImprovementDirection.None)
        {
            return new(target, TargetState.NotKnown, TargetRule.NoRule, null, null, "nobody has said which way is better");
        }

        if (today > target.By)
        {
            return AfterTheDate(analysis, dates, target);
        }

        var latest = LatestUpTo(analysis, dates, today);
        if (latest < 0)
        {
            return new(target, TargetState.NotKnown, TargetRule.NoRule, null, null, "there is no figure yet");
        }

        return ByLimits(analysis, dates, target, latest) ?? ByFigures(analysis, dates, target, latest);
    }

    private static void Check(ChartAnalysis analysis, IReadOnlyList<DateOnly> dates, TargetByDate target)
    {
        if (dates.Count != analysis.Points.Count)
        {
            throw new ArgumentException("There must be a date for every point.", nameof(dates));
        }

        for (var i = 1; i < dates.Count; i++)
        {
            if (dates[i] < dates[i - 1])
            {
                throw new ArgumentException("The dates must not go back.", nameof(dates));
            }
        }

        if (!double.IsFinite(target.Value))
        {
            throw new ArgumentException("The target must be a finite number.", nameof(target));
        }
    }

    private static TargetReading AfterTheDate(ChartAnalysis analysis, IReadOnlyList<DateOnly> dates, TargetByDate target)
    {
        var index = LatestUpTo(analysis, dates, target.By);
        if (index < 0)
        {
            return new(target, TargetState.NotKnown, TargetRule.NoRule, null, null, $"its date has passed and there is no figure up to {Day(target.By)}");
        }

        var reached = Reaches(analysis, analysis.Points[index].Value!.Value, target.Value);
        return Say(
            analysis, dates, target, index, reached ? TargetState.Met : TargetState.Missed, TargetRule.FigureAtDate,
            $"its date has passed; the latest figure up to it, of {Day(dates[index])}, {(reached ? "reaches" : "does not reach")} it");
    }

    private static TargetReading? ByLimits(ChartAnalysis analysis, IReadOnlyList<DateOnly> dates, TargetByDate target, int latest)
    {
        var phase = analysis.PhaseOf(latest);
        if (analysis.Points[latest] is not { Lower: { } lower, Upper: { } upper }
            || phase.BaselineFigures < ChartAnalysis.FiguresForLimits
            || ChartReading.Of(analysis).Course == Course.Improving)
        {
            return null;
        }

        var up = analysis.Series.Direction == ImprovementDirection.Up;
        var (state, because) = Reaches(analysis, up ? lower : upper, target.Value)
            ? (TargetState.OnTrack, "all that can be expected of the process as it is reaches it")
            : !Reaches(analysis, up ? upper : lower, target.Value)
            ? (TargetState.AtRisk, "nothing that can be expected of the process as it is reaches it")
            : (TargetState.AtRisk, "it lies between the limits, so with the process as it is chance decides");
        return Say(analysis, dates, target, latest, state, TargetRule.Limits, because);
    }

    private static TargetReading ByFigures(ChartAnalysis analysis, IReadOnlyList<DateOnly> dates, TargetByDate target, int latest)
    {
        var figure = analysis.Points[latest].Value!.Value;
        if (Reaches(analysis, figure, target.Value))
        {
            return Say(analysis, dates, target, latest, TargetState.OnTrack, TargetRule.LatestFigure, "the latest figure has reached it");
        }

        var first = First(analysis);
        if (first == latest || dates[first] >= dates[latest])
        {
            return Say(analysis, dates, target, latest, TargetState.AtRisk, TargetRule.StraightLine, "it is not reached, and one figure shows no way towards it");
        }

        var start = analysis.Points[first].Value!.Value;
        var share = (double)(dates[latest].DayNumber - dates[first].DayNumber) / (target.By.DayNumber - dates[first].DayNumber);
        var line = start + (share * (target.Value - start));
        var ahead = Reaches(analysis, figure, line);
        return Say(
            analysis, dates, target, latest, ahead ? TargetState.OnTrack : TargetState.AtRisk, TargetRule.StraightLine,
            $"the latest figure is {(ahead ? "on or ahead of" : "behind")} the straight line from the first figure to the target");
    }

    private static TargetReading Say(
        ChartAnalysis analysis, IReadOnlyList<DateOnly> dates, TargetByDate target, int index, TargetState state, TargetRule rule, string because) =>
        new(target, state, rule, analysis.Points[index].Value, dates[index], because);

    private static bool Reaches(ChartAnalysis analysis, double figure, double target)
    {
        var side = ChartAnalyser.Compare(figure, target, 0);
        return analysis.Series.Direction == ImprovementDirection.Up ? side >= 0 : side <= 0;
    }

    private static int First(ChartAnalysis analysis)
    {
        var index = 0;
        while (!Counts(analysis.Points[index]))
        {
            index++;
        }

        return index;
    }

    private static int LatestUpTo(ChartAnalysis analysis, IReadOnlyList<DateOnly> dates, DateOnly day)
    {
        for (var i = dates.Count - 1; i >= 0; i--)
        {
            if (dates[i] <= day && Counts(analysis.Points[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Counts(PointAnalysis point) => point.Value is not null && !point.IsExcluded;

    private static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
