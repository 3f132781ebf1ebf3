using System.Net;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Updates;

public sealed class PeriodTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "main form";

    [Fact]
    public async Task GetNew_AfterAQuarter_FilledInAsTheNext()
    {
        var (partnership, _) = await MakeAsync();

        var page = (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/periods/new")).ShouldBeOk();

        var values = new[] { "Title", "From", "To", "OpensOn", "DueOn", "MeetingOn" }.Select(n => page.Find($"[name='{n}']").GetAttribute("value") ?? "");
        Assert.Equal(["October to December 2020", "1 October 2020", "31 December 2020", "1 January 2021", "30 January 2021", ""], values);
    }

    [Fact]
    public async Task PostNew_AsFilledIn_OpenBesideTheOther()
    {
        var (partnership, plan) = await MakeAsync();
        var client = portal.ClientFor(partnership.Lead);
        var page = await client.GetPageAsync($"/{partnership.Slug}/periods/new");

        var first = await page.SubmitAsync(Form, ("From", "1 September 2020"));
        await Task.WhenAll(page.SubmitAsync(Form), page.SubmitAsync(Form));
        var second = await page.SubmitAsync(Form, ("From", "1 September 2020"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, second.Status));
        var periods = await PeriodsAsync(partnership);
        Assert.Equal([("July to September 2020", PeriodState.Open), ("October to December 2020", PeriodState.Open)], periods.Select(p => (p.Title, p.State)));
        Assert.Equal((plan.Id, new DateOnly(2020, 9, 1), (DateOnly?)null), (periods[1].PlanId, periods[1].From, periods[1].MeetingOn));
        Assert.Contains("October to December 2020", (await client.FollowAsync(first)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostNew_DateWithHyphens_IsRead()
    {
        var (partnership, _) = await MakeAsync();
        var client = portal.ClientFor(partnership.Lead);
        var page = await client.GetPageAsync($"/{partnership.Slug}/periods/new");

        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Form, ("Title", "Hyphens"), ("From", "1-10-2020"))).Status);

        var opened = await portal.Data.InTenantAsync(partnership.Id, d => d.ReportingPeriods.SingleAsync(p => p.Title == "Hyphens"));
        Assert.Equal(new DateOnly(2020, 10, 1), opened.From);
    }

    [Theory]
    [InlineData("Title", null, "Enter a title, like October to December 2020")]
    [InlineData("Title", "long", "This must be 100 characters or fewer")]
    [InlineData("Title", "July to September 2020", "Enter a different title: this plan already has a period with this title")]
    [InlineData("From", null, "Enter the first day of the period, like 1 October 2020")]
    [InlineData("From", "31 February 2020", "Enter the first day of the period, like 1 October 2020")]
    [InlineData("To", "30 September 2020", "Last day must be the same as or after the first day")]
    [InlineData("To", "sometime", "Enter the last day of the period, like 31 December 2020")]
    [InlineData("OpensOn", "31/04/2021", "Enter the date it opens, like 1 January 2021")]
    [InlineData("DueOn", "31 December 2020", "Due date must be the same as or after the opening date")]
    [InlineData("DueOn", "1 January 0001", "Enter the date updates are due, like 30 January 2021")]
    [InlineData("MeetingOn", "29 January 2021", "Meeting date must be the same as or after the due date")]
    [InlineData("MeetingOn", "29 February 2021", "Enter the date of the meeting, like 16 February 2021, or leave it empty")]
    [InlineData("PlanId", null, "Choose a plan")]
    [InlineData("PlanId", "theirs", "Choose a plan")]
    [InlineData("PlanId", "nonsense", "Choose or enter a value from the form")]
    public async Task PostNew_WrongField_SaysHowToPutItRight(string field, string? value, string message)
    {
        var (partnership, _) = await MakeAsync();
        var (_, theirs) = await MakeAsync();
        var page = await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/periods/new");

        var sent = await page.SubmitAsync(Form, (field, value switch { "long" => new string('x', 101), "theirs" => theirs.Id.ToString(), _ => value }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Equal([message], sent.Errors);
        Assert.NotNull(sent.Document.QuerySelector(sent.Find(".govuk-error-summary a").GetAttribute("href")!));
        Assert.Single(await PeriodsAsync(partnership));
    }

    [Fact]
    public async Task PostClose_Unanswered_ListedAndNeverBlocks()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.CreateUpdateAsync(partnership, plan, plan.ProjectIds[0], UpdateState.Submitted);
        var client = portal.ClientFor(partnership.Lead);

        var page = (await client.GetPageAsync($"/{partnership.Slug}/periods/{plan.PeriodId}/close")).ShouldBeOk();
        Assert.Contains("1 of 2 items will say “No update received”", page.Text, StringComparison.Ordinal);
        Assert.Contains("1.2 Project 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 update is waiting for your review", page.Text, StringComparison.Ordinal);

        var sent = await page.SubmitAsync(Form);
        var again = await page.SubmitAsync(Form);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (sent.Status, again.Status));
        Assert.Equal(PeriodState.WithLead, Assert.Single(await PeriodsAsync(partnership)).State);
    }

    [Theory]
    [InlineData(PeriodState.Submitted)]
    [InlineData(PeriodState.Approved)]
    public async Task PostClose_SubmittedPeriod_StaysAsItIs(PeriodState state)
    {
        var (partnership, plan) = await MakeAsync();
        var page = await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/periods/{plan.PeriodId}/close");
        await portal.Data.MovePeriodAsync(
            partnership, plan.PeriodId, [.. new[] { PeriodState.WithLead, PeriodState.Submitted, PeriodState.Approved }.TakeWhile(s => s <= state)]);

        var sent = await page.SubmitAsync(Form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Equal(state, Assert.Single(await PeriodsAsync(partnership)).State);
    }

    [Fact]
    public async Task PostReopen_ClosedPeriod_TakesUpdatesAgain()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.MovePeriodAsync(partnership, plan.PeriodId, PeriodState.WithLead);
        var page = (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/updates")).ShouldBeOk();

        var sent = await page.SubmitAsync("form[action$='/reopen']");
        var again = await page.SubmitAsync("form[action$='/reopen']");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (sent.Status, again.Status));
        Assert.Equal(PeriodState.Open, Assert.Single(await PeriodsAsync(partnership)).State);
        var mine = await portal.ClientFor(partnership.Contributor).GetPageAsync($"/{partnership.Slug}/updates/mine");
        Assert.Contains("0 of 2 updates written", mine.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PeriodState.Submitted)]
    [InlineData(PeriodState.Approved)]
    public async Task PostReopen_SubmittedPeriod_StaysAsItIs(PeriodState state)
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.MovePeriodAsync(partnership, plan.PeriodId, PeriodState.WithLead);
        var page = await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/updates");
        await portal.Data.MovePeriodAsync(
            partnership, plan.PeriodId, [.. new[] { PeriodState.Submitted, PeriodState.Approved }.TakeWhile(s => s <= state)]);

        var sent = await page.SubmitAsync("form[action$='/reopen']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("is already submitted, so it cannot be reopened", Assert.Single(sent.Errors), StringComparison.Ordinal);
        Assert.Equal(state, Assert.Single(await PeriodsAsync(partnership)).State);
    }

    [Fact]
    public async Task GetList_Reader_SeesStatesAndNoActions()
    {
        var (partnership, _) = await MakeAsync();

        var page = (await portal.ClientFor(partnership.Reader).GetPageAsync($"/{partnership.Slug}/periods")).ShouldBeOk();

        Assert.Contains("Open for updates", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a"));
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        return (partnership, await portal.Data.CreatePlanAsync(partnership));
    }

    private Task<List<ReportingPeriod>> PeriodsAsync(TestPartnership partnership) =>
        portal.Data.InTenantAsync(partnership.Id, d => d.ReportingPeriods.AsNoTracking().OrderBy(p => p.To).ToListAsync());
}
