using System.Globalization;
using System.Xml.Linq;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Web.Components.Charts;
using InspectionPortal.Web.Components.Diagrams;

namespace InspectionPortal.Web.Tests.Features.Measures.Charts;

/// <summary>No word lies over a point or over another word, and none leaves the drawing, whatever the figures are.</summary>
public sealed class ChartWordsPlaceTests
{
    private static readonly ChartSize[] Sizes = [ChartSize.Wide, ChartSize.Middle, ChartSize.Narrow, ChartSize.Small];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Draw_AnySeries_NoWordOverAPointOrAnotherWord(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var chart = ChartFixtures.Chart(Any(random));
            foreach (var size in Sizes)
            {
                var svg = new ChartSvg(chart, size);
                Check(XElement.Parse($"<svg>{svg.Drawing()}</svg>"), svg.Frame);
            }
        }
    }

    [Fact]
    public void Draw_Narrow_ShowsTheLastSixFiguresAndTheNextTwoTargets()
    {
        var chart = ChartFixtures.Chart(ChartFixtures.Values([.. Enumerable.Range(0, 24).Select(i => (decimal?)(20 + (i % 5)))]) with
        {
            Unit = "%",
            Targets = [.. new[] { 8, 30, 40, 50 }.Select((month, i) => new SourceTarget(Guid.NewGuid(), 30 + (10 * i), ChartFixtures.Month(month), ""))],
        });
        var drawing = XElement.Parse($"<svg>{new ChartSvg(chart, ChartSize.Narrow).Drawing()}</svg>");

        Assert.Equal(6, drawing.Descendants().Count(e => e.Attribute("class")?.Value == "p-chart__point"));
        Assert.Equal(2, drawing.Descendants().Count(e => e.Attribute("class")?.Value == "p-chart__target"));
        Assert.Equal(["40% by 30 Apr 2021", "50% by 28 Feb 2022"], drawing.Descendants("text").Select(t => t.Value).Where(t => t.Contains(" by ", StringComparison.Ordinal)));
        Assert.Contains(drawing.Descendants("text"), t => t.Value.StartsWith("Median", StringComparison.Ordinal) || t.Value.StartsWith("Average", StringComparison.Ordinal));
    }

    [Fact]
    public void Draw_LongNumbers_StayInside()
    {
        var chart = ChartFixtures.Chart(ChartFixtures.Values(12_345_678, 98_765_432, 55_555_555, 44_444_444, 12_345_678));

        foreach (var size in Sizes)
        {
            var svg = new ChartSvg(chart, size);
            Check(XElement.Parse($"<svg>{svg.Drawing()}</svg>"), svg.Frame);
        }
    }

    private static ChartSource Any(Random random)
    {
        var count = random.Next(1, 70);
        var level = random.Next(1, 90);
        var slope = (random.NextDouble() - 0.5) * 2;
        var spread = random.Next(0, 30);
        var source = ChartFixtures.Values([.. Enumerable.Range(0, count).Select(i => random.Next(20) == 0 ? (decimal?)null : Math.Round((decimal)(level + (slope * i) + (random.NextDouble() * spread)), 1)).Append(level)]);
        return source with
        {
            Unit = random.Next(2) == 0 ? "%" : "days",
            IsIllustrative = random.Next(2) == 0,
            BaselinePoints = random.Next(2) == 0 ? random.Next(1, count + 2) : null,
            Targets = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new SourceTarget(Guid.NewGuid(), random.Next(0, 100), ChartFixtures.Month(random.Next(0, 60)), "")).DistinctBy(t => t.By)],
            Notes = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new SourceMark(Guid.NewGuid(), ChartFixtures.Month(random.Next(0, count)), "x")).OrderBy(n => n.Date)],
            Phases = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new SourceMark(Guid.NewGuid(), ChartFixtures.Month(random.Next(0, count)), "x"))],
            Points = [.. source.Points.Select(p => p with { IsExcluded = random.Next(15) == 0 })],
        };
    }

    private static void Check(XElement drawing, ChartFrame frame)
    {
        var words = drawing.Descendants("text").Select(t => (t.Value, Box: BoxOf(t))).ToList();
        var points = drawing.Descendants().Where(e => e.Attribute("class")?.Value == "p-chart__point").Select(PointOf).ToList();
        foreach (var (text, box) in words)
        {
            Assert.True(box.Left >= -1 && box.Right <= frame.Size.Width + 1 && box.Top >= 0 && box.Bottom <= frame.Height + 1, $"\"{text}\" leaves the drawing: {box}");
            Assert.DoesNotContain(points, p => p.Meets(box));
            Assert.True(!words.Exists(w => w.Box != box && w.Box.Meets(box)), $"\"{text}\" lies over another word: {box}");
        }
    }

    private static ChartBox PointOf(XElement point)
    {
        var (x, y) = point.Name == "circle" ? (Number(point, "cx"), Number(point, "cy")) : (Number(point, "data-x"), Number(point, "data-y"));
        return new ChartBox(x - 4.5, y - 4.5, x + 4.5, y + 4.5);
    }

    private static ChartBox BoxOf(XElement text)
    {
        var width = TextWidth.Of(text.Value, ChartSvg.LetterSize, text.Attribute("font-weight") is not null);
        var left = Number(text, "x") - (text.Attribute("text-anchor")?.Value switch { "end" => width, "middle" => width / 2, _ => 0 });
        return ChartBox.OfText(left, Number(text, "y"), width);
    }

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
