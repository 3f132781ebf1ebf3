using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Tests.Features.Projects;

public sealed class ProjectReadingTests
{
    private static readonly DateOnly Today = new(2020, 10, 27);

    [Theory]
    [InlineData("30 September 2020", null, ProjectStatus.InProgress, "off-track", "27 days ago")]
    [InlineData("27 October 2020", null, ProjectStatus.InProgress, "at-risk", "due today and is not done")]
    [InlineData("26 October 2020", null, ProjectStatus.InProgress, "off-track", "yesterday")]
    [InlineData("50% by 30 September 2020, 75% by 30 September 2021, 90% by 30 September 2022", null, ProjectStatus.InProgress, "at-risk", "75% is due in 11 months")]
    [InlineData("50% by 30 September 2018, 75% by 30 September 2019", null, ProjectStatus.InProgress, "off-track", "not done")]
    [InlineData("31 December 2020", "31 March 2021", ProjectStatus.InProgress, "at-risk", "later than the deadline")]
    [InlineData("31 December 2020", "1 December 2020", ProjectStatus.InProgress, "on-track", "The deadline is not past")]
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

    [Theory]
    [InlineData("on-track", SignalKind.GettingWorse, "at-risk", true, true)]
    [InlineData("on-track", SignalKind.Missed, "off-track", true, true)]
    [InlineData("on-track", SignalKind.LateMilestone, "at-risk", true, true)]
    [InlineData("on-track", SignalKind.AtRisk, "at-risk", true, false)]
    [InlineData("on-track", SignalKind.Improving, "on-track", false, false)]
    [InlineData("on-track", SignalKind.Changing, "on-track", false, false)]
    [InlineData("off-track", SignalKind.Improving, "on-track", true, true)]
    [InlineData("off-track", SignalKind.Missed, "off-track", false, false)]
    [InlineData("at-risk", SignalKind.GettingWorse, "at-risk", false, false)]
    [InlineData(null, SignalKind.GettingWorse, "at-risk", false, false)]
    public void Of_Signals_AreHeardBesideTheDates(string? rag, SignalKind kind, string expected, bool differs, bool disagrees)
    {
        var signal = new MeasureSignal(Guid.NewGuid(), "Seen in time", kind, "What the figures say.", Today, IsFinal: true);
        var reading = Read("31 December 2021", ProjectStatus.InProgress, rag, signal);
        Assert.Equal((expected, differs, disagrees), (reading.Rating?.Code, reading.Differs, reading.Disagrees));
        Assert.Equal(kind != SignalKind.Changing && kind != SignalKind.Improving, reading.Why.Contains("Seen in time: what the figures say.", StringComparison.Ordinal) && kind != SignalKind.Improving);
        Assert.Equal(Today, reading.FiguresTo);
    }

    [Fact]
    public void Of_TargetMissedWithOneToCome_IsTheMiddle() => Assert.Equal(
        "at-risk", Read("", ProjectStatus.InProgress, null, new MeasureSignal(Guid.NewGuid(), "Seen", SignalKind.Missed, "Missed.", Today)).Rating?.Code);

    [Fact]
    public void Of_StoppedWork_HearsNoSignal()
    {
        var reading = Read("31 December 2021", ProjectStatus.Stopped, "on-track", new MeasureSignal(Guid.NewGuid(), "Seen", SignalKind.GettingWorse, "Worse.", Today));
        Assert.Null(reading.Rating);
        Assert.Empty(reading.Signals);
        Assert.False(reading.Disagrees);
    }

    [Theory]
    [InlineData("on-track", true)]
    [InlineData("at-risk", false)]
    public void Of_LateWorkRatedBest_Disagrees(string rag, bool disagrees) => Assert.Equal(disagrees, Read("30 September 2020", null, ProjectStatus.InProgress, rag).Disagrees);

    private static ProjectReading Read(string deadline, ProjectStatus status, string? rag, MeasureSignal signal) =>
        ProjectReading.Of(new ProjectDates(DeadlineParser.Parse(deadline), Deadline.None, status, rag), [signal], RatingKey.Default, Today);

    private static ProjectReading Read(string deadline, string? forecast, ProjectStatus status, string? rag) =>
        ProjectReading.Of(new ProjectDates(DeadlineParser.Parse(deadline), DeadlineParser.Parse(forecast), status, rag), RatingKey.Default, Today);
}
