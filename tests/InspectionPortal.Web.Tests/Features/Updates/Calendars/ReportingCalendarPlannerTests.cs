using System.Globalization;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Tests.Features.Updates.Calendars;

/// <summary>Every expected day was found in a printed calendar, not computed.</summary>
public sealed class ReportingCalendarPlannerTests
{
    [Fact]
    public void From_CalendarQuartersInScotland_MoveOverTheNewYear() => Assert.Equal(
        [
            "July to September 2026: 2026-07-01 2026-09-30, 2026-10-01 2026-10-29 -",
            "October to December 2026: 2026-10-01 2026-12-31, 2027-01-05 2027-02-02 -",
            "January to March 2027: 2027-01-01 2027-03-31, 2027-04-01 2027-04-29 -",
            "April to June 2027: 2027-04-01 2027-06-30, 2027-07-01 2027-07-29 -",
        ],
        First(4, Calendar(ReportingCalendarKind.CalendarQuarters, "2026-07-01", BankHolidayRegion.Scotland)));

    [Fact]
    public void From_CalendarQuartersInEngland_HaveNoSecondOfJanuary() => Assert.Equal(
        "October to December 2026: 2026-10-01 2026-12-31, 2027-01-04 2027-02-01 -",
        First(1, Calendar(ReportingCalendarKind.CalendarQuarters, "2026-10-01"))[0]);

    [Fact]
    public void From_FinancialQuarters_AreNumberedFromApril() => Assert.Equal(
        [
            "July to September 2026 (quarter 2 of 2026 to 2027)", "October to December 2026 (quarter 3 of 2026 to 2027)",
            "January to March 2027 (quarter 4 of 2026 to 2027)", "April to June 2027 (quarter 1 of 2027 to 2028)",
        ],
        new ReportingCalendarPlanner(Calendar(ReportingCalendarKind.FinancialQuarters, "2026-07-01")).From(Day("2026-07-01")).Take(4)
            .Select(p => p.Title));

    [Fact]
    public void From_MonthsOverALeapDay_EndOnThe29th()
    {
        var calendar = Calendar(ReportingCalendarKind.Months, "2028-01-01", BankHolidayRegion.NorthernIreland);
        (calendar.DueAfterDays, calendar.DueInWorkingDays) = (13, true);

        Assert.Equal(
            [
                // 1 February 2028 is a Tuesday; 1 March is a Wednesday, and the 17th is St Patrick's Day.
                "January 2028: 2028-01-01 2028-01-31, 2028-02-01 2028-02-18 -",
                "February 2028: 2028-02-01 2028-02-29, 2028-03-01 2028-03-21 -",
                "March 2028: 2028-03-01 2028-03-31, 2028-04-03 2028-04-24 -",
            ],
            First(3, calendar));
    }

    [Fact]
    public void From_FebruaryOfAnOrdinaryYear_EndsOnThe28th() => Assert.StartsWith(
        "February 2027: 2027-02-01 2027-02-28, 2027-03-01 ", First(1, Calendar(ReportingCalendarKind.Months, "2027-02-01"))[0],
            StringComparison.Ordinal);

    [Theory]
    // Christmas Day on a Friday, on a Saturday and on a Sunday: the substitute days follow Boxing Day.
    [InlineData("2026-11-01", "2026-12-29")]
    [InlineData("2027-11-01", "2027-12-29")]
    [InlineData("2022-11-01", "2022-12-28")]
    // On a Thursday, with Boxing Day on the Friday.
    [InlineData("2025-11-01", "2025-12-29")]
    public void From_DueOnChristmasDay_MovesBehindTheHolidays(string starts, string due)
    {
        var calendar = Calendar(ReportingCalendarKind.Months, starts);
        calendar.DueAfterDays = 24;
        var opens = new DateOnly(Day(starts).Year, 12, 1);

        var period = new ReportingCalendarPlanner(calendar).From(Day(starts)).First();

        Assert.Equal((opens, Day(due)), (period.OpensOn, period.DueOn));
    }

    [Fact]
    public void From_OpeningBeforeTheEnd_CountsBackFromTheLastDay()
    {
        var calendar = Calendar(ReportingCalendarKind.Months, "2026-12-01");
        (calendar.OpensAfterDays, calendar.DueAfterDays) = (-5, 7);

        // 26 December 2026 is a Saturday, and Monday the 28th is the substitute for it.
        Assert.Equal("December 2026: 2026-12-01 2026-12-31, 2026-12-29 2027-01-05 -", First(1, calendar)[0]);
    }

    [Theory]
    [InlineData(BankHolidayRegion.Jersey, "2025-04-01", "2025-05-12")]
    [InlineData(BankHolidayRegion.EnglandAndWales, "2025-04-01", "2025-05-09")]
    [InlineData(BankHolidayRegion.Jersey, "2026-04-01", "2026-05-11")]
    [InlineData(BankHolidayRegion.Jersey, "2027-04-01", "2027-05-10")]
    public void From_OpeningOnLiberationDay_MovesInJerseyOnly(BankHolidayRegion region, string starts, string opens)
    {
        var calendar = Calendar(ReportingCalendarKind.Months, starts, region);
        calendar.OpensAfterDays = 9;

        Assert.Equal(Day(opens), new ReportingCalendarPlanner(calendar).From(Day(starts)).First().OpensOn);
    }

    [Fact]
    public void From_MeetingDates_LastFromOneMeetingToTheDayBeforeTheNext() => Assert.Equal(
        [
            "1 September to 23 November 2026: 2026-09-01 2026-11-23, 2026-10-27 2026-11-10 2026-11-24",
            "24 November 2026 to 22 February 2027: 2026-11-24 2027-02-22, 2027-01-26 2027-02-09 2027-02-23",
        ],
        First(9, Meetings("2026-09-01", "2027-02-23", "2026-11-24", "2026-09-01")));

    [Fact]
    public void From_MeetingOnASunday_StaysAsEntered() =>
        Assert.EndsWith(" 2026-11-22", First(1, Meetings("2026-09-01", "2026-11-22"))[0], StringComparison.Ordinal);

    [Fact]
    public void From_ComputedMeetingOnAWeekend_Moves()
    {
        var calendar = Calendar(ReportingCalendarKind.CalendarQuarters, "2026-07-01");
        calendar.MeetingAfterDays = 16;

        // 29 October 2026 and 16 days is Saturday 14 November.
        Assert.EndsWith(" 2026-10-29 2026-11-16", First(1, calendar)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void From_StartWithinAQuarter_CutsTheFirstOnly() => Assert.Equal(
        [
            "15 November to 31 December 2026: 2026-11-15 2026-12-31, 2027-01-04 2027-02-01 -",
            "January to March 2027: 2027-01-01 2027-03-31, 2027-04-01 2027-04-29 -",
        ],
        First(2, Calendar(ReportingCalendarKind.CalendarQuarters, "2026-11-15")));

    [Theory]
    [InlineData("2026-09-30", null, "July to September 2026")]
    [InlineData("2026-10-01", "July to September 2026", "October to December 2026")]
    [InlineData("2027-01-03", "July to September 2026", "October to December 2026")]
    [InlineData("2027-01-04", "October to December 2026", "January to March 2027")]
    [InlineData("2031-06-30", "January to March 2031", "April to June 2031")]
    public void LatestAndNext_OnADay_AreBeforeAndAfterIt(string today, string? latest, string? next)
    {
        var planner = new ReportingCalendarPlanner(Calendar(ReportingCalendarKind.CalendarQuarters, "2026-07-01"));

        Assert.Equal((latest, next), (planner.Latest(Day(today))?.Title, planner.Next(Day(today))?.Title));
    }

    [Fact]
    public void LatestAndNext_AfterTheLastMeeting_HaveNoNext()
    {
        var planner = new ReportingCalendarPlanner(Meetings("2026-09-01", "2026-11-24"));

        Assert.Equal(("1 September to 23 November 2026", null), (planner.Latest(Day("2026-11-30"))?.Title, planner.Next(Day("2026-11-30"))?.Title));
    }

    [Theory]
    // On time, a week late, so late that six days are left, and after the due day.
    [InlineData("2026-10-01", "2026-10-01", "2026-10-29", "2026-11-10")]
    [InlineData("2026-10-22", "2026-10-22", "2026-10-29", "2026-11-10")]
    [InlineData("2026-10-23", "2026-10-23", "2026-11-20", "2026-12-02")]
    [InlineData("2026-12-01", "2026-12-01", "2026-12-29", "2027-01-11")]
    public void OpenedOn_Late_LeavesAWeekToAnswer(string today, string opens, string due, string meeting)
    {
        var calendar = Calendar(ReportingCalendarKind.CalendarQuarters, "2026-07-01");
        calendar.MeetingAfterDays = 12;
        var planner = new ReportingCalendarPlanner(calendar);

        var opened = planner.OpenedOn(planner.From(Day("2026-07-01")).First(), Day(today));

        Assert.Equal((Day(opens), Day(due), (DateOnly?)Day(meeting)), (opened.OpensOn, opened.DueOn, opened.MeetingOn));
    }

    [Fact]
    public void OpenedOn_AfterTheMeeting_HasNoMeeting()
    {
        var planner = new ReportingCalendarPlanner(Meetings("2026-09-01", "2026-11-24"));

        var opened = planner.OpenedOn(planner.From(Day("2026-09-01")).First(), Day("2026-11-23"));

        Assert.Equal((Day("2026-12-07"), (DateOnly?)null), (opened.DueOn, opened.MeetingOn));
    }

    [Fact]
    public void FindProblem_DueAfterTheMeeting_NamesIt()
    {
        var calendar = Meetings("2026-09-01", "2026-11-24", "2027-02-23");
        calendar.DueAfterDays = 40;

        var found = new ReportingCalendarPlanner(calendar).FindProblem(Day("2026-12-01"));

        Assert.Equal((CalendarProblem.DueAfterMeeting, "24 November 2026 to 22 February 2027"), (found?.Problem, found?.Period.Title));
        Assert.Null(new ReportingCalendarPlanner(Meetings("2026-09-01", "2026-11-24")).FindProblem(Day("2026-09-01")));
    }

    [Fact]
    public void FindProblem_DueBeforeThePeriod_NamesIt()
    {
        var calendar = Calendar(ReportingCalendarKind.Months, "2026-07-01");
        (calendar.OpensAfterDays, calendar.DueAfterDays) = (-60, 7);

        Assert.Equal(CalendarProblem.DueBeforePeriod, new ReportingCalendarPlanner(calendar).FindProblem(Day("2026-07-01"))?.Problem);
    }

    [Theory]
    [InlineData("2026-09-30", CalendarOpeningState.NotYet, null)]
    [InlineData("2026-10-01", CalendarOpeningState.Due, "July to September 2026")]
    [InlineData("2027-04-19", CalendarOpeningState.Due, "January to March 2027")]
    public void Opening_WithoutPeriods_IsTheLatestOnly(string today, CalendarOpeningState state, string? title)
    {
        var opening = CalendarOpening.At(Calendar(ReportingCalendarKind.CalendarQuarters, "2026-07-01"), [], Day(today));

        Assert.Equal((state, title), (opening.State, opening.Period?.Title));
    }

    [Theory]
    [InlineData("2026-07-01", "2026-09-30", CalendarOpeningState.Opened)]
    [InlineData("2026-04-01", "2026-12-31", CalendarOpeningState.Opened)]
    [InlineData("2026-07-02", "2026-09-30", CalendarOpeningState.Overlapping)]
    [InlineData("2026-09-30", "2026-10-31", CalendarOpeningState.Overlapping)]
    [InlineData("2026-10-01", "2026-12-31", CalendarOpeningState.Due)]
    [InlineData("2026-04-01", "2026-06-30", CalendarOpeningState.Due)]
    public void Opening_WithAPeriodOpenedByHand_NeverAsksTwiceForADay(string from, string to, CalendarOpeningState state) => Assert.Equal(
        state,
        CalendarOpening.At(Calendar(ReportingCalendarKind.CalendarQuarters,
            "2026-07-01"), [new PeriodDays("By hand", Day(from), Day(to))], Day("2026-10-05")).State);

    [Fact]
    public void Opening_WhereTheCalendarIsOff_OpensNothing()
    {
        var calendar = Calendar(ReportingCalendarKind.CalendarQuarters, "2026-07-01");
        calendar.IsOn = false;

        Assert.Equal(CalendarOpeningState.Off, CalendarOpening.At(calendar, [], Day("2026-10-05")).State);
    }

    [Fact]
    public void TitleFor_TitleThatIsTaken_SaysTheDays()
    {
        var period = new ReportingCalendarPlanner(Calendar(ReportingCalendarKind.CalendarQuarters, "2026-07-01")).From(Day("2026-07-01"))
            .First();
        PeriodDays Titled(string title) => new(title, Day("2020-01-01"), Day("2020-03-31"));

        Assert.Equal("July to September 2026", CalendarOpening.TitleFor(period, []));
        Assert.Equal("1 July to 30 September 2026", CalendarOpening.TitleFor(period, [Titled("July to September 2026")]));
        Assert.Equal(
            "1 July to 30 September 2026 (2)", CalendarOpening.TitleFor(period, [Titled("July to September 2026"), Titled("1 July to 30 September 2026")]));
    }

    private static ReportingCalendar Calendar(
        ReportingCalendarKind kind, string starts, BankHolidayRegion region = BankHolidayRegion.EnglandAndWales) =>
        new() { Kind = kind, StartsOn = Day(starts), Region = region, DueAfterDays = 28 };

    private static ReportingCalendar Meetings(string starts, params string[] meetings) => new()
    {
        Kind = ReportingCalendarKind.MeetingDates,
        StartsOn = Day(starts),
        OpensAfterDays = -28,
        DueAfterDays = 14,
        MeetingDates = [.. meetings.Select(Day)],
    };

    private static List<string> First(int count, ReportingCalendar calendar) =>
    [
        .. new ReportingCalendarPlanner(calendar).From(calendar.StartsOn).Take(count).Select(p =>
            $"{p.Title}: {p.From:yyyy-MM-dd} {p.To:yyyy-MM-dd}, {p.OpensOn:yyyy-MM-dd} {p.DueOn:yyyy-MM-dd} {p.MeetingOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"}"),
    ];

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
