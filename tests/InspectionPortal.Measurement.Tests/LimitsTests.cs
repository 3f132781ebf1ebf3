using Xunit;

namespace InspectionPortal.Measurement.Tests;

/// <summary>Each chart's centre and limits, worked by hand.</summary>
public sealed class LimitsTests
{
    private const double Exact = 1e-12;

    [Fact]
    public void Run_EvenNumber_MedianWithoutLimits()
    {
        var analysis = ChartFixtures.Run(4, 1, 3, 8).Analysed();

        Assert.Equal(3.5, analysis.Phases[0].Centre);
        Assert.All(analysis.Points, p => Assert.Equal((null, null, false), (p.Lower, p.Upper, p.OutsideLimits)));
    }

    [Fact]
    public void Individuals_Anhoej_ThreeMeanRangesOver1128() => Check(ChartFixtures.Of(ChartKind.Individuals, 10, 12, 11, 15), 12, 12 - (7 / 1.128), 12 + (7 / 1.128));

    [Fact]
    public void Individuals_MakingDataCount_266MeanRanges() => Check(ChartFixtures.Programme(10, 12, 11, 15), 12, 12 - (2.66 * 7 / 3), 12 + (2.66 * 7 / 3));

    [Theory]
    [InlineData(RuleSet.Anhoej, 3 / 1.128)]
    [InlineData(RuleSet.MakingDataCount, 2.66)]
    public void Individuals_OneWildRange_ScreenedOnceUnlessToldNotTo(RuleSet rules, double factor)
    {
        // Ranges: 10 of 1 and then 2 of 50: mean 110 / 12; above 3.267 of it both 50s go.
        var series = ChartFixtures.Of(ChartKind.Individuals, rules, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 50, 0);
        var mean = 55 / 13.0;

        Check(series, mean, mean - factor, mean + factor);
        var all = factor * 110 / 12;
        Check(series with { ScreenMovingRanges = false }, mean, mean - all, mean + all);
    }

    [Fact]
    public void Individuals_MissingBetween_PartsNeighbours() =>
        Check(ChartFixtures.Of(ChartKind.Individuals, 10, 12, null, 40, 41), 25.75, 25.75 - (3 * 1.5 / 1.128), 25.75 + (3 * 1.5 / 1.128));

    [Fact]
    public void Individuals_ExcludedBetween_MakesNeighbours()
    {
        var analysis = ChartFixtures.Of(ChartKind.Individuals, 10, 12, 400, 11).Excluding(2).Analysed();

        Assert.Equal(11, analysis.Phases[0].Centre);
        Assert.Equal(11 + (3 * 1.5 / 1.128), analysis.Points[0].Upper!.Value, Exact);
        Assert.True(analysis.Points[2] is { OutsideLimits: true, IsExcluded: true, Signal: PointSignal.None, Value: 400 });
    }

    [Fact]
    public void MovingRange_GivenRanges_3267TimesTheirMeanAndNeverARunsSignal()
    {
        Check(ChartFixtures.Of(ChartKind.MovingRange, null, 2, 1, 3), 2, 0, 2 * 3.267);
        Assert.False(ChartFixtures.Of(ChartKind.MovingRange, [.. ChartFixtures.Repeat(1, 20), .. ChartFixtures.Repeat(2, 20)]).Analysed().Phases[0].RunsSignal);
    }

    [Fact]
    public void MovingRangeOf_Values_DistancesOfNeighbours() => Assert.Equal([null, 2, null, null, 1], MovingRange.Of([10, 12, null, 40, 41]));

    [Fact]
    public void Count_Mean_ThreeRoots()
    {
        Check(ChartFixtures.Of(ChartKind.Count, 16, 14, 18), 16, 4, 28);
        Check(ChartFixtures.Of(ChartKind.Count, 4, 4, 1), 3, 0, 3 + (3 * Math.Sqrt(3)));
    }

    [Fact]
    public void Geometric_MedianCentre_LimitsFromTheMean() =>
        Check(ChartFixtures.Of(ChartKind.Geometric, 1, 2, 9), 2, 0, 4 + (3 * Math.Sqrt(20)));

    [Fact]
    public void TimeBetween_Transformed_AndBack()
    {
        var y = new[] { 10, 200, 60 }.Select(x => Math.Pow(x, 1 / 3.6)).ToArray();
        var (mean, range) = (y.Average(), (Math.Abs(y[1] - y[0]) + Math.Abs(y[2] - y[1])) / 2);

        Check(ChartFixtures.Of(ChartKind.TimeBetween, 10, 200, 60), Math.Pow(mean, 3.6), 0, Math.Pow(mean + (3 * range / 1.128), 3.6), 1e-8);
    }

    [Fact]
    public void Proportion_LimitsFollowTheDenominator_CutToZeroAndOne()
    {
        var analysis = ChartFixtures.Ratios(ChartKind.Proportion, (90, 100), (8, 10), (82, 90)).Analysed();

        Assert.Equal(0.9, analysis.Phases[0].Centre!.Value, Exact);
        Assert.Equal(0.9 - (3 * Math.Sqrt(0.09 / 100)), analysis.Points[0].Lower!.Value, Exact);
        Assert.Equal(0.9 + (3 * Math.Sqrt(0.09 / 100)), analysis.Points[0].Upper!.Value, Exact);
        Assert.Equal(1, analysis.Points[1].Upper);
        Assert.Equal(0, ChartFixtures.Ratios(ChartKind.Proportion, (1, 10), (1, 10)).Analysed().Points[0].Lower);
    }

    [Fact]
    public void ProportionPrime_SigmaZ_ScalesTheLimits()
    {
        var analysis = ChartFixtures.Ratios(ChartKind.ProportionPrime, (400, 1000), (600, 1000), (500, 1000)).Analysed();

        var deviation = Math.Sqrt(0.25 / 1000);
        var spread = ((0.2 / deviation) + (0.1 / deviation)) / 2 / 1.128;
        Assert.Equal(0.5, analysis.Phases[0].Centre!.Value, Exact);
        Assert.Equal(0.5 + (3 * deviation * spread), analysis.Points[0].Upper!.Value, Exact);
        Assert.Equal(0.5 - (3 * deviation * spread), analysis.Points[0].Lower!.Value, Exact);
    }

    [Fact]
    public void Rate_LimitsFollowTheDenominator_LowerCutAtZero()
    {
        var analysis = ChartFixtures.Ratios(ChartKind.Rate, (20, 10), (30, 10), (2, 6)).Analysed();

        Assert.Equal(2, analysis.Phases[0].Centre!.Value, Exact);
        Assert.Equal(2 + (3 * Math.Sqrt(0.2)), analysis.Points[0].Upper!.Value, Exact);
        Assert.Equal(2 - (3 * Math.Sqrt(0.2)), analysis.Points[0].Lower!.Value, Exact);
        Assert.Equal(2 - (3 * Math.Sqrt(2 / 6.0)), analysis.Points[2].Lower!.Value, Exact);
        Assert.Equal(0, ChartFixtures.Ratios(ChartKind.Rate, (1, 10), (1, 10)).Analysed().Points[0].Lower);
    }

    [Fact]
    public void RatePrime_SigmaZ_ScalesTheLimits()
    {
        var analysis = ChartFixtures.Ratios(ChartKind.RatePrime, (100, 100), (300, 100), (200, 100)).Analysed();

        var deviation = Math.Sqrt(2 / 100.0);
        var spread = ((2 / deviation) + (1 / deviation)) / 2 / 1.128;
        Assert.Equal(2 + (3 * deviation * spread), analysis.Points[1].Upper!.Value, 1e-9);
        Assert.Equal(0, analysis.Points[1].Lower);
    }

    [Theory]
    [InlineData(ChartKind.ProportionPrime)]
    [InlineData(ChartKind.RatePrime)]
    public void Prime_OneWildDenominator_ScreenedUnlessToldNotTo(ChartKind chart)
    {
        (double?, double?)[] calm = [.. Enumerable.Range(0, 20).Select(i => ((double?)(i % 2 == 0 ? 490 : 510), (double?)1000))];
        var series = ChartFixtures.Ratios(chart, [.. calm, (900, 1000), .. calm]);

        var screened = series.Analysed().Points[0];
        var unscreened = (series with { ScreenMovingRanges = false }).Analysed().Points[0];
        Assert.True(screened.Upper < unscreened.Upper);
    }

    [Fact]
    public void Frozen_Baseline_JudgesTheWhole()
    {
        var analysis = (ChartFixtures.Of(ChartKind.Individuals, 10, 12, 11, 11, 40, 41) with { FreezeAt = 4 }).Analysed();

        Assert.Equal((11, 4), (analysis.Phases[0].Centre, analysis.Phases[0].BaselineFigures));
        Assert.Equal([4, 5], Enumerable.Range(0, 6).Where(i => analysis.Points[i].OutsideLimits));
    }

    [Fact]
    public void Phases_UnsortedAndRepeated_EachHasItsOwnCentre()
    {
        var analysis = (ChartFixtures.Run(1, 1, 1, 5, 5, 5, 9, 9) with { Phases = [6, 3, 3] }).Analysed();

        Assert.Equal([(0, 3, 1.0), (3, 3, 5.0), (6, 2, 9.0)], analysis.Phases.Select(p => (p.Start, p.Length, p.Centre!.Value)));
        Assert.Equal((3, 6), (analysis.PhaseOf(5).Start, analysis.PhaseOf(6).Start));
    }

    [Fact]
    public void Phases_WithFreeze_OnlyTheFirstIsFrozen()
    {
        var analysis = (ChartFixtures.Of(ChartKind.Count, 2, 2, 8, 8, 20, 22, 24) with { FreezeAt = 2, Phases = [4] }).Analysed();

        Assert.Equal([2, 22], analysis.Phases.Select(p => p.Centre!.Value));
        Assert.Equal([2, 3], analysis.Phases.Select(p => p.BaselineFigures));
    }

    [Fact]
    public void Phases_FreezeBeyondTheFirst_FreezesAllOfIt()
    {
        var series = ChartFixtures.Of(ChartKind.Count, 2, 4, 20, 22, 24) with { Phases = [2] };

        Assert.Equal(series.Analysed().Phases, (series with { FreezeAt = 4 }).Analysed().Phases);
    }

    private static void Check(ChartSeries series, double centre, double lower, double upper, double within = Exact)
    {
        var analysis = series.Analysed();
        Assert.Equal(centre, analysis.Phases[0].Centre!.Value, within);
        Assert.All(analysis.Points, p => Assert.Equal(lower, p.Lower!.Value, within));
        Assert.All(analysis.Points, p => Assert.Equal(upper, p.Upper!.Value, within));
    }
}
