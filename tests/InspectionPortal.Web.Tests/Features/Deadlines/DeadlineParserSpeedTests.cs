using System.Diagnostics;
using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Web.Tests.Features.Deadlines;

/// <summary>Runs beside no other test, so that the clock measures the parser alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class DeadlineSpeedGroup
{
    public const string Name = "Speed of reading deadlines";
}

[Collection(DeadlineSpeedGroup.Name)]
public sealed class DeadlineParserSpeedTests
{
    private const double LimitInMilliseconds = 50;

    [Theory]
    [InlineData("30 September 2020 ")]
    [InlineData("by ")]
    [InlineData("within ")]
    [InlineData("Dec, Nov, ")]
    [InlineData("1/")]
    [InlineData("<")]
    [InlineData("<p>")]
    [InlineData("(")]
    [InlineData("9")]
    [InlineData("a")]
    [InlineData("the end of ")]
    [InlineData("by Aug17 50% ")]
    [InlineData("😀")]
    public void Parse_LongestRead_WithinLimit(string piece) => Time(Repeat(piece, DeadlineParser.ReadLimit));

    [Theory]
    [InlineData("30 September 2020 ")]
    [InlineData("(")]
    [InlineData(" ")]
    public void Parse_HundredThousandCharacters_WithinLimit(string piece) => Time(Repeat(piece, 100_000));

    private static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, (length - 5) / piece.Length)) + " 2019";

    private static void Time(string text)
    {
        var fastest = TimeSpan.MaxValue;
        for (var run = 0; run < 10; run++)
        {
            var watch = Stopwatch.StartNew();
            Assert.Equal(text.Trim(), DeadlineParser.Parse(text).Text);
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }

        Assert.InRange(fastest.TotalMilliseconds, 0, LimitInMilliseconds);
    }
}
