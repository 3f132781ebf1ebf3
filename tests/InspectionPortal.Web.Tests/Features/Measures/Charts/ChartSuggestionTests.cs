using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Measurement;

namespace InspectionPortal.Web.Tests.Features.Measures.Charts;

public sealed class ChartSuggestionTests
{
    private static readonly decimal?[] Twelve = [3, 5, 4, 6, 5, 7, 4, 5, 6, 3, 5, 4];

    [Fact]
    public void Suggest_FewFigures_IsARunChart() => Assert.Equal(ChartKind.Run, Of(ChartFixtures.Values([.. Twelve.Take(11)])));

    [Theory]
    [InlineData("moves", ChartKind.Count)]
    [InlineData(null, ChartKind.Individuals)]
    [InlineData("%", ChartKind.Individuals)]
    [InlineData("days", ChartKind.Individuals)]
    [InlineData("days between incidents", ChartKind.TimeBetween)]
    [InlineData("cases between incidents", ChartKind.Geometric)]
    public void Suggest_TwelveWholeNumbers_GoesByTheUnit(string? unit, ChartKind expected) => Assert.Equal(expected, Of(ChartFixtures.Values(Twelve) with { Unit = unit }));

    [Theory]
    [InlineData(10, 26, "%", ChartKind.Proportion)]
    [InlineData(10, 2600, "%", ChartKind.ProportionPrime)]
    [InlineData(10, 26, "per 1,000 children", ChartKind.Rate)]
    [InlineData(10, 2600, "per 1,000 children", ChartKind.RatePrime)]
    [InlineData(30, 26, null, ChartKind.Rate)]
    [InlineData(10, 26, "per cent", ChartKind.Proportion)]
    public void Suggest_Ratios_GoByTheirDenominators(int numerator, int denominator, string? unit, ChartKind expected) =>
        Assert.Equal(expected, Of(ChartFixtures.Ratios([.. Enumerable.Range(0, 12).Select(_ => ((decimal)numerator, (decimal)denominator))]) with { Unit = unit }));

    [Fact]
    public void Suggest_RulesOfAnIndividualsChart_NeedADirection()
    {
        Assert.Equal(RuleSet.MakingDataCount, ChartSuggestion.For(ChartFixtures.Values(Twelve)).Rules);
        Assert.Equal(RuleSet.Anhoej, ChartSuggestion.For(ChartFixtures.Values(Twelve) with { Direction = MeasureDirection.None }).Rules);
    }

    [Fact]
    public void InForce_ChosenChart_WinsOverTheSuggestion() =>
        Assert.Equal((ChartKind.Run, RuleSet.Classic), ChartSuggestion.InForce(ChartFixtures.Values(Twelve) with { Chart = ChartKind.Run, Rules = RuleSet.Classic }));

    private static ChartKind Of(ChartSource source) => ChartSuggestion.For(source).Chart;
}
