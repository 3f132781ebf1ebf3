using InspectionPortal.Web.Features.Search;

namespace InspectionPortal.Web.Tests.Features.Search;

/// <summary>How what somebody types is taken apart.</summary>
public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("care leavers", "care|leavers", "", "")]
    [InlineData("\"care leavers\" housing", "housing", "care leavers", "")]
    [InlineData("“care leavers”", "", "care leavers", "")]
    [InlineData("school -nursery", "school", "", "nursery")]
    [InlineData("school -\"early years\"", "school", "", "early years")]
    [InlineData("self-harm", "self-harm", "", "")]
    [InlineData("- alone", "alone", "", "")]
    [InlineData("%:*&|!", "", "", "")]
    [InlineData("\"\"", "", "", "")]
    public void Parse_Text_TakesItApart(string text, string words, string phrases, string without)
    {
        var terms = SearchTerms.Parse(text);

        Assert.Equal((words, phrases, without), (string.Join('|', terms.Words), string.Join('|', terms.Phrases), string.Join('|', terms.Without)));
        Assert.False(terms.IsUnclosed);
    }

    [Theory]
    [InlineData("\"care leavers", "care leavers")]
    [InlineData("-\"care", "")]
    [InlineData("\"", "")]
    public void Parse_OpenQuotationMark_EndsWithTheText(string text, string phrases)
    {
        var terms = SearchTerms.Parse(text);

        Assert.Equal(phrases, string.Join('|', terms.Phrases));
        Assert.True(terms.IsUnclosed);
    }
}
