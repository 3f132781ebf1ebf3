using Xunit;

namespace InspectionPortal.Measurement.Tests;

/// <summary>
/// Each rule with the fewest figures that fire it and one fewer that do not; each icon. The baseline is frozen: mean 10, limits 10 ± 5.32, close from 10 ± 3.5467.
/// </summary>
public sealed class MakingDataCountRulesTests
{
    private static readonly double?[] Baseline = [.. Enumerable.Range(0, 12).Select(i => (double?)(i % 2 == 0 ? 11 : 9))];

    [Theory]
    [InlineData(15.33, PointSignal.Outside)]
    [InlineData(15.32, PointSignal.None)]
    [InlineData(4.67, PointSignal.Outside)]
    [InlineData(4.68, PointSignal.None)]
    public void Outside_BeyondALimit_NotOnIt(double value, PointSignal signal)
    {
        var latest = After(value).Points[^1];

        Assert.Equal((signal, signal == PointSignal.Outside), (latest.Signal, latest.OutsideLimits));
    }

    [Theory]
    [InlineData(new[] { 9.7, 9.8, 9.9, 10.1, 10.2, 10.3, 10.4 }, 7)]
    [InlineData(new[] { 10.3, 10.2, 10.1, 9.9, 9.8, 9.7, 9.6 }, 7)]
    [InlineData(new[] { 9.7, 9.8, 9.9, 10.1, 10.2, 10.3 }, 0)]
    [InlineData(new[] { 9.7, 9.8, 9.9, 9.9, 10.2, 10.3, 10.4 }, 0)]
    public void Trend_Seven_NotSixNorWithATie(double[] values, int marked)
    {
        // A figure before them from which they do not go on.
        var analysis = After([values[0] > 10 ? 8 : 11, .. values]);

        Assert.Equal(marked, analysis.Points.Count(p => p.Signal == PointSignal.Trend));
        Assert.Equal(marked, analysis.Points.Count(p => p.Signal != PointSignal.None));
    }

    [Theory]
    [InlineData(new[] { 13.6, 10.1, 13.6 }, "2-2")]
    [InlineData(new[] { 13.6, 13.6, 10.1 }, "22-")]
    [InlineData(new[] { 6.4, 6.4, 9.9 }, "22-")]
    [InlineData(new[] { 13.6, 13.6 }, "--")]
    [InlineData(new[] { 13.6, 9.9, 13.6 }, "---")]
    [InlineData(new[] { 13.6, 10.1, 10.1, 13.6 }, "----")]
    [InlineData(new[] { 13.5, 13.5, 13.5 }, "---")]
    [InlineData(new[] { 13.6, 6.4, 13.6 }, "---")]
    [InlineData(new[] { 16.0, 13.6, 10.1 }, "o--")]
    public void TwoInThree_TwoCloseAndAllThreeOnOneSide_MarksTheCloseOnes(double[] values, string marks) => Assert.Equal(marks, Marks(After(values), values.Length));

    [Theory]
    [InlineData(new[] { 10.1, 10.2, 10.1, 10.2, 10.1, 10.2, 10.1 }, "sssssss")]
    [InlineData(new[] { 10.1, 10.2, 10.1, 10.2, 10.1, 10.2 }, "------")]
    [InlineData(new[] { 10.1, 10.2, 10.1, 10.2, 10, 10.1, 10.2, 10.1 }, "--------")]
    [InlineData(new[] { 10.1, 10.2, 10.1, 10.2, 9.9, 10.1, 10.2, 10.1 }, "--------")]
    public void Shift_SevenOnOneSide_NotSixNorAcrossTheMean(double[] values, string marks) => Assert.Equal(marks, Marks(After(values), values.Length));

    [Fact]
    public void Precedence_AllRulesAtOnce_FirstOfTheProgrammesOrder()
    {
        // Rising from 10.1 above the mean: a shift and a trend; the last two close to the limit; the last outside it.
        Assert.Equal("ttttttto", Marks(After(10.1, 10.2, 10.3, 10.4, 10.5, 13.6, 13.7, 16), 8));
        Assert.Equal("s2s2sss", Marks(After(10.1, 13.6, 10.3, 13.6, 10.2, 10.1, 10.2), 7));
    }

    [Fact]
    public void Rules_MissingAndExcluded_PassedOver()
    {
        var series = Frozen([10.1, 10.2, null, 10.1, 10.2, 10.1, 4, 10.2, 10.1]).Excluding(18);

        Assert.Equal("ss-sss-ss", Marks(series.Analysed(), 9));
        Assert.True(series.Analysed().Points[18].OutsideLimits);
    }

    [Fact]
    public void Rules_Rebased_DoNotReachAcross()
    {
        var analysis = (ChartFixtures.Programme([.. ChartFixtures.Repeat(1, 6), .. ChartFixtures.Repeat(3, 6)]) with { Phases = [6] }).Analysed();

        Assert.All(analysis.Points, p => Assert.Equal(PointSignal.None, p.Signal));
    }

    [Theory]
    [InlineData(10.5, ImprovementDirection.Up, Variation.CommonCause)]
    [InlineData(16, ImprovementDirection.Up, Variation.Improvement)]
    [InlineData(16, ImprovementDirection.Down, Variation.Concern)]
    [InlineData(16, ImprovementDirection.None, Variation.Neither)]
    [InlineData(4, ImprovementDirection.Up, Variation.Concern)]
    [InlineData(4, ImprovementDirection.Down, Variation.Improvement)]
    [InlineData(4, ImprovementDirection.None, Variation.Neither)]
    [InlineData(10.5, ImprovementDirection.None, Variation.CommonCause)]
    public void Variation_LatestFigure_ByDirection(double value, ImprovementDirection direction, Variation icon) =>
        Assert.Equal(icon, (Frozen([value]) with { Direction = direction }).Analysed().Variation);

    [Fact]
    public void Variation_SignalNotAtTheLatest_CommonCause() =>
        Assert.Equal(Variation.CommonCause, (Frozen([16, 10.5]) with { Direction = ImprovementDirection.Up }).Analysed().Variation);

    [Fact]
    public void Variation_LatestExcludedOrMissing_TheOneBefore()
    {
        var series = Frozen([16, 4, null]) with { Direction = ImprovementDirection.Up };

        Assert.Equal(Variation.Improvement, series.Excluding(13).Analysed().Variation);
    }

    [Theory]
    [InlineData(15.33, ImprovementDirection.Up, Assurance.Fail)]
    [InlineData(15.33, ImprovementDirection.Down, Assurance.Pass)]
    [InlineData(4.67, ImprovementDirection.Up, Assurance.Pass)]
    [InlineData(4.67, ImprovementDirection.Down, Assurance.Fail)]
    [InlineData(15.3, ImprovementDirection.Up, Assurance.HitOrMiss)]
    [InlineData(4.7, ImprovementDirection.Down, Assurance.HitOrMiss)]
    [InlineData(20, ImprovementDirection.None, null)]
    public void Assurance_TargetAgainstTheLimits_ByDirection(double target, ImprovementDirection direction, Assurance? icon) =>
        Assert.Equal(icon, (Frozen([10]) with { Direction = direction, Target = target }).Analysed().Assurance);

    [Fact]
    public void Assurance_TargetOnALimitThatRoundingMoved_IsHitOrMiss() =>
        Assert.Equal(Assurance.HitOrMiss, (ChartFixtures.Programme(0.1, 0.1, 0.1) with { Direction = ImprovementDirection.Up, Target = 0.1 }).Analysed().Assurance);

    [Fact]
    public void Icons_NoTargetOrOtherRulesOrOneFigure_None()
    {
        Assert.Null((Frozen([10]) with { Direction = ImprovementDirection.Up }).Analysed().Assurance);
        var other = (Frozen([16]) with { Rules = RuleSet.Anhoej, Direction = ImprovementDirection.Up, Target = 1 }).Analysed();
        Assert.Equal((null, null), (other.Variation, other.Assurance));
        var one = (ChartFixtures.Programme(3) with { Direction = ImprovementDirection.Up, Target = 1 }).Analysed();
        Assert.Equal((null, null), (one.Variation, one.Assurance));
    }

    [Theory]
    [InlineData(11, SeriesWarnings.ShortForLimits)]
    [InlineData(12, SeriesWarnings.None)]
    public void Warnings_FewerThanTwelve_Short(int figures, SeriesWarnings warnings) =>
        Assert.Equal(warnings, ChartFixtures.Programme([.. Baseline.Take(figures)]).Analysed().Warnings);

    private static ChartSeries Frozen(double?[] later) => ChartFixtures.Programme([.. Baseline, .. later]) with { FreezeAt = Baseline.Length };

    private static ChartAnalysis After(params double[] later) => Frozen([.. later.Select(v => (double?)v)]).Analysed();

    private static string Marks(ChartAnalysis analysis, int last) =>
        string.Concat(analysis.Points.TakeLast(last).Select(p => p.Signal switch
        {
            PointSignal.Outside => 'o',
            PointSignal.Trend => 't',
            PointSignal.TwoInThree => '2',
            PointSignal.Shift => 's',
            _ => '-',
        }));
}
