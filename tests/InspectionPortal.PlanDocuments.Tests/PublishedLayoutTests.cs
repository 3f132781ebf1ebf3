using System.Reflection;
using Xunit.Abstractions;

namespace InspectionPortal.PlanDocuments.Tests;

/// <summary>
/// Layouts of published plans, each a text file with what an import must find in it. 98 of 100 cells must reach the right field
/// over all layouts, and no layout may fall far behind.
/// </summary>
public sealed class PublishedLayoutTests(ITestOutputHelper output)
{
    public static TheoryData<string> Layouts =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_PublishedLayout_PutsCellsInTheirFields(string name)
    {
        var score = LayoutScore.Of(Layout(name));

        Assert.True(score.Right >= score.Cells * 0.9, $"{score.Right} of {score.Cells}:\n{string.Join('\n', score.Missed)}");
    }

    [Fact]
    public void Read_AllLayouts_PutsNinetyEightOfAHundredCellsInTheirFields()
    {
        var scores = Assembly.GetExecutingAssembly().GetManifestResourceNames().Select(n =>
            (Name: n, Score: LayoutScore.Of(Layout(n)))).ToList();
        var (right, cells) = (scores.Sum(s => s.Score.Right), scores.Sum(s => s.Score.Cells));
        var missed = string.Join('\n', scores.SelectMany(s => s.Score.Missed.Select(m => $"{s.Name}: {m}")));
        output.WriteLine($"{right} of {cells} cells\n{missed}");

        Assert.True(right >= cells * 0.98, $"{right} of {cells} cells\n{missed}");
    }

    internal static LayoutFile Layout(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return LayoutFile.Parse(name, reader.ReadToEnd());
    }
}
