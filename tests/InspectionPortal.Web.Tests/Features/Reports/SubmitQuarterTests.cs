using System.Net;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Reports;

public sealed class SubmitQuarterTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_WithLead_NamesWhatIsInAndWhatIsMissing()
    {
        var steps = await QuarterSteps.MakeAsync(portal, projects: 4);
        await portal.Data.AcceptUpdateAsync(steps.Partnership, steps.Plan, steps.Plan.ProjectIds[0], u => u.HelpNeeded = "Help");
        var waiting = await portal.Data.AcceptUpdateAsync(steps.Partnership, steps.Plan, steps.Plan.ProjectIds[1], u => u.State = UpdateState.Submitted);
        await portal.Data.AcceptUpdateAsync(steps.Partnership, steps.Plan, steps.Plan.ProjectIds[2], u => u.State = UpdateState.SentBack);
        await steps.CloseAsync();

        var page = (await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/submit")).ShouldBeOk();

        Assert.Contains("1 of 4 projects have an accepted update", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href$='/updates/{waiting}/review']"));
        Assert.Contains("1 asks the chief officers for help", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sent back", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not started", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TooFewChiefOfficers_SaysSo()
    {
        var steps = await QuarterSteps.MakeAsync(portal, quorum: 2);
        await steps.CloseAsync();

        var page = await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/submit");

        Assert.Contains("Only 1 chief officer can approve, and 2 approvals are needed", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithLead_TakesTheSnapshot()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await steps.CloseAsync();

        var done = await steps.SubmitAsync();

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal(steps.Report, done.Location);
        var submission = Assert.Single(await steps.SubmissionsAsync());
        Assert.Equal(1, submission.Number);
        Assert.Equal(steps.Partnership.Lead.Id, submission.SubmittedByUserId);
        Assert.Equal(CanonicalJson.Hash(submission.Snapshot), submission.Sha256);
        Assert.Equal(PeriodState.Submitted, await steps.StateAsync());
    }

    [Fact]
    public async Task Post_SameFormTwice_SubmitsOnce()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await steps.CloseAsync();
        var form = await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/submit");

        var first = await form.SubmitAsync("#submit-quarter");
        var second = await form.SubmitAsync("#submit-quarter");

        Assert.Equal(first.Location, second.Location);
        Assert.Single(await steps.SubmissionsAsync());
    }

    [Fact]
    public async Task Post_SameFormAtOnce_SubmitsOnce()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await steps.CloseAsync();
        var form = await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/submit");

        var pages = await Task.WhenAll(form.SubmitAsync("#submit-quarter"), form.SubmitAsync("#submit-quarter"), form.SubmitAsync("#submit-quarter"));

        Assert.All(pages, p => Assert.Equal(HttpStatusCode.Redirect, p.Status));
        Assert.Single(await steps.SubmissionsAsync());
    }

    [Fact]
    public async Task Post_StaleForm_IsAConflictThatShowsTheQuarterAsItIs()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await steps.CloseAsync();
        var form = await steps.As(steps.Partnership.Lead).GetPageAsync($"{steps.Report}/submit");

        var page = await form.SubmitAsync("#submit-quarter", ("Version", "1"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("at the same time", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Empty(await steps.SubmissionsAsync());
        var again = await page.SubmitAsync("#submit-quarter");
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
    }

    [Fact]
    public async Task Post_TwoFormsAtOnce_OneSubmitsAndTheOtherIsToldSo()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await steps.CloseAsync();
        var client = steps.As(steps.Partnership.Lead);
        var (one, two) = (await client.GetPageAsync($"{steps.Report}/submit"), await client.GetPageAsync($"{steps.Report}/submit"));

        var pages = await Task.WhenAll(one.SubmitAsync("#submit-quarter"), two.SubmitAsync("#submit-quarter"));

        Assert.Single(pages, p => p.Status == HttpStatusCode.Redirect);
        Assert.Single(pages, p => p.Status == HttpStatusCode.Conflict);
        Assert.Single(await steps.SubmissionsAsync());
    }

    [Fact]
    public async Task Post_WithoutAnId_AsksToSubmitAgain()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await steps.CloseAsync();

        var page = await steps.PostAsync(steps.As(steps.Partnership.Lead), "submit", ("PeriodId", Guid.NewGuid().ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Empty(await steps.SubmissionsAsync());
    }

    [Fact]
    public async Task Post_FormOfAnotherQuarter_IsRefused()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        var used = (await steps.SubmissionsAsync())[0].Id;
        var next = new QuarterSteps(portal, steps.Partnership, steps.Plan, await portal.Data.CreateNextPeriodAsync(steps.Partnership, steps.Plan));
        await next.CloseAsync();
        var form = await next.As(next.Partnership.Lead).GetPageAsync($"{next.Report}/submit");

        var page = await form.SubmitAsync("#submit-quarter", ("Id", used.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(PeriodState.WithLead, await next.StateAsync());
    }

    [Fact]
    public async Task Post_AnotherPartnershipsQuarter_Is404()
    {
        var here = await QuarterSteps.MakeAsync(portal);
        var there = await QuarterSteps.MakeAsync(portal);
        await there.CloseAsync();
        var across = new QuarterSteps(portal, here.Partnership, here.Plan, there.PeriodId);

        foreach (var path in new[] { "", "/submit", "/snapshot" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await here.As(here.Partnership.Lead).GetPageAsync(across.Report + path)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await across.PostAsync(
            here.As(here.Partnership.Lead), "submit", ("Id", Guid.NewGuid().ToString()), ("Version", (await there.VersionAsync()).ToString()))).Status);
        Assert.Equal(PeriodState.WithLead, await there.StateAsync());
    }
}
