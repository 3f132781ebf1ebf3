using System.Globalization;
using Xunit;

namespace InspectionPortal.Measurement.Tests;

/// <summary>What a chart says, in words.</summary>
public sealed class ChartSentenceTests
{
    private static readonly SentenceTerms Months = new("month", "%");
    private static readonly double?[] Baseline = [.. Enumerable.Range(0, 12).Select(i => (double?)(i % 2 == 0 ? 51 : 49))];

    [Fact]
    public void Of_ImprovingAndShortOfTheTarget_AsTheLeadWouldSayIt()
    {
        var analysis = Frozen(Better(8)).Analysed();
        var dates = Enumerable.Range(0, 20).Select(i => new DateOnly(2019, 1, 31).AddMonths(i)).ToList();
        var target = TargetReader.Read(analysis, dates, new(75, new(2020, 12, 31)), new(2020, 9, 1));

        Assert.Equal(
            "Improving: the last 8 months are above the earlier average; the 75% target is likely to be missed on present performance.",
            ChartSentence.Of(analysis, Months, [target]));
    }

    [Fact]
    public void Of_OtherWayBetterOrNone_GettingWorseOrChanging()
    {
        Assert.StartsWith("Getting worse: the last 8 months are above the earlier average", ChartSentence.Of((Frozen(Better(8)) with { Direction = ImprovementDirection.Down }).Analysed(), Months), StringComparison.Ordinal);
        Assert.StartsWith("Changing: the last 8 months are above", ChartSentence.Of((Frozen(Better(8)) with { Direction = ImprovementDirection.None }).Analysed(), Months), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EachRule_SaysIt()
    {
        Assert.Equal("Improving: the latest month is above the upper limit.", ChartSentence.Of(Frozen([60]).Analysed(), Months));
        Assert.Equal("Getting worse: the latest month is below the lower limit.", ChartSentence.Of(Frozen([40]).Analysed(), Months));
        Assert.Equal("Improving: two of the last three months are close to the upper limit.", ChartSentence.Of(Frozen([54, 50.5, 54]).Analysed(), Months));
        Assert.Equal("Improving: the last 7 months rise one after another.", ChartSentence.Of(Frozen([51, 49.7, 49.8, 49.9, 50.1, 50.2, 50.3, 50.4]).Analysed(), Months));
        Assert.Equal(
            "Changing: the last 7 months rise one after another, while the latest is still below the average.",
            ChartSentence.Of(Frozen([51, 49.1, 49.2, 49.3, 49.4, 49.5, 49.6, 49.7]).Analysed(), Months));
        Assert.Equal("Steady: the months vary as they did, with no sign of a change.", ChartSentence.Of(Frozen([50.5]).Analysed(), Months));
    }

    [Fact]
    public void Of_RunChart_SaysMedianAndRuns()
    {
        double?[] crossing = [9, 1, 9, 1, 9, 1, 9, 1, 9, 1];
        Assert.Equal("Improving: the last 9 figures are above the earlier median.", ChartSentence.Of((ChartFixtures.Run([.. crossing, .. ChartFixtures.Repeat(9, 9)]) with { FreezeAt = 10, Direction = ImprovementDirection.Up }).Analysed()));
        Assert.Equal("Changing: earlier figures stayed on one side of the median for longer than chance explains.", ChartSentence.Of((ChartFixtures.Run([9, 1, .. ChartFixtures.Repeat(9, 9), 1, .. crossing]) with { FreezeAt = 2, Direction = ImprovementDirection.Up }).Analysed()));
        Assert.Equal("Changing: the figures cross the median less often than chance explains.", ChartSentence.Of(ChartFixtures.Run(1, 1, 1, 1, 1, 9, 9, 9, 9, 9).Analysed()));
        Assert.Equal("Changing: the figures cross the median more often than chance explains.", ChartSentence.Of(ChartFixtures.Classic(crossing).Analysed()));
        Assert.Equal("Improving: the last 5 figures rise one after another, which on its own is a weak sign.", ChartSentence.Of((ChartFixtures.Classic([5, 6, 4, 3, 2, 4, 7, 8, 9]) with { Direction = ImprovementDirection.Up }).Analysed()));
    }

    [Fact]
    public void Of_TooShort_SaysSo()
    {
        Assert.Equal("There are no figures yet.", ChartSentence.Of(ChartFixtures.Run(null, null).Analysed()));
        Assert.Equal("Too early to say: 0 figures are off the median, and 10 are needed.", ChartSentence.Of(ChartFixtures.Run(4).Analysed()));
        Assert.Equal("Too early to say: 1 figure is off the median, and 10 are needed.", ChartSentence.Of((ChartFixtures.Run(4, 5) with { FreezeAt = 1 }).Analysed()));
        Assert.Equal("Too early to say: limits need two figures next to each other.", ChartSentence.Of(ChartFixtures.Programme(4).Analysed()));
        Assert.Equal("Steady: the figures vary as they did, with no sign of a change; its limits rest on 4 figures and may move.", ChartSentence.Of(ChartFixtures.Programme(4, 5, 4, 5).Analysed()));
    }

    [Theory]
    [InlineData(TargetState.Met, TargetRule.FigureAtDate, "; the 75% target was met.")]
    [InlineData(TargetState.Missed, TargetRule.FigureAtDate, "; the 75% target was missed.")]
    [InlineData(TargetState.OnTrack, TargetRule.Limits, "; the 75% target is on track.")]
    [InlineData(TargetState.OnTrack, TargetRule.LatestFigure, "; the 75% target has been reached and is on track.")]
    [InlineData(TargetState.AtRisk, TargetRule.StraightLine, "; the 75% target is likely to be missed on present performance.")]
    [InlineData(TargetState.NotKnown, TargetRule.NoRule, "with no sign of a change.")]
    public void Of_OneTarget_SaysHowItStands(TargetState state, TargetRule rule, string end) =>
        Assert.EndsWith(end, ChartSentence.Of(Frozen([50.5]).Analysed(), Months, [Reading(75, state, rule)]), StringComparison.Ordinal);

    [Fact]
    public void Of_TargetBetweenTheLimits_ChanceDecides() => Assert.EndsWith(
        "; the 51.5% target is at risk: on present performance chance decides whether it is reached.",
        ChartSentence.Of(Frozen([50.5]).Analysed(), Months, [Reading(51.5, TargetState.AtRisk, TargetRule.Limits)]), StringComparison.Ordinal);

    [Fact]
    public void Of_TargetsThatStandAlike_SaidTogether() => Assert.EndsWith(
        "; the 40% target by 30 September 2020 was met; the targets of 75% by 30 September 2020, 80% by 30 September 2020 and 90% by 30 September 2020 are likely to be missed on present performance.",
        ChartSentence.Of(
            Frozen([50.5]).Analysed(), Months,
            [Reading(40, TargetState.Met, TargetRule.FigureAtDate), .. new[] { 75, 80, 90 }.Select(v => Reading(v, TargetState.AtRisk, TargetRule.StraightLine))]),
        StringComparison.Ordinal);

    [Fact]
    public void Of_SeveralTargetsOnAProportion_DatesAndPercentagesInAnyCulture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            var analysis = ChartFixtures.Ratios(ChartKind.Proportion, [.. Enumerable.Range(0, 12).Select(i => ((double?)(50 + (i % 3)), (double?)100))]).Analysed();

            var sentence = ChartSentence.Of(analysis, null, [Reading(0.505, TargetState.Met, TargetRule.FigureAtDate), Reading(0.9, TargetState.AtRisk, TargetRule.Limits)]);

            Assert.EndsWith("; the 50.5% target by 30 September 2020 was met; the 90% target by 30 September 2020 is likely to be missed on present performance.", sentence, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static TargetReading Reading(double value, TargetState state, TargetRule rule) => new(new(value, new(2020, 9, 30)), state, rule, null, null, "");

    private static double?[] Better(int count) => [.. Enumerable.Range(0, count).Select(i => (double?)(i % 2 == 0 ? 52 : 51))];

    private static ChartSeries Frozen(double?[] later) => ChartFixtures.Programme([.. Baseline, .. later]) with { FreezeAt = 12, Direction = ImprovementDirection.Up };
}
