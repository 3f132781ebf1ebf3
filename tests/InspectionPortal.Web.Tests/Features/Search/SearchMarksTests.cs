using InspectionPortal.Web.Features.Search;

namespace InspectionPortal.Web.Tests.Features.Search;

/// <summary>Which part of a text is shown, and what of it is marked.</summary>
public sealed class SearchMarksTests
{
    [Fact]
    public void Mark_WordInAnyCase_IsMarkedAndNothingIsLost()
    {
        var runs = new SearchMarks(["care", "1.1"]).Mark("Care of care-leavers, 1.1.");

        Assert.Equal(["Care", "care", "1.1"], runs.Where(r => r.IsMarked).Select(r => r.Text));
        Assert.Equal("Care of care-leavers, 1.1.", string.Concat(runs.Select(r => r.Text)));
    }

    [Fact]
    public void Snippet_LongText_ShowsTheWordsInOneLine()
    {
        var text = $"{string.Join(' ', Enumerable.Repeat("before", 100))}\nstable\nhomes {string.Join(' ', Enumerable.Repeat("after", 100))}";

        var line = string.Concat(new SearchMarks(["stable", "homes"]).Snippet(text).Select(r => r.Text));

        Assert.Contains("before stable homes after", line, StringComparison.Ordinal);
        Assert.StartsWith("… ", line, StringComparison.Ordinal);
        Assert.EndsWith(" …", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 150, 230);
    }

    [Theory]
    [InlineData(2000, "")]
    [InlineData(300, "x")]
    public void Snippet_OneEndlessWord_IsCut(int letters, string matched)
    {
        var line = string.Concat(new SearchMarks([matched]).Snippet(new string('x', letters)).Select(r => r.Text));

        Assert.InRange(line.Length, 100, 230);
    }

    [Fact]
    public void Candidates_Texts_AreTheWordsThatBeginAlike()
    {
        var terms = SearchTerms.Parse("Homes \"care plan\"");

        Assert.Equal(["home", "caring", "homely"], SearchMarks.Candidates(terms, ["A home for caring", "Home, homely. Other"]));
    }
}
