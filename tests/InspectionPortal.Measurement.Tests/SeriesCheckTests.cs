using Xunit;

namespace InspectionPortal.Measurement.Tests;

/// <summary>What is refused, and how it is said.</summary>
public sealed class SeriesCheckTests
{
    public static TheoryData<ChartSeries, string> Wrong => new()
    {
        { ChartFixtures.Of(ChartKind.Proportion, RuleSet.Classic, 1), "rules \"classic\" do not go with chart \"p\"" },
        { ChartFixtures.Of(ChartKind.Run, RuleSet.MakingDataCount, 1), "rules \"making-data-count\" do not go with chart \"run\"" },
        { ChartFixtures.Run(1, double.NaN), "points[1]: value must be a finite number" },
        { ChartFixtures.Run(double.PositiveInfinity), "points[0]: value must be a finite number" },
        { ChartFixtures.Of(ChartKind.Count, 1, -1), "points[1]: chart \"c\" takes no negative value" },
        { ChartFixtures.Of(ChartKind.Geometric, -1), "points[0]: chart \"g\" takes no negative value" },
        { ChartFixtures.Of(ChartKind.MovingRange, -1), "points[0]: chart \"mr\" takes no negative value" },
        { ChartFixtures.Of(ChartKind.TimeBetween, 4, 0), "points[1]: a time between events must be above 0; use a finer unit of time" },
        { ChartFixtures.Of(ChartKind.Rate, 1), "points[0]: chart \"u\" needs numerator and denominator, not value" },
        { ChartFixtures.Ratios(ChartKind.Proportion, (5, 4)), "points[0]: the numerator 5 is above the denominator 4" },
        { ChartFixtures.Ratios(ChartKind.Proportion, (-1, 4)), "points[0]: numerator must be a finite number, 0 or above" },
        { ChartFixtures.Ratios(ChartKind.Rate, (1, -4)), "points[0]: denominator must be a finite number, 0 or above" },
        { ChartFixtures.Ratios(ChartKind.Rate, (1, 0)), "points[0]: the numerator 1 has a denominator of 0" },
        { ChartFixtures.Ratios(ChartKind.Rate, (1, double.NaN)), "points[0]: denominator must be a finite number, 0 or above" },
        { ChartFixtures.Ratios(ChartKind.Rate, (double.NaN, 1)), "points[0]: numerator must be a finite number, 0 or above" },
        { ChartFixtures.Ratios(ChartKind.Rate, (1e300, 1e-300)), "points[0]: numerator ÷ denominator is too large" },
        { ChartFixtures.Ratios(ChartKind.Individuals, (1e300, 1e-300)), "points[0]: value must be a finite number" },
        { ChartFixtures.Ratios(ChartKind.Count, (5, 4)), "points[0]: chart \"c\" takes a value; counts over a denominator go on chart \"u\"" },
        { ChartFixtures.Run(1, 2) with { FreezeAt = 0 }, "freezeAt must be at least 1" },
        { ChartFixtures.Run(1, 2) with { FreezeAt = 3 }, "freezeAt is 3, but there are 2 points" },
        { ChartFixtures.Run(1, 2) with { Phases = [2] }, "phases: 2 is not the index of a point, which run from 0 to 1" },
        { ChartFixtures.Run(1, 2) with { Phases = [-1] }, "phases: -1 is not the index of a point, which run from 0 to 1" },
        { ChartFixtures.Run(1) with { Target = double.NaN }, "target must be a finite number" },
        { ChartFixtures.Run(1) with { Direction = (ImprovementDirection)9 }, "chart, rules and direction must be among those that exist" },
        { ChartFixtures.Run(1) with { Points = null! }, "points and phases may be empty, not null" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Analyse_WrongSeries_SaysWhatIsWrong(ChartSeries series, string problem)
    {
        Assert.Equal(problem, series.FindProblem());
        Assert.Equal(problem, Assert.Throws<InvalidSeriesException>(() => series.Analysed()).Message);
    }

    [Fact]
    public void Analyse_Null_Throws() => Assert.Throws<ArgumentNullException>(() => ChartAnalyser.Analyse(null!));

    [Fact]
    public void FindProblem_ExcludedPoint_IsCheckedToo() => Assert.NotNull(ChartFixtures.Ratios(ChartKind.Proportion, (5, 4)).Excluding(0).FindProblem());

    [Fact]
    public void FindProblem_CountOverOne_Nothing() => Assert.Null(ChartFixtures.Ratios(ChartKind.Count, (5, 1), (null, 1)).FindProblem());

    [Fact]
    public void Names_EveryKindAndSet_ThereAndBack()
    {
        Assert.All(Enum.GetValues<ChartKind>(), k => Assert.True(ChartKinds.TryFromWire(k.ToWire(), out var back) && back == k));
        Assert.All(Enum.GetValues<RuleSet>(), r => Assert.True(RuleSets.TryFromWire(r.ToWire(), out var back) && back == r));
        Assert.False(ChartKinds.TryFromWire("P", out _));
        Assert.False(RuleSets.TryFromWire(null, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((ChartKind)99).ToWire());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((RuleSet)99).ToWire());
        Assert.False(((RuleSet)99).MayRead(ChartKind.Run));
    }
}
