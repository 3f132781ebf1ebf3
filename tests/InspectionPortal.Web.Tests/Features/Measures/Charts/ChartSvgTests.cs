using System.Globalization;
using System.Xml.Linq;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Web.Components.Charts;
using InspectionPortal.Web.Features.Measures.Charts;

namespace InspectionPortal.Web.Tests.Features.Measures.Charts;

/// <summary>A point's y is its value's, a limit is a step, and nothing that somebody wrote becomes markup.</summary>
public sealed class ChartSvgTests
{
    private static readonly decimal?[] Figures = [12, 10, 14, 11, 13, 12, 12, 14, 11, 18, 22, 20, 24, 29, 33, 38];

    public static TheoryData<string> Sizes => ["wide", "narrow", "middle", "small"];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Draw_EveryPoint_StandsAtItsValueAndItsDay(string size)
    {
        var chart = ChartFixtures.Chart(ChartFixtures.Values(Figures) with { Unit = "%" });
        var svg = new ChartSvg(chart, SizeOf(size));
        var points = Read(svg).Descendants().Where(e => e.Attribute("class")?.Value == "p-chart__point").Select(Place).ToList();

        // The scale is read off the drawing itself: the axis labels and where they stand.
        var ticks = Read(svg).Descendants("text").Where(t => t.Attribute("text-anchor")?.Value == "end" && t.Value.EndsWith('%') && Number(t, "x") < svg.Frame.Left)
            .Select(t => (Value: double.Parse(t.Value.TrimEnd('%'), CultureInfo.InvariantCulture), Y: Number(t, "y") - 5)).ToList();
        var (low, high) = (ticks.MinBy(t => t.Value), ticks.MaxBy(t => t.Value));
        var drawn = size == "narrow" ? Figures[^6..] : Figures;
        Assert.Equal(drawn.Length, points.Count);
        for (var i = 0; i < points.Count; i++)
        {
            var y = low.Y + (((double)drawn[i]!.Value - low.Value) / (high.Value - low.Value) * (high.Y - low.Y));
            Assert.Equal(y, points[i].Y, 0.2);
            Assert.True(i == 0 || points[i].X > points[i - 1].X);
        }
    }

    [Fact]
    public void Draw_CentreAndLimits_StandAtTheirValues()
    {
        var chart = ChartFixtures.Chart(ChartFixtures.Ratios([.. Enumerable.Range(0, 14).Select(i => (4m + (i % 3), 20m + i))]));
        var svg = new ChartSvg(chart, ChartSize.Wide);
        var centre = Read(svg).Descendants("path").Single(p => p.Attribute("class")?.Value == "p-chart__centre").Attribute("d")!.Value;
        var limits = Read(svg).Descendants("path").Where(p => p.Attribute("class")?.Value == "p-chart__limit").Select(p => p.Attribute("d")!.Value).ToList();

        Assert.Contains(svg.Frame.Y(chart.Analysis!.Phases[0].Centre!.Value).ToString("0.##", CultureInfo.InvariantCulture), centre, StringComparison.Ordinal);
        Assert.Equal(2, limits.Count);
        foreach (var upper in chart.Analysis.Points.Select(p => svg.Frame.Y(p.Upper!.Value).ToString("0.#", CultureInfo.InvariantCulture)))
        {
            Assert.Contains($"{upper}H", limits[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Draw_Targets_AreStepsThatEndOnTheirDays()
    {
        var chart = ChartFixtures.Chart(ChartFixtures.Values(Figures) with
        {
            Unit = "%",
            Targets = [new SourceTarget(Guid.NewGuid(), 30, ChartFixtures.Month(8), ""), new SourceTarget(Guid.NewGuid(), 50, ChartFixtures.Month(20), ""), new SourceTarget(Guid.NewGuid(), 90, ChartFixtures.Month(200), "")],
        });
        var svg = new ChartSvg(chart, ChartSize.Wide);
        var steps = Read(svg).Descendants("path").Where(p => p.Attribute("class")?.Value == "p-chart__target").Select(p => p.Attribute("d")!.Value).ToList();

        Assert.Equal(3, steps.Count);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"M{svg.Frame.Left:0.#} {svg.Frame.Y(30):0.##}H{svg.Frame.X(ChartFixtures.Month(8)):0.#}"), steps[0]);
        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"{svg.Frame.Y(50):0.##}H{svg.Frame.X(ChartFixtures.Month(20)):0.#}"), steps[1], StringComparison.Ordinal);
        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"{svg.Frame.Y(90):0.##}H{svg.Frame.Right:0.#}"), steps[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_SpecialCauses_DifferByShape()
    {
        var source = ChartFixtures.Values(5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 60);
        var svg = new ChartSvg(ChartFixtures.Chart(source with { BaselinePoints = 12, Points = [.. source.Points.Select((p, i) => i == 3 ? p with { IsExcluded = true } : p)] }), ChartSize.Wide);
        var drawing = Read(svg);

        Assert.Single(drawing.Descendants("path"), p => p.Attribute("class")?.Value == "p-chart__point");
        Assert.Single(drawing.Descendants("circle"), p => p.Attribute("stroke-dasharray") is not null);
    }

    [Fact]
    public void Draw_WordsOfPeople_AreEscaped()
    {
        var source = ChartFixtures.Values(Figures) with
        {
            Title = "<script>alert(1)</script> & more",
            Unit = "\"><b>",
            IsIllustrative = true,
            Notes = [new SourceMark(Guid.NewGuid(), ChartFixtures.Month(3), "<img src=x>")],
            Phases = [new SourceMark(Guid.NewGuid(), ChartFixtures.Month(6), "]]><x>")],
        };
        var file = new ChartFile(ChartFixtures.Chart(source)).ToString();

        var root = XDocument.Parse(file).Root!;
        Assert.DoesNotContain(root.DescendantsAndSelf(), e => e.Name.LocalName is "script" or "img" or "b" or "x");
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "style" or "href" or "onclick");
        Assert.Contains(ChartSvg.Illustrative, file, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_AnySeries_KeepsEverythingInsideAndFinite()
    {
        foreach (var source in new[] { ChartFixtures.Values(5), ChartFixtures.Values(0, 0, 0), ChartFixtures.Values(-3, -5), ChartFixtures.Values(100_000_000, 1), ChartFixtures.Values(0.001m, 0.002m, null, 0.004m), ChartFixtures.Ratios((0, 5), (5, 5)) })
        {
            foreach (var size in new[] { ChartSize.Wide, ChartSize.Narrow, ChartSize.Small })
            {
                var svg = new ChartSvg(ChartFixtures.Chart(source), size);
                Assert.DoesNotContain("NaN", svg.Drawing(), StringComparison.Ordinal);
                Assert.DoesNotContain("∞", svg.Drawing(), StringComparison.Ordinal);
                Assert.All(Read(svg).Descendants().Where(e => e.Attribute("class")?.Value == "p-chart__point").Select(Place), p =>
                {
                    Assert.InRange(p.X, svg.Frame.Left, svg.Frame.Right);
                    Assert.InRange(p.Y, svg.Frame.Top - 0.1, svg.Frame.Bottom + 0.1);
                });
            }
        }
    }

    [Fact]
    public void Spark_HundredFigures_IsShort()
    {
        var spark = Sparkline.Of(ChartFixtures.Chart(ChartFixtures.Values([.. Enumerable.Range(0, 100).Select(i => (decimal?)(i % 17))])))!.Value!;

        Assert.True(spark.Length < 400, $"{spark.Length} characters");
        Assert.Null(Sparkline.Of(ChartFixtures.Chart(ChartFixtures.Values(5))));
    }

    private static ChartSize SizeOf(string name) => name switch
    {
        "narrow" => ChartSize.Narrow,
        "middle" => ChartSize.Middle,
        "small" => ChartSize.Small,
        _ => ChartSize.Wide,
    };

    private static XElement Read(ChartSvg svg) => XElement.Parse($"<svg>{svg.Drawing()}</svg>");

    private static (double X, double Y) Place(XElement point) =>
        point.Name == "circle" ? (Number(point, "cx"), Number(point, "cy")) : (Number(point, "data-x"), Number(point, "data-y"));

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
