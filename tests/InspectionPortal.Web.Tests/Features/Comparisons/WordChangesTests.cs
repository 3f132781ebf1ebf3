using InspectionPortal.Web.Components.Changes;

namespace InspectionPortal.Web.Tests.Features.Comparisons;

public sealed class WordChangesTests
{
    [Theory]
    [InlineData("Open the hub", "Open the hub", "Open the hub")]
    [InlineData("", "Open the hub", "+Open the hub")]
    [InlineData("Open the hub", "", "-Open the hub")]
    [InlineData("Open the hub by May 2026 for all", "Open the hub by June 2027 for all", "Open the hub by |-May 2026|+June 2027| for all")]
    [InlineData("by 2026 with staff", "by 2026, with staff", "by 2026|- |+, |with staff")]
    public void Between_Texts_JoinsWhatLiesSideBySide(string before, string after, string expected) =>
        Assert.Equal(expected, Text(WordChanges.Between(before, after)));

    [Theory]
    [InlineData("Line one\nLine two", "Line one\nLine 2 <b>bold</b>")]
    [InlineData("a b c d", "d c b a")]
    [InlineData("The same again and again", "Again the same, and again")]
    public void Between_AnyTexts_LoseNothingOfEither(string before, string after)
    {
        var runs = WordChanges.Between(before, after);

        Assert.Equal(before, string.Concat(runs.Where(r => r.Kind != TextRunKind.Added).Select(r => r.Text)));
        Assert.Equal(after, string.Concat(runs.Where(r => r.Kind != TextRunKind.Removed).Select(r => r.Text)));
    }

    [Fact]
    public void Between_TooLong_StandsWhole()
    {
        var before = string.Join(' ', Enumerable.Range(0, 1100));

        Assert.Equal([TextRunKind.Removed, TextRunKind.Added], WordChanges.Between(before, before + " more").Select(r => r.Kind));
    }

    private static string Text(IEnumerable<TextRun> runs) => string.Join(
        '|', runs.Select(r => r.Kind switch { TextRunKind.Removed => "-", TextRunKind.Added => "+", _ => "" } + r.Text));
}
