using Xunit;

namespace InspectionPortal.Measurement.Tests;

/// <summary>Anhøj and classic rules with the fewest figures that fire them and one fewer that do not.</summary>
public sealed class RunChartRulesTests
{
    [Theory]
    [InlineData("++++++-+-+", false)]
    [InlineData("+++++++-+-", true)]
    [InlineData("+++++-----", true)]
    [InlineData("++++-+++--", false)]
    [InlineData("+++0+++0+-+-", true)]
    [InlineData("++++++0-+-", false)]
    public void Anhoej_TenPoints_SevenInARowOrFewerThanTwoCrossings(string sides, bool signal)
    {
        var phase = About(sides, RuleSet.Anhoej).Phases[0];

        Assert.Equal(signal, phase.RunsSignal);
        Assert.Equal(sides.Count(s => s != '0') >= 10 ? 6 : null, phase.LongestRunMax);
        Assert.Equal(sides.Count(s => s != '0') >= 10 ? 2 : null, phase.CrossingsMin);
    }

    [Fact]
    public void Anhoej_NineUsefulPoints_NoCriticalValuesAndNoSignal()
    {
        var phase = About("+++++++++", RuleSet.Anhoej).Phases[0];

        Assert.Equal((9, 9, 0, null, null, false), (phase.UsefulPoints, phase.LongestRun, phase.Crossings, phase.LongestRunMax, phase.CrossingsMin, phase.RunsSignal));
        Assert.Equal(SeriesWarnings.ShortForRuns, phase.Warnings);
    }

    [Fact]
    public void Anhoej_Phases_RunsJudgedInEach()
    {
        var analysis = (ChartFixtures.Run([.. Alternate(20), .. ChartFixtures.Repeat(7, 1), .. Alternate(9), .. ChartFixtures.Repeat(9, 10)]) with { Phases = [20] }).Analysed();

        Assert.Equal([false, true], analysis.Phases.Select(p => p.RunsSignal));
    }

    [Fact]
    public void Anhoej_OutsideALimit_SaysSo()
    {
        var analysis = (ChartFixtures.Of(ChartKind.Individuals, [.. Alternate(20), 100]) with { FreezeAt = 20 }).Analysed();

        Assert.Equal((PointSignal.Outside, true), (analysis.Points[20].Signal, analysis.Points[20].OutsideLimits));
    }

    [Theory]
    [InlineData("-+-+++++", "--------")]
    [InlineData("-+-++++++", "---ssssss")]
    [InlineData("-+-+++0+++", "---sss-sss")]
    [InlineData("-+-++++-++", "----------")]
    [InlineData("+-+------", "---ssssss")]
    public void Classic_Shift_SixNotFive_MedianPassedOver(string sides, string marks)
    {
        var analysis = About(sides, RuleSet.Classic);

        Assert.Equal(marks, Marks(analysis, sides.Length));
        Assert.Equal(marks.Contains('s', StringComparison.Ordinal), analysis.Phases[0].RunsSignal);
    }

    [Theory]
    [InlineData(new double[] { 3, 4, 6, 7, 8 }, "ttttt")]
    [InlineData(new double[] { 8, 7, 6, 4, 3 }, "ttttt")]
    [InlineData(new double[] { 3, 4, 6, 7 }, "----")]
    [InlineData(new double[] { 3, 4, 4, 6, 7, 8 }, "tttttt")]
    [InlineData(new double[] { 3, 4, 4, 6, 7 }, "-----")]
    [InlineData(new double[] { 3, 4, 6, 5.5, 7, 8 }, "------")]
    public void Classic_Trend_FiveNotFour_TiesNotCounted(double[] values, string marks) =>
        Assert.Equal(marks, Marks(ChartFixtures.Classic([.. values.Select(v => (double?)v)]).Analysed(), values.Length));

    [Fact]
    public void Classic_ShiftAndTrend_ShiftIsReported() =>
        Assert.Equal("ssssssssssss", Marks(ChartFixtures.Classic([.. Enumerable.Range(1, 12).Select(v => (double?)v)]).Analysed(), 12));

    [Fact]
    public void Classic_RunsTable_TooManyOrTooFew()
    {
        // Ten useful points: 3 to 9 runs.
        var many = About("+-+-+-+-+-", RuleSet.Classic).Phases[0];
        Assert.Equal((9, true, 5, 2), (many.Crossings, many.RunsSignal, many.LongestRunMax, many.CrossingsMin));
        Assert.False(About("+-+-+-+-++", RuleSet.Classic).Phases[0].RunsSignal);
        Assert.True(About("+++++-----", RuleSet.Classic).Phases[0].RunsSignal);
        Assert.False(About("+++--+++--", RuleSet.Classic).Phases[0].RunsSignal);
        Assert.False(About("++++---+++", RuleSet.Classic).Phases[0].RunsSignal);
    }

    [Fact]
    public void Classic_AstronomicalPoint_LeftToPeople()
    {
        var analysis = ChartFixtures.Classic([.. Alternate(10), 1_000_000]).Analysed();

        Assert.All(analysis.Points, p => Assert.Equal((false, PointSignal.None), (p.OutsideLimits, p.Signal)));
    }

    /// <summary>Figures on the sides written, about a median of 5 held by a frozen baseline of two figures that are left out of the marks.</summary>
    private static ChartAnalysis About(string sides, RuleSet rules)
    {
        // The baseline is 5 itself: on the line, so not useful.
        double?[] values = [5, .. sides.Select((s, i) => (double?)(s == '+' ? 6 + (i % 2) : s == '-' ? 4 - (i % 2) : 5))];
        return (ChartFixtures.Of(ChartKind.Run, rules, values) with { FreezeAt = 1 }).Analysed();
    }

    private static double?[] Alternate(int times) => [.. Enumerable.Range(0, times).Select(i => (double?)(i / 2 % 2 == 0 ? 3 : 7))];

    private static string Marks(ChartAnalysis analysis, int last) =>
        string.Concat(analysis.Points.TakeLast(last).Select(p => p.Signal switch { PointSignal.Trend => 't', PointSignal.Shift => 's', PointSignal.None => '-', _ => '?' }));
}
