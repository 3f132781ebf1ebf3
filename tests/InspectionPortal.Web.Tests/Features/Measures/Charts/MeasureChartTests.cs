using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Measurement;
using InspectionPortal.Web.Components.Charts;

namespace InspectionPortal.Web.Tests.Features.Measures.Charts;

public sealed class MeasureChartTests
{
    [Fact]
    public void Read_MissingMonths_ArePlacesWithoutFigures()
    {
        var chart = ChartFixtures.Chart(ChartFixtures.Values(5, null, null, 7, 6));

        Assert.Equal([true, false, false, true, true], chart.Places.Select(p => p.Figure is not null));
        Assert.Equal(ChartFixtures.Month(1), chart.Places[1].Date);
        Assert.Equal(5, chart.Analysis!.Points.Count);
    }

    [Fact]
    public void Read_UndatedOrNumberless_StandOnNoChartAndAreListed()
    {
        var source = ChartFixtures.Values(5, 6) with { };
        source = source with { Points = [.. source.Points, new SourcePoint(Guid.NewGuid(), null, 9, null, null, false, "9"), new SourcePoint(Guid.NewGuid(), ChartFixtures.Month(3), null, null, null, false, "n/a")] };
        var chart = ChartFixtures.Chart(source);

        Assert.Equal(2, chart.Places.Count);
        Assert.Equal(["9", "n/a"], chart.Source.OffChart.Select(p => p.Text));
    }

    [Fact]
    public void Read_NumeratorAboveDenominatorOnP_SaysWhyThereIsNoChart()
    {
        var chart = ChartFixtures.Chart(ChartFixtures.Ratios((3, 10), (12, 10)) with { Chart = ChartKind.Proportion });

        Assert.Null(chart.Analysis);
        Assert.Equal("No chart can be drawn: figure of 30 November 2018: the numerator 12 is above the denominator 10.", chart.Sentence);
    }

    [Fact]
    public void Read_NoFigures_SaysSo() => Assert.StartsWith("There are no figures yet", ChartFixtures.Chart(ChartFixtures.Values()).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Read_Excluded_IsShownAndMovesNothing()
    {
        var source = ChartFixtures.Values(5, 6, 5, 6, 50, 5, 6, 5, 6, 5, 6, 5);
        source = source with { Points = [.. source.Points.Select(p => p.Value == 50 ? p with { IsExcluded = true } : p)] };
        var chart = ChartFixtures.Chart(source);

        Assert.InRange(chart.Analysis!.Phases[0].Centre!.Value, 5, 6);
        Assert.Equal(ChartMark.Excluded, ChartMarks.Of(chart, 4));
    }

    [Fact]
    public void Read_Phases_AreByDateAndAFreezeCountsFigures()
    {
        var source = ChartFixtures.Values(5, null, 6, 5, 9, 9, 10) with
        {
            BaselinePoints = 2,
            Phases = [new SourceMark(Guid.NewGuid(), ChartFixtures.Month(4).AddDays(-10), "Why"), new SourceMark(Guid.NewGuid(), ChartFixtures.Month(40), "Too late")],
        };
        var chart = ChartFixtures.Chart(source);

        Assert.Equal([4], chart.Mapped.Series.Phases);
        Assert.Equal(3, chart.Mapped.Series.FreezeAt);
        Assert.Contains("starts after the last figure", Assert.Single(chart.Mapped.Doubts), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TargetOnP_IsHeldAgainstTheShare()
    {
        var figures = Enumerable.Range(0, 12).Select(i => (20m + i, 40m)).ToArray();
        var chart = ChartFixtures.Chart(ChartFixtures.Ratios(figures) with { Targets = [new SourceTarget(Guid.NewGuid(), 75, new DateOnly(2019, 9, 30), "30 September 2019")] });

        var target = Assert.Single(chart.Targets);
        Assert.Equal(0.75, target.Reading.Target.Value, 12);
        Assert.Equal(TargetState.Met, target.Reading.State);
        Assert.Equal("77.5%", chart.Number(target.Reading.Figure!.Value));
    }

    [Theory]
    [InlineData("per 1,000 children", 1000)]
    [InlineData("per 100", 100)]
    [InlineData("per child", 1)]
    public void Read_Rate_IsShownInItsUnit(string unit, double factor) =>
        Assert.Equal(factor, ChartFixtures.Chart(ChartFixtures.Ratios([.. Enumerable.Range(0, 12).Select(i => (3m + i, 100m))]) with { Unit = unit }).Mapped.Factor);
}
