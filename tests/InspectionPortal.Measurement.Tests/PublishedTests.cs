using System.Text.Json;
using Xunit;

namespace InspectionPortal.Measurement.Tests;

/// <summary>What the authors of the rules say must come out (Published.json).</summary>
public sealed class PublishedTests
{
    private static readonly JsonElement Published = Read();

    public static TheoryData<string> Names => [.. Published.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Analyse_PublishedExample_SameToTheDigit(string name)
    {
        var expected = Published.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
        var tolerance = expected.GetProperty("tolerance").GetDouble();

        var analysis = Series(expected).Analysed();

        var phases = expected.GetProperty("phases").EnumerateArray().ToList();
        Assert.Equal(phases.Count, analysis.Phases.Count);
        foreach (var (phase, wanted) in analysis.Phases.Zip(phases))
        {
            CheckPhase(wanted, phase, tolerance);
        }

        var (lower, upper) = (Numbers(expected, "lower"), Numbers(expected, "upper"));
        for (var i = 0; i < lower.Length; i++)
        {
            Assert.Equal(lower[i]!.Value, analysis.Points[i].Lower!.Value, tolerance);
            Assert.Equal(upper[i]!.Value, analysis.Points[i].Upper!.Value, tolerance);
        }

        var outside = Enumerable.Range(0, analysis.Points.Count).Where(i => analysis.Points[i].OutsideLimits);
        Assert.Equal(expected.GetProperty("outside").EnumerateArray().Select(i => i.GetInt32()), outside);
    }

    [Fact]
    public void CriticalValues_TenToSixty_AsPublished()
    {
        var from = Published.GetProperty("criticalValuesFrom").GetInt32();
        var longest = Numbers(Published, "longestRunMax");
        var crossings = Numbers(Published, "crossingsMin");

        Assert.Equal(51, longest.Length);
        Assert.Equal(longest, longest.Select((_, i) => (double?)AnhoejRules.LongestRunMax(from + i)));
        Assert.Equal(crossings, crossings.Select((_, i) => (double?)AnhoejRules.CrossingsMin(from + i)));
    }

    private static void CheckPhase(JsonElement wanted, PhaseAnalysis phase, double tolerance)
    {
        Assert.Equal(wanted.GetProperty("start").GetInt32(), phase.Start);
        Assert.Equal(wanted.GetProperty("centre").GetDouble(), phase.Centre!.Value, tolerance);
        if (wanted.TryGetProperty("usefulPoints", out var useful))
        {
            Assert.Equal(useful.GetInt32(), phase.UsefulPoints);
            Assert.Equal(wanted.GetProperty("longestRun").GetInt32(), phase.LongestRun);
            Assert.Equal(wanted.GetProperty("longestRunMax").GetInt32(), phase.LongestRunMax);
            Assert.Equal(wanted.GetProperty("crossings").GetInt32(), phase.Crossings);
            Assert.Equal(wanted.GetProperty("crossingsMin").GetInt32(), phase.CrossingsMin);
            Assert.Equal(wanted.GetProperty("runsSignal").GetBoolean(), phase.RunsSignal);
        }
    }

    private static ChartSeries Series(JsonElement given)
    {
        Assert.True(ChartKinds.TryFromWire(given.GetProperty("chart").GetString(), out var chart));
        Assert.True(RuleSets.TryFromWire(given.GetProperty("rules").GetString(), out var rules));
        var points = given.TryGetProperty("values", out _)
            ? Numbers(given, "values").Select(v => ChartPoint.Of(v))
            : Numbers(given, "numerators").Zip(Numbers(given, "denominators"), (n, d) => ChartPoint.OfRatio(n, d));
        var series = new ChartSeries
        {
            Chart = chart,
            Rules = rules,
            Points = [.. points],
            FreezeAt = given.TryGetProperty("freezeAt", out var freeze) ? freeze.GetInt32() : null,
            Phases = given.TryGetProperty("starts", out var starts) ? [.. starts.EnumerateArray().Select(s => s.GetInt32())] : [],
        };
        return series.Excluding([.. given.GetProperty("excluded").EnumerateArray().Select(i => i.GetInt32())]);
    }

    private static double?[] Numbers(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(n => n.ValueKind == JsonValueKind.Null ? (double?)null : n.GetDouble())];

    private static JsonElement Read()
    {
        using var stream = typeof(PublishedTests).Assembly.GetManifestResourceStream("Published.json")!;
        return JsonDocument.Parse(stream).RootElement.Clone();
    }
}
