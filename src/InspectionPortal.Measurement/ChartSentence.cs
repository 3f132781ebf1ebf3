using System.Globalization;
using System.Text;

namespace InspectionPortal.Measurement;

/// <summary>
/// Says in plain English what a chart shows: where its latest figures are going and by which rule, how its targets stand, and what it is
/// too short for. British English, whatever the culture of the machine.
/// </summary>
public static class ChartSentence
{
    /// <summary>
    /// The sentence, with its full stop: "Improving: the last 8 months are above the earlier average; the 75% target is likely to be
    /// missed on present performance."
    /// </summary>
    /// <param name="analysis">The chart.</param>
    /// <param name="words">The measure's words; null for none.</param>
    /// <param name="targets">Its targets as <see cref="TargetReader"/> reads them; null for none. Those that are not known are passed
    /// over.</param>
    /// <exception cref="ArgumentNullException"><paramref name="analysis"/> is null.</exception>
    public static string Of(ChartAnalysis analysis, SentenceTerms? words = null, IReadOnlyList<TargetReading>? targets = null)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        words ??= new SentenceTerms();
        var known = targets?.Where(t => t.State != TargetState.NotKnown).ToList() ?? [];
        var sentence = new StringBuilder(Course(analysis, words));
        AppendTargets(sentence, analysis, words, known);
        if (ShortLimits(analysis) is { } provisional)
        {
            sentence.Append("; ").Append(provisional);
        }

        return sentence.Append('.').ToString();
    }

    private static string Course(ChartAnalysis analysis, SentenceTerms words)
    {
        var reading = ChartReading.Of(analysis);
        var phase = analysis.LatestIndex < 0 ? null : analysis.PhaseOf(analysis.LatestIndex);
        return reading.Course switch
        {
            Measurement.Course.NoFigures => "There are no figures yet",
            Measurement.Course.TooEarly => TooEarly(analysis, phase!),
            Measurement.Course.Steady => $"Steady: the {words.Period}s vary as they did, with no sign of a change",
            Measurement.Course.Improving => $"Improving: {Reason(analysis, phase!, words, reading)}",
            Measurement.Course.GettingWorse => $"Getting worse: {Reason(analysis, phase!, words, reading)}",
            _ => $"Changing: {Reason(analysis, phase!, words, reading)}",
        };
    }

    private static string TooEarly(ChartAnalysis analysis, PhaseAnalysis phase)
    {
        if (!phase.Warnings.HasFlag(SeriesWarnings.ShortForRuns))
        {
            return "Too early to say: limits need two figures next to each other";
        }

        var off = Say($"{phase.UsefulPoints} {(phase.UsefulPoints == 1 ? "figure is" : "figures are")} off the {Line(analysis)}");
        return Say($"Too early to say: {off}, and {ChartAnalysis.UsefulPointsForRuns} are needed");
    }

    private static string Reason(ChartAnalysis analysis, PhaseAnalysis phase, SentenceTerms words, ReadingOfChart reading)
    {
        var (period, line) = (words.Period, Line(analysis));
        return reading.Reason switch
        {
            ReadingReason.Outside => $"the latest {period} is {(reading.IsHigh ? "above the upper" : "below the lower")} limit",
            ReadingReason.TwoInThree => $"two of the last three {period}s are close to the {(reading.IsHigh ? "upper" : "lower")} limit",
            ReadingReason.Trend => Trend(analysis, phase, words, reading),
            ReadingReason.Run => Say($"the last {reading.Length} {period}s are {(reading.IsHigh ? "above" : "below")} the {(IsEarlier(analysis, phase, reading) ? "earlier " : "")}{line}"),
            ReadingReason.EarlierRun => $"earlier {period}s stayed on one side of the {line} for longer than chance explains",
            ReadingReason.FewCrossings => $"the {period}s cross the {line} less often than chance explains",
            _ => $"the {period}s cross the {line} more often than chance explains",
        };
    }

    private static string Trend(ChartAnalysis analysis, PhaseAnalysis phase, SentenceTerms words, ReadingOfChart reading)
    {
        var text = Say($"the last {reading.Length} {words.Period}s {(reading.IsHigh ? "rise" : "fall")} one after another");
        if (reading.Course == Measurement.Course.Changing && analysis.Series.Direction != ImprovementDirection.None)
        {
            var above = analysis.Points[analysis.LatestIndex].Value > phase.Centre;
            text += $", while the latest is still {(above ? "above" : "below")} the {Line(analysis)}";
        }

        return analysis.Series.Rules == RuleSet.Classic ? text + ", which on its own is a weak sign" : text;
    }

    /// <summary>True where the line was frozen before the run began.</summary>
    private static bool IsEarlier(ChartAnalysis analysis, PhaseAnalysis phase, ReadingOfChart reading) =>
        phase.Start == 0 && analysis.Series.FreezeAt is { } freeze && reading.Start >= freeze;

    /// <summary>Targets one after another that stand alike are said together.</summary>
    private static void AppendTargets(StringBuilder sentence, ChartAnalysis analysis, SentenceTerms words, List<TargetReading> readings)
    {
        var from = 0;
        while (from < readings.Count)
        {
            var verdict = Verdict(analysis, readings[from], areMany: false);
            var alike = readings.Skip(from).TakeWhile(r => Verdict(analysis, r, areMany: false) == verdict).ToList();
            var named = alike.ConvertAll(r => Number(analysis, words, r.Target.Value));
            var dated = alike.ConvertAll(r => Say($"{Number(analysis, words, r.Target.Value)} by {r.Target.By:d MMMM yyyy}"));
            sentence.Append("; ").Append(alike.Count switch
            {
                1 when readings.Count == 1 => $"the {named[0]} target {verdict}",
                1 => Say($"the {named[0]} target by {alike[0].Target.By:d MMMM yyyy} {verdict}"),
                _ => $"the targets of {string.Join(", ", dated.Take(dated.Count - 1))} and {dated[^1]} {Verdict(analysis, alike[0], areMany: true)}",
            });
            from += alike.Count;
        }
    }

    private static string Verdict(ChartAnalysis analysis, TargetReading reading, bool areMany)
    {
        var (was, has, @is) = areMany ? ("were", "have", "are") : ("was", "has", "is");
        return (reading.State, reading.Rule) switch
        {
            (TargetState.Met, _) => $"{was} met",
            (TargetState.Missed, _) => $"{was} missed",
            (TargetState.OnTrack, TargetRule.LatestFigure) => $"{has} been reached and {@is} on track",
            (TargetState.OnTrack, _) => $"{@is} on track",
            (_, TargetRule.Limits) when LiesBetweenLimits(analysis, reading) => $"{@is} at risk: on present performance chance decides whether {(areMany ? "they are" : "it is")} reached",
            _ => $"{@is} likely to be missed on present performance",
        };
    }

    private static bool LiesBetweenLimits(ChartAnalysis analysis, TargetReading reading) =>
        analysis.Points[analysis.LatestIndex] is { Lower: { } lower, Upper: { } upper } && reading.Target.Value >= lower && reading.Target.Value <= upper;

    private static string? ShortLimits(ChartAnalysis analysis)
    {
        var phase = analysis.LatestIndex < 0 ? null : analysis.PhaseOf(analysis.LatestIndex);
        return phase is { BaselineFigures: > 1 } && phase.Warnings.HasFlag(SeriesWarnings.ShortForLimits)
            ? Say($"its limits rest on {phase.BaselineFigures} figures and may move")
            : null;
    }

    private static string Number(ChartAnalysis analysis, SentenceTerms words, double value) =>
        analysis.Series.Chart.IsProportion() ? Say($"{value * 100:0.##}%") : Say($"{value * words.Factor:0.####}{words.Unit}");

    private static string Line(ChartAnalysis analysis) => analysis.Series.Chart.HasMedian() ? "median" : "average";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
