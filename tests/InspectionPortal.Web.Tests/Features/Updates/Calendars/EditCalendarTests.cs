using System.Net;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Updates.Calendars;

public sealed class EditCalendarTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    /// <summary>After a change the page has the form that undoes it, too.</summary>
    private const string Form = "main form:not(.p-done__undo)";

    [Fact]
    public async Task Get_NoCalendar_SaysSoAndSuggestsOne()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);

        var list = (await client.GetPageAsync($"/{here.Slug}/periods")).ShouldBeOk();
        Assert.Contains("No calendar is set. Periods are opened by hand. Set a calendar", list.Text, StringComparison.Ordinal);
        Assert.EndsWith($"/periods/calendar/{plan.Id}", list.Find(".p-calendars a").GetAttribute("href"), StringComparison.Ordinal);

        var page = (await client.GetPageAsync(Address(here, plan))).ShouldBeOk();
        Assert.Contains("No reporting calendar is set, so periods are opened by hand.", page.Text, StringComparison.Ordinal);
        var values = new[] { "StartsOn", "OpensDays", "DueDays", "MeetingDays" }.Select(n => page.Find($"[name='{n}']").GetAttribute("value") ?? "");
        Assert.Equal(["1 October 2020", "1", "28", ""], values);
        Assert.Equal("Scotland", page.Find("[name='Region'] option[selected]").GetAttribute("value"));
        Assert.Equal(6, page.Document.QuerySelectorAll("[name='Reminders'][checked]").Length);
    }

    [Fact]
    public async Task Post_Preview_ShowsTheNextFourPeriodsAndSavesNothing()
    {
        var (here, plan) = await MakeAsync();
        var page = await portal.ClientFor(here.Lead).GetPageAsync(Address(here, plan));

        var shown = (await page.SubmitAsync(Form, ("More", "preview"), ("StartsOn", "1 July 2100"), ("MeetingDays", "12"))).ShouldBeOk();

        // 1 October 2100 is a Friday; 12 days after Friday 29 October is Wednesday 10 November. 1 to 3 January 2101 are Saturday to Monday,
        // and the
        // holidays of the 1st and 2nd move to Monday and Tuesday.
        Assert.Equal(
            [
                "July to September 2100 Opens Friday 1 October 2100, updates due Friday 29 October 2100, chief officers meet Wednesday 10 November 2100.",
                "October to December 2100 Opens Wednesday 5 January 2101, updates due Wednesday 2 February 2101, chief officers meet Monday 14 February 2101.",
                "January to March 2101 Opens Friday 1 April 2101, updates due Friday 29 April 2101, chief officers meet Wednesday 11 May 2101.",
                "April to June 2101 Opens Friday 1 July 2101, updates due Friday 29 July 2101, chief officers meet Wednesday 10 August 2101.",
            ],
            Rows(shown));
        Assert.Equal("1 July 2100", shown.Find("[name='StartsOn']").GetAttribute("value"));
        Assert.Null(await CalendarAsync(here));
    }

    [Fact]
    public async Task Post_Valid_SavesAndTheListSaysWhatComesNext()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var page = await client.GetPageAsync(Address(here, plan));
        var fields = new (string,
            string?)[] { ("StartsOn", "1 July 2100"), ("Kind", "FinancialQuarters"), ("DueDays", "20"), ("DueCount", "WorkingDays"), ("Reminders", "DueDay") };

        var sent = await page.SubmitAsync(Form, fields);
        var again = await page.SubmitAsync(Form, fields);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (sent.Status, again.Status));
        var list = await client.FollowAsync(sent);
        Assert.Contains("Reporting calendar saved", list.Html, StringComparison.Ordinal);
        Assert.Contains(
            "Quarters of the financial year, April to March. July to September 2100 (quarter 2 of 2100 to 2101) opens on Friday 1 October 2100. "
            + "Updates are due on Friday 29 October 2100. Change the calendar",
            list.Text, StringComparison.Ordinal);
        var stored = await CalendarAsync(here);
        Assert.Equal((ReportingCalendarKind.FinancialQuarters, 20, true, true),
            (stored!.Kind, stored.DueAfterDays, stored.DueInWorkingDays, stored.IsOn));
        Assert.Equal([ReminderReason.DueDay], stored.Reminders);
    }

    [Fact]
    public async Task Post_MeetingDates_AreSortedAndKept()
    {
        var (here, plan) = await MakeAsync();
        var page = await portal.ClientFor(here.Lead).GetPageAsync(Address(here, plan));

        var sent = await page.SubmitAsync(
            Form,
                ("Kind", "MeetingDates"), ("StartsOn", "1 July 2100"), ("MeetingDates", "23 February 2101\r\n24/11/2100\r\n"), ("OpensDays", "28"), ("OpensWhen", "Before"), ("DueDays", "14"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var stored = await CalendarAsync(here);
        Assert.Equal([new DateOnly(2100, 11, 24), new DateOnly(2101, 2, 23)], stored!.MeetingDates);
        Assert.Equal((-28, 14, (int?)null), (stored.OpensAfterDays, stored.DueAfterDays, stored.MeetingAfterDays));
    }

    [Theory]
    [InlineData("Kind", null, "Choose which periods you report on")]
    [InlineData("Kind", "Fortnights", "Choose or enter a value from the form")]
    [InlineData("StartsOn", "31 February 2100", "Enter the first day that the calendar covers, like 1 October 2026")]
    [InlineData("OpensDays", "soon", "Enter when a period opens as a number of days from 0 to 90")]
    [InlineData("OpensDays", "-1", "Enter when a period opens as a number of days from 0 to 90")]
    [InlineData("OpensDays", "91", "Enter when a period opens as a number of days from 0 to 90")]
    [InlineData("OpensWhen", null, "Choose whether a period opens after or before that day")]
    [InlineData("DueDays", "0", "Enter how long people have as a number of days from 1 to 90")]
    [InlineData("DueDays", "1.5", "Enter how long people have as a number of days from 1 to 90")]
    [InlineData("DueCount", null, "Choose which days count")]
    [InlineData("MeetingDays", "x", "Enter when the chief officers meet as a number of days from 0 to 90, or leave it empty")]
    [InlineData("Region", "", "Choose whose bank holidays count")]
    [InlineData("Reminders", "ByLead", "Choose reminders from the list")]
    public async Task Post_WrongField_SaysHowToPutItRight(string field, string? value, string message)
    {
        var (here, plan) = await MakeAsync();
        var page = await portal.ClientFor(here.Lead).GetPageAsync(Address(here, plan));

        var sent = await page.SubmitAsync(Form, (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Equal([message], sent.Errors);
        Assert.NotNull(sent.Document.QuerySelector(sent.Find(".govuk-error-summary a").GetAttribute("href")!));
        Assert.Null(await CalendarAsync(here));
    }

    [Theory]
    [InlineData("", "28", "Before", "Enter the dates of the meetings, one on each line")]
    [InlineData("24 November 2100\n24/11/2100", "28", "Before", "Enter each meeting once")]
    [InlineData("24 November 2100\nin spring", "28", "Before", "Enter each meeting as a real date on its own line, like 24 November 2026")]
    [InlineData("24 November 2099", "28", "Before", "Enter a meeting that is after the first day that the calendar covers")]
    [InlineData("24 November 2100", "28", "After", "Choose “Before” and at least 1 day: updates must open before the meeting")]
    [InlineData("24 November 2100", "0", "Before", "Choose “Before” and at least 1 day: updates must open before the meeting")]
    [InlineData("24 November 2100", "7", "Before", "Open earlier or give fewer days: updates would be due on Wednesday 15 December 2100, after the meeting on Wednesday 24 November 2100")]
    public async Task Post_WrongMeetings_SaysHowToPutItRight(string meetings, string days, string side, string message)
    {
        var (here, plan) = await MakeAsync();
        var page = await portal.ClientFor(here.Lead).GetPageAsync(Address(here, plan));

        var sent = await page.SubmitAsync(
            Form,
                ("Kind", "MeetingDates"), ("StartsOn", "1 July 2100"), ("MeetingDates", meetings), ("OpensDays", days), ("OpensWhen",
                    side));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (sent.Status, Assert.Single(sent.Errors)));
    }

    [Fact]
    public async Task Post_OverANewerVersion_LosesNeither()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.SetCalendarAsync(here, plan.Id, c => c.StartsOn = new DateOnly(2100, 7, 1));
        var client = portal.ClientFor(here.Lead);
        var (mine, theirs) = (await client.GetPageAsync(Address(here, plan)), await client.GetPageAsync(Address(here, plan)));
        Assert.Equal(HttpStatusCode.Redirect, (await theirs.SubmitAsync(Form, ("DueDays", "21"))).Status);

        var conflict = await mine.SubmitAsync(Form, ("DueDays", "35"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("35", conflict.Find("[name='DueDays']").GetAttribute("value"));
        Assert.Equal(21, (await CalendarAsync(here))!.DueAfterDays);
        Assert.Equal(HttpStatusCode.Redirect, (await conflict.SubmitAsync(Form)).Status);
        Assert.Equal(35, (await CalendarAsync(here))!.DueAfterDays);
    }

    [Fact]
    public async Task Post_FirstCalendarTwiceAtOnce_IsOne()
    {
        var (here, plan) = await MakeAsync();
        var page = await portal.ClientFor(here.Lead).GetPageAsync(Address(here, plan));

        var sent = await Task.WhenAll(page.SubmitAsync(Form), page.SubmitAsync(Form));

        Assert.All(sent, s => Assert.Equal(HttpStatusCode.Redirect, s.Status));
        Assert.NotNull(await CalendarAsync(here));
    }

    [Fact]
    public async Task Post_TurnedOff_KeepsTheAnswersAndSaysSo()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.SetCalendarAsync(here, plan.Id);
        var client = portal.ClientFor(here.Lead);

        var sent = await (await client.GetPageAsync(Address(here, plan))).SubmitAsync(Form, ("IsOn", "false"));

        var list = await client.FollowAsync(sent);
        Assert.Contains("The calendar is off. Periods are opened by hand.", list.Text, StringComparison.Ordinal);
        Assert.Equal((false, 28), ((await CalendarAsync(here)) is { } stored) ? (stored.IsOn, stored.DueAfterDays) : default);
    }

    [Fact]
    public async Task Get_ByOthers_IsClosed()
    {
        var (here, plan) = await MakeAsync();
        var (_, theirs) = await MakeAsync();
        foreach (var person in new[] { here.Contributor, here.Chief, here.Reader })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(person).GetPageAsync(Address(here, plan))).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(here.Lead).GetPageAsync(Address(here, theirs))).Status);
    }

    [Fact]
    public async Task GetNewPeriod_WithACalendar_IsFilledInFromIt()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.SetCalendarAsync(here, plan.Id, c =>
            (c.Kind, c.StartsOn, c.MeetingAfterDays) = (ReportingCalendarKind.Months, new DateOnly(2100, 12, 1), 14));

        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/periods/new")).ShouldBeOk();

        var values = new[] { "Title", "From", "To", "OpensOn", "DueOn", "MeetingOn" }.Select(n => page.Find($"[name='{n}']").GetAttribute("value") ?? "");
        Assert.Equal(["December 2100", "1 December 2100", "31 December 2100", "5 January 2101", "2 February 2101", "16 February 2101"],
            values);
        Assert.Contains("The dates are those of the next period in the reporting calendar.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetPeriods_OverlappingPeriod_SaysWhyNoneOpened()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.SetCalendarAsync(here, plan.Id, c => c.StartsOn = new DateOnly(2020, 1, 1));
        await portal.Data.InTenantAsync(here.Id, d => Task.FromResult(d.Add(new ReportingPeriod
        {
            PlanId = plan.Id,
            Title = "A long one",
            From = new DateOnly(2020, 10, 2),
            To = new DateOnly(2199, 12, 31),
            OpensOn = new DateOnly(2020, 1, 1),
            DueOn = new DateOnly(2199, 12, 31),
        })));
        var client = portal.ClientFor(here.Lead);

        Assert.Contains("A long one", (await client.GetPageAsync($"/{here.Slug}/periods")).Text, StringComparison.Ordinal);
        await portal.Data.InTenantAsync(here.Id, async d =>
        {
            var now = DateOnly.FromDateTime(DateTime.UtcNow);
            var latest = new ReportingCalendarPlanner(await d.ReportingCalendars.FirstAsync()).Latest(now)!;
            (await d.ReportingPeriods.FirstAsync(p => p.Title == "A long one")).From = latest.To;
            return true;
        });

        var page = await client.GetPageAsync($"/{here.Slug}/periods");
        Assert.Contains("has not opened, because A long one covers some of its days. Open a period by hand or change the calendar.",
            page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PeriodThatIsDueToOpen_SaysWhenItOpens()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.SetCalendarAsync(here, plan.Id, c => c.StartsOn = new DateOnly(2020, 10, 1));
        var client = portal.ClientFor(here.Lead);

        var list = (await client.GetPageAsync($"/{here.Slug}/periods")).ShouldBeOk();
        Assert.Contains(" opens within an hour, between 8am and 6pm. Updates are due on ", list.Text, StringComparison.Ordinal);

        var rows = Rows((await client.GetPageAsync(Address(here, plan))).ShouldBeOk()).ToList();
        Assert.Equal(4, rows.Count);
        Assert.EndsWith("Opens within an hour of saving, between 8am and 6pm.", rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain("within an hour", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetHome_NoPeriodOpen_AsksToOpenOneOnlyWithoutACalendar()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.MovePeriodAsync(here, plan.PeriodId, PeriodState.WithLead, PeriodState.Submitted, PeriodState.Approved);
        var client = portal.ClientFor(here.Lead);

        Assert.Contains("Open the next reporting period", (await client.GetPageAsync($"/{here.Slug}")).Text, StringComparison.Ordinal);
        await portal.Data.SetCalendarAsync(here, plan.Id);
        Assert.DoesNotContain(
            "Open the next reporting period", (await client.GetPageAsync($"/{here.Slug}")).Text, StringComparison.Ordinal);
        await portal.Data.SetCalendarAsync(here, plan.Id, c => c.IsOn = false);
        Assert.Contains("Open the next reporting period", (await client.GetPageAsync($"/{here.Slug}")).Text, StringComparison.Ordinal);
    }

    private static string Address(TestPartnership here, TestPlan plan) => $"/{here.Slug}/periods/calendar/{plan.Id}";

    private static IEnumerable<string> Rows(TestPage page) => page.Document.QuerySelectorAll(".p-calendar li")
        .Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        return (here, await portal.Data.CreatePlanAsync(here));
    }

    private Task<ReportingCalendar?> CalendarAsync(TestPartnership here) =>
        portal.Data.InTenantAsync(here.Id, d => d.ReportingCalendars.AsNoTracking().SingleOrDefaultAsync());
}
