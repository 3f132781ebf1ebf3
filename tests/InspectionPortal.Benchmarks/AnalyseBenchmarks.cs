using BenchmarkDotNet.Attributes;
using InspectionPortal.Measurement;

namespace InspectionPortal.Benchmarks;

/// <summary>
/// Analysing 10,000 series of 60 points, against a baseline in the same run: taking the plain mean of each. The ratio travels from one machine to another; the time does not.
/// </summary>
[MemoryDiagnoser]
public class AnalyseBenchmarks
{
    private const int Series = 10_000;
    private const int Points = 60;

    private ChartSeries[] _all = [];

    /// <summary>The pairs of chart and rules that are measured.</summary>
    [Params("run anhoej", "i making-data-count", "pp anhoej", "t anhoej", "run classic")]
    public string Kind { get; set; } = "run anhoej";

    [GlobalSetup]
    public void Make()
    {
        var words = Kind.Split(' ');
        if (!ChartKinds.TryFromWire(words[0], out var chart) || !RuleSets.TryFromWire(words[1], out var rules))
        {
            throw new InvalidOperationException($"There is no {Kind}.");
        }

        // The same numbers every time: a plain congruential generator.
        uint state = 1;
        int Next(int below) => (int)((state = (state * 1664525) + 1013904223) >> 8) % below;
        _all = new ChartSeries[Series];
        for (var i = 0; i < Series; i++)
        {
            var points = new ChartPoint[Points];
            for (var j = 0; j < Points; j++)
            {
                points[j] = chart.NeedsDenominators() ? ChartPoint.OfRatio(Next(40), 40 + Next(60)) : ChartPoint.Of(1 + Next(1000));
            }

            _all[i] = new ChartSeries { Chart = chart, Rules = rules, Points = points, Direction = ImprovementDirection.Up, Target = 500 };
        }
    }

    [Benchmark(Baseline = true)]
    public double Mean()
    {
        var total = 0.0;
        foreach (var series in _all)
        {
            var sum = 0.0;
            for (var i = 0; i < series.Points.Count; i++)
            {
                sum += series.Points[i].Plotted ?? 0;
            }

            total += sum / series.Points.Count;
        }

        return total;
    }

    [Benchmark]
    public int Analyse()
    {
        var signals = 0;
        foreach (var series in _all)
        {
            signals += ChartAnalyser.Analyse(series).Phases[0].RunsSignal ? 1 : 0;
        }

        return signals;
    }
}
