using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Tests.Infrastructure;

public sealed class EnglishTextTests
{
    [Theory]
    [InlineData("Short", 10, "Short")]
    [InlineData("On\ntwo  lines", 20, "On two lines")]
    [InlineData("Families are heard, and answered", 20, "Families are heard…")]
    [InlineData("Incomprehensibilities", 10, "Incompreh…")]
    [InlineData("12345678\U0001F600x", 10, "12345678…")]
    public void Cut_AnyText_IsOneLineWithinTheLength(string text, int length, string expected)
    {
        Assert.Equal(expected, EnglishText.Cut(text, length));
        Assert.True(expected.Length <= length);
    }

    [Theory]
    [InlineData("1", "Every child is safe", "1. Every child is safe")]
    [InlineData("1.", "Every child is safe", "1. Every child is safe")]
    [InlineData("1", "1. Every child is safe", "1. Every child is safe")]
    [InlineData("1", "10 children are safe", "1. 10 children are safe")]
    [InlineData("", "Every child is safe", "Every child is safe")]
    [InlineData(null, "Every child is safe", "Every child is safe")]
    public void Numbered_AnyNumber_SaysItOnce(string? number, string text, string expected) => Assert.Equal(expected, EnglishText.Numbered(number, text));

    [Fact]
    public void CutKeepingLines_LongText_KeepsLinesAndLength() =>
        Assert.Equal("One\ntwo,…", EnglishText.CutKeepingLines("One\ntwo, three four", 13));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab\U0001F600", 3, "ab")]
    public void Truncate_AnyText_HasNoMarkAndNoHalfPair(string text, int length, string expected) =>
        Assert.Equal(expected, EnglishText.Truncate(text, length));
}
