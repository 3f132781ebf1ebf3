using Xunit;

namespace InspectionPortal.Measurement.Tests;

/// <summary>How targets stand: each rule, in the order in which they decide.</summary>
public sealed class TargetReaderTests
{
    private static readonly DateOnly Start = new(2019, 1, 31);
    private static readonly DateOnly By = new(2020, 9, 30);
    private static readonly double?[] Steady = [.. Enumerable.Range(0, 12).Select(i => (double?)(i % 2 == 0 ? 51 : 49))];

    [Fact]
    public void Read_NoDirection_NotKnown() =>
        Assert.Equal((TargetState.NotKnown, TargetRule.NoRule), Read(ChartFixtures.Run(1, 2), 3, direction: ImprovementDirection.None));

    [Fact]
    public void Read_NoFigureYet_NotKnown()
    {
        Assert.Equal((TargetState.NotKnown, TargetRule.NoRule), Read(ChartFixtures.Run(null, null), 3));
        Assert.Equal((TargetState.NotKnown, TargetRule.NoRule), Read(ChartFixtures.Run(1, 2).Excluding(0, 1), 3));
        Assert.Equal((TargetState.NotKnown, TargetRule.NoRule), Read(ChartFixtures.Run(1, 2), 3, Start.AddDays(-1)));
        Assert.Equal((TargetState.NotKnown, TargetRule.NoRule), Read(ChartFixtures.Run(), 3, By.AddDays(1)));
    }

    [Theory]
    [InlineData(ImprovementDirection.Up, 75, TargetState.Met)]
    [InlineData(ImprovementDirection.Up, 74.9, TargetState.Missed)]
    [InlineData(ImprovementDirection.Down, 75, TargetState.Met)]
    [InlineData(ImprovementDirection.Down, 75.1, TargetState.Missed)]
    public void Read_DatePassed_TheLatestFigureUpToItDecides(ImprovementDirection direction, double latest, TargetState state)
    {
        // The figure after the date would decide otherwise, and the excluded one too.
        var points = new[] { ChartPoint.Of(60), ChartPoint.Of(latest), ChartPoint.Of(direction == ImprovementDirection.Up ? 0 : 999, isExcluded: true), ChartPoint.Of(state == TargetState.Met ? 150 - latest + 1 : 75) };
        var analysis = new ChartSeries { Chart = ChartKind.Run, Rules = RuleSet.Anhoej, Direction = direction, Points = points }.Analysed();
        DateOnly[] dates = [By.AddDays(-60), By.AddDays(-30), By, By.AddDays(1)];

        var reading = TargetReader.Read(analysis, dates, new(75, By), By.AddDays(1));

        Assert.Equal((state, TargetRule.FigureAtDate, latest, dates[1]), (reading.State, reading.Rule, reading.Figure, reading.FigureDate));
        Assert.Contains("31 August 2020", reading.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OnTheDate_NotYetPassed() => Assert.Equal(TargetState.OnTrack, Read(ChartFixtures.Run(60, 80), 75, By).State);

    [Theory]
    [InlineData(ImprovementDirection.Up, 44, TargetState.OnTrack)]
    [InlineData(ImprovementDirection.Up, 50, TargetState.AtRisk)]
    [InlineData(ImprovementDirection.Up, 56, TargetState.AtRisk)]
    [InlineData(ImprovementDirection.Down, 56, TargetState.OnTrack)]
    [InlineData(ImprovementDirection.Down, 50, TargetState.AtRisk)]
    [InlineData(ImprovementDirection.Down, 44, TargetState.AtRisk)]
    public void Read_TwelveFiguresAndSteady_LimitsDecide(ImprovementDirection direction, double target, TargetState state) =>
        Assert.Equal((state, TargetRule.Limits), Read(ChartFixtures.Of(ChartKind.Individuals, RuleSet.MakingDataCount, Steady), target, direction: direction));

    [Fact]
    public void Read_ElevenFigures_FiguresDecide() =>
        Assert.Equal((TargetState.OnTrack, TargetRule.LatestFigure), Read(ChartFixtures.Of(ChartKind.Individuals, RuleSet.MakingDataCount, [.. Steady.Take(11)]), 50));

    [Fact]
    public void Read_Improving_LimitsDoNotDecide()
    {
        var improving = ChartFixtures.Of(ChartKind.Individuals, RuleSet.MakingDataCount, [.. Steady, 60]) with { FreezeAt = 12 };

        Assert.Equal((TargetState.OnTrack, TargetRule.StraightLine), Read(improving, 65));
        Assert.Equal((TargetState.AtRisk, TargetRule.Limits), Read(improving, 40, direction: ImprovementDirection.Down));
    }

    [Theory]
    [InlineData(70, TargetState.OnTrack)]
    [InlineData(69.9, TargetState.AtRisk)]
    public void Read_RunChart_StraightLineDecides(double latest, TargetState state)
    {
        // Half of the days to the date, half of the way from 60 to 80.
        var analysis = (ChartFixtures.Run(60, latest) with { Direction = ImprovementDirection.Up }).Analysed();

        var reading = TargetReader.Read(analysis, [By.AddDays(-400), By.AddDays(-200)], new(80, By), By.AddDays(-100));

        Assert.Equal((state, TargetRule.StraightLine), (reading.State, reading.Rule));
    }

    [Fact]
    public void Read_OneFigure_AtRiskUntilReached()
    {
        Assert.Equal((TargetState.AtRisk, TargetRule.StraightLine), Read(ChartFixtures.Run(60), 80));
        Assert.Equal((TargetState.OnTrack, TargetRule.LatestFigure), Read(ChartFixtures.Run(80), 80));
        Assert.Equal((TargetState.OnTrack, TargetRule.LatestFigure), Read(ChartFixtures.Run(60, 80), 80));
    }

    [Fact]
    public void Read_FiguresAfterToday_NotLookedAt() => Assert.Equal(60, TargetReader.Read(
        (ChartFixtures.Run(60, 90) with { Direction = ImprovementDirection.Up }).Analysed(), [Start, Start.AddMonths(3)], new(80, By), Start.AddMonths(1)).Figure);

    [Fact]
    public void Read_WrongDatesOrTarget_Throws()
    {
        var analysis = ChartFixtures.Run(1, 2).Analysed();

        Assert.Throws<ArgumentException>(() => TargetReader.Read(analysis, [Start], new(1, By), Start));
        Assert.Throws<ArgumentException>(() => TargetReader.Read(analysis, [By, Start], new(1, By), Start));
        Assert.Throws<ArgumentException>(() => TargetReader.Read(analysis, [Start, By], new(double.NaN, By), Start));
        Assert.Throws<ArgumentNullException>(() => TargetReader.Read(null!, [Start, By], new(1, By), Start));
        Assert.Throws<ArgumentNullException>(() => TargetReader.Read(analysis, null!, new(1, By), Start));
    }

    private static (TargetState State, TargetRule Rule) Read(
        ChartSeries series, double target, DateOnly? today = null, ImprovementDirection direction = ImprovementDirection.Up)
    {
        var dates = Enumerable.Range(0, series.Points.Count).Select(i => Start.AddMonths(i)).ToList();
        var reading = TargetReader.Read((series with { Direction = direction }).Analysed(), dates, new(target, By), today ?? new(2020, 6, 30));
        return (reading.State, reading.Rule);
    }
}
