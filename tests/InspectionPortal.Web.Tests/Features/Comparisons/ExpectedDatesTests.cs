using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting.Comparisons;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Web.Tests.Features.Comparisons;

/// <summary>When a forecast counts as having moved later.</summary>
public sealed class ExpectedDatesTests
{
    private static readonly Guid Id = Guid.NewGuid();
    private static readonly DateOnly September = new(2020, 9, 30);
    private static readonly DateOnly December = new(2020, 12, 31);
    private static readonly DateOnly March = new(2021, 3, 31);

    [Fact]
    public void Slips_ForecastThenSilenceThenTheSameForecast_CountsOnce() => Assert.Equal(
        [false, true, false, false, true],
        Count(Of(September, isAnswered: true), Of(September, true, December), Of(September, false), Of(September, true, December),
            Of(September, true, March)));

    [Fact]
    public void Slips_DeadlineMovedToTheForecast_CountsOnce() => Assert.Equal(
        [false, true, false], Count(Of(September, true), Of(September, true, December), Of(December, true)));

    [Fact]
    public void Slips_EarlierOrWithoutADay_DoesNotCount() => Assert.Equal(
        [false, false, false, true], Count(Of(December, true), Of(September, true), Of(null, true), Of(December, true)));

    [Fact]
    public void Slips_FirstReportThatListsAChange_Counts()
    {
        var slip = new SnapshotSlip(Deadline(September), Deadline(December), "Late start", DateTimeOffset.UnixEpoch);

        Assert.Equal([true], Count(Of(December, true) with { Slips = [slip] }));
    }

    [Fact]
    public void Slips_NoActionNeeded_DoesNotCount() =>
        Assert.Equal([false, false], Count(Of(September, true), Of(December, true) with { NoActionNeeded = "Done elsewhere" }));

    private static List<bool> Count(params SnapshotProject[] reports)
    {
        var expected = new ExpectedDates();
        return [.. reports.Select(expected.Slips)];
    }

    private static SnapshotProject Of(DateOnly? due, bool isAnswered, DateOnly? forecast = null) => new()
    {
        Id = Id,
        Number = "1.1",
        Title = "Project",
        AimText = null,
        Leads = [],
        Deadline = Deadline(due),
        DueBefore = null,
        DaysLate = 0,
        Status = ProjectStatus.InProgress,
        NoActionNeeded = null,
        Rating = null,
        RatingBefore = null,
        Slips = [],
        Update = !isAnswered ? null : new SnapshotUpdate
        {
            Entries = [],
            Status = ProjectStatus.InProgress,
            NoChange = false,
            RatingAccepted = null,
            Forecast = forecast is null ? null : Deadline(forecast),
            SlipReason = null,
        },
    };

    private static SnapshotDeadline Deadline(DateOnly? due) =>
        new(due?.ToString("O") ?? "Ongoing", due is null ? DeadlineKind.Ongoing : DeadlineKind.Date, due);
}
