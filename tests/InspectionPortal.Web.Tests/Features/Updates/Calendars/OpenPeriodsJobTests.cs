using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Updates.Calendars;

public sealed class OpenPeriodsJobTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private static readonly DateOnly Opens = new(2026, 10, 1);

    [Fact]
    public async Task Job_OnTheOpeningDay_OpensOnceOnTwoNodesAndAsksOnce()
    {
        var (here, plan) = await MakeAsync();

        await portal.OpenPeriodsAsync(Summer(Opens, 7));
        Assert.Empty(await portal.Data.PeriodsAsync(here));
        await Task.WhenAll(portal.OpenPeriodsAsync(Summer(Opens, 9)), portal.OpenPeriodsAsync(Summer(Opens, 9)));
        await portal.OpenPeriodsAsync(Summer(Opens, 10));
        await portal.SendDueRemindersAsync(Summer(Opens, 10));

        var period = Assert.Single(await portal.Data.PeriodsAsync(here));
        Assert.Equal(("July to September 2026", PeriodState.Open, true, plan.Id),
            (period.Title, period.State, period.IsFromCalendar, period.PlanId));
        Assert.Equal(
            (new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30), Opens, new DateOnly(2026, 10, 29), (DateOnly?)null),
            (period.From, period.To, period.OpensOn, period.DueOn, period.MeetingOn));
        Assert.Equal($"{here.Name}: 2 updates to write by Thursday 29 October 2026",
            Assert.Single(await portal.Data.MailToAsync(here.Contributor.Email)).Subject);
        var asked = Assert.Single(await portal.Data.RemindersAsync(here));
        Assert.Equal((here.Contributor.Id, ReminderReason.Opened, Opens, period.Id, 2),
            (asked.UserId, asked.Reason, asked.Day, asked.PeriodId, asked.Items));
    }

    [Fact]
    public async Task Job_CutOffBetweenPeriodAndReminders_LeavesNothingAndDoesBothNextTime()
    {
        var (here, _) = await MakeAsync();
        await AsOwnerAsync(
            "create function fail_here() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$; "
            + "create trigger cut_off before insert on update_reminders for each row execute function fail_here();");
        try
        {
            await portal.OpenPeriodsAsync(Summer(Opens, 9));
            Assert.Empty(await portal.Data.PeriodsAsync(here));
            Assert.Empty(await portal.Data.MailToAsync(here.Contributor.Email));
        }
        finally
        {
            await AsOwnerAsync("drop trigger cut_off on update_reminders; drop function fail_here();");
        }

        await portal.OpenPeriodsAsync(Summer(Opens, 10));

        Assert.Single(await portal.Data.PeriodsAsync(here));
        Assert.Single(await portal.Data.MailToAsync(here.Contributor.Email));
    }

    [Fact]
    public async Task Period_OpenedByTheCalendarTwice_IsRefusedByTheDatabase()
    {
        var (here, plan) = await MakeAsync();
        await portal.OpenPeriodsAsync(Summer(Opens, 9));

        await Assert.ThrowsAsync<DbUpdateException>(
            () => AddPeriodAsync(here, plan, "2026-07-01", "2026-09-30", "Again", isFromCalendar: true));
        await AddPeriodAsync(here, plan, "2026-07-01", "2026-09-30", "By hand");

        Assert.Equal(2, (await portal.Data.PeriodsAsync(here)).Count);
    }

    [Fact]
    public async Task Job_After200DaysOfDowntime_OpensTheLatestOnly()
    {
        var (here, _) = await MakeAsync();
        var today = new DateOnly(2026, 9, 30).AddDays(200);

        await portal.OpenPeriodsAsync(Summer(today, 9));
        await portal.OpenPeriodsAsync(Summer(today.AddDays(1), 9));

        var period = Assert.Single(await portal.Data.PeriodsAsync(here));
        Assert.Equal(
            ("January to March 2027", new DateOnly(2027, 4, 18), new DateOnly(2027, 4, 29)), (period.Title, period.OpensOn, period.DueOn));
        Assert.Equal($"{here.Name}: 2 updates to write by Thursday 29 April 2027",
            (await portal.Data.LastMailToAsync(here.Contributor.Email)).Subject);
    }

    [Fact]
    public async Task Job_AfterTheDueDay_GivesPeopleTimeFromToday()
    {
        var (here, _) = await MakeAsync();

        await portal.OpenPeriodsAsync(Summer(new DateOnly(2027, 4, 26), 9));

        var period = Assert.Single(await portal.Data.PeriodsAsync(here));
        Assert.Equal((new DateOnly(2027, 4, 26), new DateOnly(2027, 5, 24)), (period.OpensOn, period.DueOn));
    }

    [Fact]
    public async Task Job_WhenTheClocksChange_KeepsToTheHoursOfThePlace()
    {
        // The clocks go back on Sunday 25 October 2026; a period that opens 5 days before the end of October opens on the Monday.
        var (here, _) = await MakeAsync(
            c => (c.Kind, c.StartsOn, c.OpensAfterDays) = (ReportingCalendarKind.Months, new DateOnly(2026, 10, 1), -5));
        DateTimeOffset Utc(int day, int hour, int minute) => new(2026, 10, day, hour, minute, 0, TimeSpan.Zero);

        foreach (var at in new[] { Utc(25, 0, 30), Utc(25, 1, 30), Utc(25, 12, 0), Utc(26, 7, 30), Utc(26, 7, 59) })
        {
            await portal.OpenPeriodsAsync(at);
        }

        Assert.Empty(await portal.Data.PeriodsAsync(here));
        await portal.OpenPeriodsAsync(Utc(26, 8, 4));
        var period = Assert.Single(await portal.Data.PeriodsAsync(here));
        Assert.Equal(("October 2026", new DateOnly(2026, 10, 26)), (period.Title, period.OpensOn));
    }

    [Fact]
    public async Task Job_BeforeTheClocksChange_OpensAtEightInSummerTime()
    {
        var (here, _) = await MakeAsync();

        await portal.OpenPeriodsAsync(new DateTimeOffset(2026, 10, 1, 6, 59, 0, TimeSpan.Zero));
        Assert.Empty(await portal.Data.PeriodsAsync(here));
        await portal.OpenPeriodsAsync(new DateTimeOffset(2026, 10, 1, 7, 4, 0, TimeSpan.Zero));

        Assert.Single(await portal.Data.PeriodsAsync(here));
    }

    [Theory]
    [InlineData("2026-07-01", "2026-09-30")]
    [InlineData("2026-04-01", "2026-09-30")]
    [InlineData("2026-09-15", "2026-10-15")]
    public async Task Job_PeriodOpenedByHand_OpensNoOtherForItsDays(string from, string to)
    {
        var (here, plan) = await MakeAsync();
        await AddPeriodAsync(here, plan, from, to, "By hand");

        await portal.OpenPeriodsAsync(Summer(Opens, 9));

        Assert.Equal(["By hand"], (await portal.Data.PeriodsAsync(here)).Select(p => p.Title));
        Assert.Empty(await portal.Data.MailToAsync(here.Contributor.Email));
    }

    [Fact]
    public async Task Job_WhileTheLeadOpensTheSamePeriod_LeavesOne()
    {
        var (here, _) = await MakeAsync();
        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/periods/new")).ShouldBeOk();
        Assert.Equal("July to September 2026", page.Find("[name='Title']").GetAttribute("value"));

        await Task.WhenAll(portal.OpenPeriodsAsync(Summer(Opens, 9)), page.SubmitAsync("main form"), page.SubmitAsync("main form"));
        await portal.OpenPeriodsAsync(Summer(Opens, 10));

        Assert.Equal("July to September 2026", Assert.Single(await portal.Data.PeriodsAsync(here)).Title);
    }

    [Fact]
    public async Task Job_EarlierPeriodStillOpen_OpensBesideIt()
    {
        var (here, plan) = await MakeAsync();
        await AddPeriodAsync(here, plan, "2026-04-01", "2026-06-30", "April to June 2026");

        await portal.OpenPeriodsAsync(Summer(Opens, 9));

        Assert.Equal([PeriodState.Open, PeriodState.Open], (await portal.Data.PeriodsAsync(here)).Select(p => p.State));
    }

    [Fact]
    public async Task Job_TitleTaken_OpensUnderItsDays()
    {
        var (here, plan) = await MakeAsync();
        await AddPeriodAsync(here, plan, "2026-01-01", "2026-03-31", "July to September 2026");

        await portal.OpenPeriodsAsync(Summer(Opens, 9));

        Assert.Equal("1 July to 30 September 2026", (await portal.Data.PeriodsAsync(here))[^1].Title);
    }

    [Fact]
    public async Task Job_CalendarChangedBetween_GoesOnWithTheNewOne()
    {
        var (here, plan) = await MakeAsync();
        await portal.OpenPeriodsAsync(Summer(Opens, 9));
        await portal.Data.SetCalendarAsync(here, plan.Id, c => c.Kind = ReportingCalendarKind.Months);

        await portal.OpenPeriodsAsync(Summer(Opens, 10));
        Assert.Single(await portal.Data.PeriodsAsync(here));
        await portal.OpenPeriodsAsync(Winter(new DateOnly(2026, 11, 2), 9));

        Assert.Equal(["July to September 2026", "October 2026"], (await portal.Data.PeriodsAsync(here)).Select(p => p.Title));
    }

    [Fact]
    public async Task Job_MeetingDates_OpenBeforeEachMeetingUntilThereIsNone()
    {
        var (here, _) = await MakeAsync(c =>
        {
            (c.Kind, c.OpensAfterDays, c.DueAfterDays) = (ReportingCalendarKind.MeetingDates, -28, 14);
            c.MeetingDates = [new(2026, 11, 24), new(2027, 2, 23)];
        });

        foreach (var day in new DateOnly[] { new(2026, 10, 26), new(2026, 10, 27), new(2027, 1, 26), new(2027, 6, 1), new(2028, 6, 1) })
        {
            await portal.OpenPeriodsAsync(Winter(day, 12));
        }

        Assert.Equal(
            [("1 July to 23 November 2026", new DateOnly(2026, 11, 24)), ("24 November 2026 to 22 February 2027",
                new DateOnly(2027, 2, 23))],
            (await portal.Data.PeriodsAsync(here)).Select(p => (p.Title, p.MeetingOn.GetValueOrDefault())));
    }

    [Fact]
    public async Task Job_DemonstrationSuspendedOrOff_OpensNothing()
    {
        var (demonstration, _) = await MakeAsync(partnership: p => p.AsAt = new DateOnly(2026, 10, 27));
        var (suspended, _) = await MakeAsync(partnership: p => p.State = PartnershipState.Suspended);
        var (off, _) = await MakeAsync(c => c.IsOn = false);

        await portal.OpenPeriodsAsync(Summer(Opens, 9));

        Assert.Empty(await portal.Data.PeriodsAsync(demonstration));
        Assert.Empty(await portal.Data.PeriodsAsync(suspended));
        Assert.Empty(await portal.Data.PeriodsAsync(off));
    }

    [Fact]
    public async Task Job_WithoutReminders_OpensAndWritesToNoOne()
    {
        var (here, _) = await MakeAsync(c => c.Reminders = [ReminderReason.DueDay]);

        await portal.OpenPeriodsAsync(Summer(Opens, 9));
        await portal.SendDueRemindersAsync(Summer(Opens, 10));
        Assert.Empty(await portal.Data.MailToAsync(here.Contributor.Email));
        await portal.SendDueRemindersAsync(Winter(new DateOnly(2026, 10, 28), 9));
        Assert.Empty(await portal.Data.MailToAsync(here.Contributor.Email));
        await portal.SendDueRemindersAsync(Winter(new DateOnly(2026, 10, 29), 9));

        Assert.Equal($"{here.Name}: 2 updates due today", Assert.Single(await portal.Data.MailToAsync(here.Contributor.Email)).Subject);
    }

    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync(
        Action<ReportingCalendar>? calendar = null, Action<Partnership>? partnership = null)
    {
        var here = await portal.Data.CreatePartnershipAsync(partnership);
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.Data.SetCalendarAsync(here, plan.Id, calendar);
        return (here, plan);
    }

    private Task<EntityEntry<ReportingPeriod>> AddPeriodAsync(
        TestPartnership here, TestPlan plan, string from, string to, string title, bool isFromCalendar = false) =>
        portal.Data.InTenantAsync(here.Id, d => Task.FromResult(d.Add(new ReportingPeriod
        {
            PlanId = plan.Id,
            Title = title,
            From = Day(from),
            To = Day(to),
            OpensOn = Day(to),
            DueOn = Day(to).AddDays(30),
            IsFromCalendar = isFromCalendar,
        })));

    private async Task AsOwnerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Summer(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 5)), TimeSpan.FromHours(1));

    private static DateTimeOffset Winter(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 5)), TimeSpan.Zero);
}
