using InspectionPortal.Web.Features.Deadlines;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Tests.Features.Projects;

public sealed class ProjectReadingTests
{
    private static readonly DateOnly Today = new(2020, 10, 27);

    [Theory]
    [InlineData("30 September 2020", null, ProjectStatus.InProgress, "off-track", "27 days ago")]
    [InlineData("27 October 2020", null, ProjectStatus.InProgress, "on-track", "today")]
    [InlineData("26 October 2020", null, ProjectStatus.InProgress, "off-track", "yesterday")]
    [InlineData("50% by 30 September 2020, 75% by 30 September 2021, 90% by 30 September 2022", null, ProjectStatus.InProgress, "at-risk", "75% is due in 11 months")]
    [InlineData("50% by 30 September 2018, 75% by 30 September 2019", null, ProjectStatus.InProgress, "off-track", "not done")]
    [InlineData("31 December 2020", "31 March 2021", ProjectStatus.InProgress, "at-risk", "later than the deadline")]
    [InlineData("31 December 2020", "1 December 2020", ProjectStatus.InProgress, "on-track", "Nothing is late")]
    [InlineData("10 November 2020", null, ProjectStatus.NotStarted, "at-risk", "has not started")]
    [InlineData("31 December 2020", null, ProjectStatus.NotStarted, "on-track", "in 2 months")]
    public void Of_DatesThatSaySomething_ReadsThem(string deadline, string? forecast, ProjectStatus status, string expected, string why)
    {
        var reading = Read(deadline, forecast, status, rag: null);
        Assert.Equal(expected, reading.Rating?.Code);
        Assert.Contains(why, reading.Why, StringComparison.Ordinal);
        Assert.False(reading.Differs);
    }

    [Theory]
    [InlineData("", ProjectStatus.InProgress, "no deadline")]
    [InlineData("Ongoing", ProjectStatus.InProgress, "no single date")]
    [InlineData("TBC", ProjectStatus.InProgress, "no single date")]
    [InlineData("30 September 2020", ProjectStatus.Stopped, "stopped")]
    [InlineData("30 September 2020", ProjectStatus.DoneAwaitingEvidence, "done")]
    [InlineData("30 September 2020", ProjectStatus.DoneAndEvidenced, "done")]
    public void Of_DatesThatSayNothing_HasNoReading(string deadline, ProjectStatus status, string why)
    {
        var reading = Read(deadline, null, status, "on-track");
        Assert.Null(reading.Rating);
        Assert.Contains(why, reading.Why, StringComparison.Ordinal);
        Assert.False(reading.Differs);
    }

    [Theory]
    [InlineData("30 September 2020", "on-track", true)]
    [InlineData("30 September 2020", "at-risk", true)]
    [InlineData("30 September 2020", "off-track", false)]
    [InlineData("31 December 2021", "off-track", true)]
    [InlineData("31 December 2021", "on-track", false)]
    [InlineData("31 December 2021", null, false)]
    [InlineData("31 December 2021", "a-code-of-an-older-key", false)]
    public void Of_Rating_DiffersOnlyWherePeopleJudgedOtherwise(string deadline, string? rag, bool differs) =>
        Assert.Equal(differs, Read(deadline, null, ProjectStatus.InProgress, rag).Differs);

    [Theory]
    [InlineData(2, "r1")]
    [InlineData(3, "r1")]
    [InlineData(5, "r2")]
    public void Of_KeyOfOtherLength_UsesItsMiddle(int ratings, string middle)
    {
        var key = Enumerable.Range(0, ratings).Select(i => new Rating($"r{i}", $"R{i}", string.Empty, "grey", "circle", i)).ToList();
        var dates = new ProjectDates(DeadlineParser.Parse("31 December 2020"), DeadlineParser.Parse("31 March 2021"), ProjectStatus.InProgress, middle);
        var reading = ProjectReading.Of(dates, key, Today);
        Assert.Equal(middle, reading.Rating?.Code);
        Assert.False(reading.Differs);
    }

    private static ProjectReading Read(string deadline, string? forecast, ProjectStatus status, string? rag) =>
        ProjectReading.Of(new ProjectDates(DeadlineParser.Parse(deadline), DeadlineParser.Parse(forecast), status, rag), RatingKey.Default, Today);
}
