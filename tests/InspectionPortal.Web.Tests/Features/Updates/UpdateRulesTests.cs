using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Features.Updates;

namespace InspectionPortal.Web.Tests.Features.Updates;

public sealed class UpdateRulesTests
{
    private static readonly DateOnly Today = new(2020, 10, 27);

    [Theory]
    [InlineData("31 December 2020", "30 September 2020", true)]
    [InlineData("30 September 2020", "30 September 2020", false)]
    [InlineData("1 August 2020", "30 September 2020", false)]
    [InlineData("December 2020", "30 September 2020", true)]
    [InlineData("ongoing", "30 September 2020", false)]
    [InlineData("to be agreed", "30 September 2020", false)]
    [InlineData("31 December 2020", "ongoing", false)]
    [InlineData("31 December 2020", "50% by 30 September 2020, 75% by 31 March 2021", false)]
    [InlineData("30 April 2021", "50% by 30 September 2020, 75% by 31 March 2021", true)]
    [InlineData("50% by 30 September 2020, 75% by 31 March 2021", "50% by 30 September 2020, 75% by 31 March 2021", false)]
    public void MovesPast_ForecastAndDeadline_LaterThanWhatIsDueNext(string forecast, string deadline, bool moves) =>
        Assert.Equal(moves, UpdateRules.MovesPast(DeadlineParser.Parse(forecast), DeadlineParser.Parse(deadline), Today));

    [Theory]
    [InlineData(ProjectStatus.InProgress, 27)]
    [InlineData(ProjectStatus.NotStarted, 27)]
    [InlineData(ProjectStatus.DoneAwaitingEvidence, 0)]
    [InlineData(ProjectStatus.DoneAndEvidenced, 0)]
    [InlineData(ProjectStatus.Stopped, 0)]
    public void DaysLate_Status_OnlyUnfinishedWorkIsLate(ProjectStatus status, int days) =>
        Assert.Equal(days, DateReading.DaysLate(DeadlineParser.Parse("30 September 2020"), status, Today));
}
