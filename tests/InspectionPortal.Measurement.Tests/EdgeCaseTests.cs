using Xunit;

namespace InspectionPortal.Measurement.Tests;

/// <summary>What the textbooks leave out.</summary>
public sealed class EdgeCaseTests
{
    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var (rules, chart) in RuleSets.All.SelectMany(r => ChartKinds.All.Select(c => (r, c))))
            {
                if (RuleSets.TryFromWire(rules, out var set) && ChartKinds.TryFromWire(chart, out var kind) && set.MayRead(kind))
                {
                    pairs.Add(chart, rules);
                }
            }

            return pairs;
        }
    }

    [Fact]
    public void Pairs_Published_TenOneAndOne() => Assert.Equal(12, Pairs.Count);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Analyse_Constant_NothingOutsideAndLimitsKnownFromTwo(string chart, string rules)
    {
        foreach (var count in new[] { 1, 2, 3, 30 })
        {
            // A tenth cannot be held exactly: its sum is not ten times as much.
            var analysis = Series(chart, rules, ChartFixtures.Repeat(0.1, count), ChartFixtures.Repeat(0.7, count)).Analysed();

            Assert.All(analysis.Points, p => Assert.Equal((false, PointSignal.None), (p.OutsideLimits, p.Signal)));
            Assert.Equal((0, 0, 0, false), (analysis.Phases[0].UsefulPoints, analysis.Phases[0].LongestRun, analysis.Phases[0].Crossings, analysis.Phases[0].RunsSignal));
            Assert.All(analysis.Points, p => Assert.True(chart == "run" || (count == 1 && chart is "i" or "pp" or "up" or "t") || p.Upper is not null));
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Analyse_NothingThere_NoCentreNoLimits(string chart, string rules)
    {
        foreach (var count in new[] { 0, 1, 5 })
        {
            var analysis = Series(chart, rules, ChartFixtures.Repeat(null, count), ChartFixtures.Repeat(10, count)).Analysed();

            var phase = Assert.Single(analysis.Phases);
            Assert.Equal((null, 0, 0, 0, null, null, false), (phase.Centre, phase.UsefulPoints, phase.LongestRun, phase.Crossings, phase.LongestRunMax, phase.CrossingsMin, phase.RunsSignal));
            Assert.Equal((-1, null, null), (analysis.LatestIndex, analysis.Variation, analysis.Assurance));
            Assert.All(analysis.Points, p => Assert.Equal((null, null, null, false), (p.Value, p.Lower, p.Upper, p.OutsideLimits)));
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Analyse_AllExcluded_ShownWithoutCentre(string chart, string rules)
    {
        var analysis = Series(chart, rules, [1, 2, 3], [4, 4, 4]).Excluding(0, 1, 2).Analysed();

        Assert.Null(analysis.Phases[0].Centre);
        Assert.All(analysis.Points, p => Assert.True(p is { Value: not null, Upper: null, OutsideLimits: false, IsExcluded: true }));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Analyse_HugeAndTiny_FiniteOrNotKnown(string chart, string rules)
    {
        foreach (var size in new[] { double.MaxValue, 1e300, 1e-300, 1e-320 })
        {
            var analysis = Series(chart, rules, [size, size / 2, size, size / 4, size], ChartFixtures.Repeat(size, 5)).Analysed();

            Assert.NotNull(analysis.Phases[0].Centre);
            Assert.All(analysis.Points, p => Assert.All(new[] { p.Value, p.Lower, p.Upper }, n => Assert.True(n is null || double.IsFinite(n.Value))));
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Analyse_LargestFigures_HaveACentreOrNoLimits(string chart, string rules)
    {
        for (var count = 1; count <= 12; count++)
        {
            var analysis = Series(chart, rules, [.. Enumerable.Repeat(double.MaxValue, count)], ChartFixtures.Repeat(double.MaxValue, count)).Analysed();

            Assert.All(analysis.Points, p => Assert.True(analysis.Phases[0].Centre is not null || (p.Lower, p.Upper) is (null, null)));
            Assert.True(chart is not ("mr" or "c" or "i" or "run") || analysis.Phases[0].Centre is not null, $"{count} figures");
        }
    }

    [Fact]
    public void Analyse_PhaseWhollyExcluded_OthersStand()
    {
        var analysis = (ChartFixtures.Of(ChartKind.Count, 4, 4, 9, 9, 16, 16).Excluding(2, 3) with { Phases = [2, 4] }).Analysed();

        Assert.Equal([4, null, 16], analysis.Phases.Select(p => p.Centre));
    }

    [Fact]
    public void Analyse_ZeroOfZero_IsMissing()
    {
        var analysis = ChartFixtures.Ratios(ChartKind.Proportion, (1, 4), (0, 0), (3, 4), (null, 8), (2, null)).Analysed();

        Assert.Equal([0.25, null, 0.75, null, null], analysis.Points.Select(p => p.Value));
        Assert.Equal(0.5, analysis.Phases[0].Centre);
        Assert.Equal([true, false, true, true, false], analysis.Points.Select(p => p.Upper is not null));
        Assert.Equal(2, analysis.Phases[0].BaselineFigures);
    }

    [Theory]
    [InlineData(ChartKind.Proportion, 0)]
    [InlineData(ChartKind.Proportion, 10)]
    [InlineData(ChartKind.Rate, 0)]
    public void Analyse_NoneOrAllOfEvery_LimitsOnTheCentre(ChartKind chart, int numerator)
    {
        var analysis = ChartFixtures.Ratios(chart, (numerator, 10), (numerator, 10), (numerator, 10)).Analysed();

        Assert.All(analysis.Points, p => Assert.Equal((numerator / 10.0, numerator / 10.0, false), (p.Lower, p.Upper, p.OutsideLimits)));
    }

    [Theory]
    [InlineData(ChartKind.ProportionPrime, 0)]
    [InlineData(ChartKind.ProportionPrime, 10)]
    [InlineData(ChartKind.RatePrime, 0)]
    public void Analyse_NoneOrAllOfEvery_NothingToStandardiseBy_HasNoLimits(ChartKind chart, int numerator)
    {
        var analysis = (ChartFixtures.Ratios(chart, (numerator, 10), (numerator, 10), (numerator, 10), (5, 10)) with { FreezeAt = 3 }).Analysed();

        Assert.Equal(numerator / 10.0, analysis.Phases[0].Centre);
        Assert.All(analysis.Points, p => Assert.Equal((null, null, false), (p.Lower, p.Upper, p.OutsideLimits)));
    }

    [Fact]
    public void Analyse_RatiosOnAnIndividualsChart_AreDivided()
    {
        var points = new[] { ChartPoint.OfRatio(1, 2), ChartPoint.OfRatio(-3, 4) };

        var analysis = new ChartSeries { Chart = ChartKind.Individuals, Rules = RuleSet.MakingDataCount, Points = points }.Analysed();

        Assert.Equal([0.5, -0.75], analysis.Points.Select(p => p.Value));
    }

    [Fact]
    public void Analyse_MeanThatRoundingMoves_PointOnItIsOnIt()
    {
        var phase = ChartFixtures.Of(ChartKind.Individuals, 0.1, 0.2, 0.3).Analysed().Phases[0];

        Assert.Equal((2, 1), (phase.UsefulPoints, phase.Crossings));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Analyse_Twice_SameBitForBit(string chart, string rules)
    {
        var series = Series(chart, rules, [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], ChartFixtures.Repeat(10, 11));
        var (first, second) = (series.Analysed(), series.Analysed());

        Assert.Equal(first.Points, second.Points);
        Assert.Equal(first.Phases, second.Phases);
    }

    [Fact]
    public void PhaseOf_NoSuchPoint_Throws()
    {
        var analysis = ChartFixtures.Run(1, 2).Analysed();

        Assert.Throws<ArgumentOutOfRangeException>(() => analysis.PhaseOf(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => analysis.PhaseOf(-1));
    }

    private static ChartSeries Series(string chart, string rules, double?[] values, double?[] denominators)
    {
        ChartKinds.TryFromWire(chart, out var kind);
        RuleSets.TryFromWire(rules, out var set);
        return new ChartSeries
        {
            Chart = kind,
            Rules = set,
            Direction = ImprovementDirection.Up,
            Target = 1,
            Points = [.. values.Zip(denominators, (v, d) => kind.NeedsDenominators() ? ChartPoint.OfRatio(v, d) : ChartPoint.Of(v))],
        };
    }
}
