namespace InspectionPortal.Measurement.Tests;

/// <summary>Series in one line.</summary>
internal static class ChartFixtures
{
    public static ChartSeries Run(params double?[] values) => Of(ChartKind.Run, RuleSet.Anhoej, values);

    public static ChartSeries Classic(params double?[] values) => Of(ChartKind.Run, RuleSet.Classic, values);

    public static ChartSeries Programme(params double?[] values) => Of(ChartKind.Individuals, RuleSet.MakingDataCount, values);

    public static ChartSeries Of(ChartKind chart, params double?[] values) => Of(chart, RuleSet.Anhoej, values);

    public static ChartSeries Of(ChartKind chart, RuleSet rules, params double?[] values) =>
        new() { Chart = chart, Rules = rules, Points = [.. values.Select(v => ChartPoint.Of(v))] };

    public static ChartSeries Ratios(ChartKind chart, params (double? Numerator, double? Denominator)[] ratios) =>
        new() { Chart = chart, Rules = RuleSet.Anhoej, Points = [.. ratios.Select(r => ChartPoint.OfRatio(r.Numerator, r.Denominator))] };

    public static ChartSeries Excluding(this ChartSeries series, params int[] indexes) =>
        series with { Points = [.. series.Points.Select((p, i) => p with { IsExcluded = indexes.Contains(i) })] };

    public static ChartAnalysis Analysed(this ChartSeries series) => ChartAnalyser.Analyse(series);

    public static double?[] Repeat(double? value, int times) => [.. Enumerable.Repeat(value, times)];
}
