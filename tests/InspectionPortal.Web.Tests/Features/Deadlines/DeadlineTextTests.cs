using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Tests.Features.Deadlines;

public sealed class DeadlineTextTests
{
    [Theory]
    [InlineData(1, "1 day late")]
    [InlineData(12, "12 days late")]
    [InlineData(1200, "1200 days late")]
    [InlineData(0, "not late")]
    [InlineData(-5, "not late")]
    public void Late_Days_Words(int days, string words) => Assert.Equal(words, DeadlineText.Late(days));

    [Theory]
    [InlineData(0, "due today")]
    [InlineData(1, "in 1 day")]
    [InlineData(3, "in 3 days")]
    [InlineData(-1, "1 day late")]
    [InlineData(-12, "12 days late")]
    [InlineData(int.MinValue, "2147483648 days late")]
    public void Coming_Days_Words(int days, string words) => Assert.Equal(words, DeadlineText.Coming(days));

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("Next week")]
    [InlineData("by next Friday")]
    [InlineData("this month")]
    public void Understood_CountedFromTheDayOfWriting_AsksForTheDate(string words)
    {
        var deadline = DeadlineParser.Parse(words);
        Assert.Equal((DeadlineKind.Unclear, words), (deadline.Kind, deadline.Text));
        Assert.Contains("counts from the day it was written", DeadlineEntry.Understood(deadline), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("within one month of completion of the review")]
    [InlineData("over the next 18 months")]
    [InlineData("the week after next year's report")]
    public void Understood_CountedFromAnEvent_DependsOnIt(string words) =>
        Assert.Contains("depends on something else", DeadlineEntry.Understood(DeadlineParser.Parse(words)), StringComparison.Ordinal);

    [Fact]
    public void Distance_AcrossMonths_CountsDays()
    {
        Assert.Equal("in 31 days", DeadlineText.Distance(new DateOnly(2020, 10, 31), new DateOnly(2020, 9, 30)));
        Assert.Equal("1 day late", DeadlineText.Distance(new DateOnly(2020, 9, 30), new DateOnly(2020, 10, 1)));
    }

    [Fact]
    public void LongDate_AnyDate_British()
    {
        Assert.Equal("30 September 2020", DateFormat.Full(new DateOnly(2020, 9, 30)));
        Assert.Equal("1 May 2020", DateFormat.Full(new DateOnly(2020, 5, 1)));
    }

    [Fact]
    public void ShortDate_AnyDate_NoYear() => Assert.Equal("30 Oct", DateFormat.Brief(new DateOnly(2020, 10, 30)));
}
