using InspectionPortal.Web.Features.Deadlines;
using Xunit;

namespace InspectionPortal.Web.Tests.Features.Deadlines;

public sealed class DeadlineWordsTests
{
    [Theory]
    [InlineData(1, "1 day late")]
    [InlineData(12, "12 days late")]
    [InlineData(1200, "1200 days late")]
    [InlineData(0, "not late")]
    [InlineData(-5, "not late")]
    public void Late_Days_Words(int days, string words) => Assert.Equal(words, DeadlineWords.Late(days));

    [Theory]
    [InlineData(0, "due today")]
    [InlineData(1, "in 1 day")]
    [InlineData(3, "in 3 days")]
    [InlineData(-1, "1 day late")]
    [InlineData(-12, "12 days late")]
    [InlineData(int.MinValue, "2147483648 days late")]
    public void Coming_Days_Words(int days, string words) => Assert.Equal(words, DeadlineWords.Coming(days));

    [Fact]
    public void Distance_AcrossMonths_CountsDays()
    {
        Assert.Equal("in 31 days", DeadlineWords.Distance(new DateOnly(2020, 10, 31), new DateOnly(2020, 9, 30)));
        Assert.Equal("1 day late", DeadlineWords.Distance(new DateOnly(2020, 9, 30), new DateOnly(2020, 10, 1)));
    }

    [Fact]
    public void LongDate_AnyDate_British()
    {
        Assert.Equal("30 September 2020", DeadlineWords.LongDate(new DateOnly(2020, 9, 30)));
        Assert.Equal("1 May 2020", DeadlineWords.LongDate(new DateOnly(2020, 5, 1)));
    }

    [Fact]
    public void ShortDate_AnyDate_NoYear() => Assert.Equal("30 Oct", DeadlineWords.ShortDate(new DateOnly(2020, 10, 30)));
}
