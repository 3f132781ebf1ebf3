using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using BenchmarkDotNet.Attributes;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Web.Components.Charts;

namespace InspectionPortal.Benchmarks;

/// <summary>
/// What 50 charts add to a page of 50 measures: their figures are written as rows in both; with charts each series is analysed, put into a sentence and drawn as well. What the charts may add is 150 ms.
/// </summary>
[MemoryDiagnoser]
public class ChartBenchmarks
{
    private const int Measures = 50;
    private const int Months = 60;

    private static readonly DateOnly Today = new(2020, 10, 27);

    private ChartSource[] _sources = [];

    [GlobalSetup]
    public void Make()
    {
        // The same numbers every time: a plain congruential generator.
        uint state = 1;
        int Next(int below) => (int)((state = (state * 1664525) + 1013904223) >> 8) % below;
        _sources = [.. Enumerable.Range(0, Measures).Select(i => new ChartSource
        {
            Id = Guid.CreateVersion7(),
            Title = $"Measure {i}",
            Unit = i % 2 == 0 ? "days" : "%",
            Frequency = "monthly",
            Direction = i % 2 == 0 ? MeasureDirection.Down : MeasureDirection.Up,
            Points = [.. Enumerable.Range(0, Months).Select(m => Point(i, m, Next))],
        })];
    }

    [Benchmark(Baseline = true)]
    public int WithoutCharts() => Rows().Length;

    [Benchmark]
    public int WithCharts()
    {
        var page = Rows();
        foreach (var source in _sources)
        {
            var chart = MeasureChart.Of(source, Today);
            page.Append(chart.Sentence).Append(new ChartSvg(chart, ChartSize.Small).Picture("c", "p-chart").Value);
        }

        return page.Length;
    }

    private static SourcePoint Point(int measure, int month, Func<int, int> next)
    {
        var date = new DateOnly(2015, 10, 1).AddMonths(month + 1).AddDays(-1);
        return measure % 2 == 0
            ? new SourcePoint(Guid.CreateVersion7(), date, 10 + next(20), null, null, false, "")
            : new SourcePoint(Guid.CreateVersion7(), date, null, next(40), 40 + next(60), false, "");
    }

    private StringBuilder Rows()
    {
        var page = new StringBuilder();
        foreach (var source in _sources)
        {
            page.Append("<tr><th scope=\"row\">").Append(HtmlEncoder.Default.Encode(source.Title)).Append("</th>");
            foreach (var point in source.Points)
            {
                page.Append(CultureInfo.InvariantCulture, $"<td>{point.Date:d MMMM yyyy}</td><td class=\"p-num\">{point.Value}</td>");
            }
        }

        return page;
    }
}
