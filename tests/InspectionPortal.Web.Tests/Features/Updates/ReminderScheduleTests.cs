using System.Globalization;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Tests.Features.Updates;

public sealed class ReminderScheduleTests
{
    private static readonly DateOnly Opens = new(2026, 10, 1);
    private static readonly DateOnly Due = new(2026, 10, 30);

    [Theory]
    [InlineData("2026-09-30", null, null)]
    [InlineData("2026-10-01", ReminderReason.Opened, "2026-10-01")]
    [InlineData("2026-10-06", ReminderReason.Opened, "2026-10-01")]
    [InlineData("2026-10-07", null, null)]
    [InlineData("2026-10-22", null, null)]
    [InlineData("2026-10-23", ReminderReason.WeekBefore, "2026-10-23")]
    [InlineData("2026-10-28", ReminderReason.WeekBefore, "2026-10-23")]
    [InlineData("2026-10-29", ReminderReason.DayBefore, "2026-10-29")]
    [InlineData("2026-10-30", ReminderReason.DueDay, "2026-10-30")]
    [InlineData("2026-11-01", ReminderReason.DueDay, "2026-10-30")]
    [InlineData("2026-11-02", ReminderReason.Overdue, "2026-11-02")]
    [InlineData("2026-11-07", ReminderReason.Overdue, "2026-11-02")]
    [InlineData("2026-11-08", null, null)]
    public void At_EachDay_IsTheLastMomentThatIsNotTooLongAgo(string today, ReminderReason? reason, string? day)
    {
        var moment = ReminderSchedule.At(Opens, Due, Day(today));

        Assert.Equal((reason, day is null ? null : Day(day)), (moment?.Reason, moment?.Day));
    }

    [Fact]
    public void At_PeriodOfThreeDays_SaysNothingBeforeItOpens()
    {
        var opens = new DateOnly(2026, 10, 28);

        Assert.Null(ReminderSchedule.At(opens, Due, new DateOnly(2026, 10, 27)));
        Assert.Equal(ReminderReason.Opened, ReminderSchedule.At(opens, Due, opens)!.Value.Reason);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
