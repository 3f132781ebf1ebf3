using System.Net;
using InspectionPortal.Domain.Reporting.PublicPages;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Comparisons;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Public;

/// <summary>Writing, publishing and taking down the public page.</summary>
public sealed class ReleasePublicPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_NothingWritten_SaysThatThePageIsOff()
    {
        var steps = await PublicPageSteps.MakeAsync(portal);

        var page = (await portal.ClientFor(steps.Partnership.Lead).GetPageAsync(steps.Settings)).ShouldBeOk();

        Assert.Contains("The page is off. Nobody outside can read it until you publish it.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("#withdraw"));
        var preview = await steps.PreviewAsync();
        Assert.Contains("There is nothing to publish yet. Write the page first.", preview.Text, StringComparison.Ordinal);
        Assert.Equal(
            "Off. Nobody outside can read it.",
            (await portal.ClientFor(steps.Partnership.Lead).GetPageAsync($"/{steps.Partnership.Slug}/settings")).ShouldBeOk()
                .Document.QuerySelectorAll(".govuk-summary-list__value")[^1].TextContent);
    }

    [Fact]
    public async Task Post_WithoutAnApprovedReport_PublishesNothingAndSaysWhy()
    {
        var steps = await PublicPageSteps.MakeAsync(portal, approved: false);
        await steps.SaveAsync();

        var preview = await steps.PreviewAsync();
        Assert.Contains("no report is approved.", preview.Text, StringComparison.Ordinal);
        Assert.Empty(preview.Document.QuerySelectorAll("#release"));
        var answer = await PostAsync(steps, steps.Partnership.Lead, "release", (await steps.StoredAsync())!.Version, Guid.Empty);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("no report is approved", string.Join(' ', answer.Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await steps.ReadAsync()).Status);
    }

    [Fact]
    public async Task Post_Published_SaysSinceWhenAndWhichReport()
    {
        var steps = await PublicPageSteps.MakePublishedAsync(portal);
        var client = portal.ClientFor(steps.Partnership.Lead);

        var page = (await client.GetPageAsync(steps.Settings)).ShouldBeOk();

        var (stored, report) = ((await steps.StoredAsync())!, (await steps.Quarter.PublishedAsync())!);
        var since = DateFormat.Full(stored.PublishedAt!.Value, "Europe/London");
        Assert.Contains(
            $"The page has been public since {since}. It shows the report of July to September 2020, "
            + $"approved on {DateFormat.Full(report.PublishedAt, "Europe/London")}.",
            page.Text, StringComparison.Ordinal);
        Assert.Equal((report.Id, steps.Partnership.Lead.Id), (stored.ReportId, stored.PublishedByUserId));
        Assert.Contains(page.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href") == steps.Address);
        var settings = (await client.GetPageAsync($"/{steps.Partnership.Slug}/settings")).ShouldBeOk();
        Assert.Contains($"Public since {since}.", settings.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterANewerReport_SaysSoUntilPublishedAgain()
    {
        var steps = await PublicPageSteps.MakePublishedAsync(portal);
        var (here, plan) = (steps.Partnership, steps.Plan);
        var next = new QuarterSteps(portal, here, plan, await portal.Data.CreateNextPeriodAsync(here, plan));
        await portal.Data.InTenantAsync(here.Id, async database => (await database.StretchAims.SingleAsync()).Statement = "A newer aim");
        await portal.Data.AcceptUpdateAsync(here, plan, plan.ProjectIds[0], periodId: next.PeriodId);
        var opened = await steps.PreviewAsync();
        await TwoQuarters.PublishAsync(next);

        var page = (await portal.ClientFor(here.Lead).GetPageAsync(steps.Settings)).ShouldBeOk();
        Assert.Contains(
            "The page shows the report of July to September 2020. A newer one is approved: October to December 2020. "
            + "Publish again to show it.",
            page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A newer aim", (await steps.ReadAsync()).ShouldBeOk().Text, StringComparison.Ordinal);

        var stale = await opened.SubmitAsync("#release");
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("A report was approved or withheld since you opened the preview.", stale.Text, StringComparison.Ordinal);

        await steps.PublishAsync();
        Assert.Contains("A newer aim", (await steps.ReadAsync()).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.Contains("It shows the report of October to December 2020",
            (await portal.ClientFor(here.Lead).GetPageAsync(steps.Settings)).ShouldBeOk().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AfterTheDraftChanged_PublishesNothing()
    {
        var steps = await PublicPageSteps.MakeAsync(portal);
        await steps.SaveAsync();
        var opened = await steps.PreviewAsync();
        await steps.SaveAsync(("ChildrenWillKnow", "Another text"));

        var answer = await opened.SubmitAsync("#release");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Someone changed the draft since you opened the preview.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await steps.ReadAsync()).Status);
    }

    [Theory]
    [InlineData("ChildrenWillKnow", " ", "Enter how children will know")]
    [InlineData("PlanId", "", "Choose the plan that the page is about")]
    [InlineData("PlanId", "0190a000-0000-7000-8000-000000000000", "Choose the plan that the page is about")]
    [InlineData("MeasureIds", "0190a000-0000-7000-8000-000000000000", "Choose only charts of the plan that the page is about")]
    public async Task Post_BadDraft_SaysSoAndSavesNothing(string field, string value, string words)
    {
        var steps = await PublicPageSteps.MakeAsync(portal);

        var answer = await steps.SaveAsync((field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(words, string.Join(' ', answer.Errors), StringComparison.Ordinal);
        Assert.Null(await steps.StoredAsync());
    }

    [Fact]
    public async Task Post_LongDraft_SaysSo()
    {
        var steps = await PublicPageSteps.MakeAsync(portal);

        var answer = await steps.SaveAsync(("WhatChanged", new string('x', PublicPage.TextMaxLength + 1)));

        Assert.Contains("4,000 characters or fewer", string.Join(' ', answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TwoPeopleSaveTheFirstDraft_TheSecondSeesAConflict()
    {
        var steps = await PublicPageSteps.MakeAsync(portal);
        var form = (await portal.ClientFor(steps.Partnership.Lead).GetPageAsync(steps.Settings)).ShouldBeOk();
        await steps.SaveAsync();

        var answer = await form.SubmitAsync("form.p-form", ("ChildrenWillKnow", "Mine"), ("PlanId", steps.Plan.Id.ToString()));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(PublicPageSteps.Knowing, (await steps.StoredAsync())!.ChildrenWillKnow);
    }

    [Fact]
    public async Task AnyPage_ByOthers_IsRefusedAndChangesNothing()
    {
        var steps = await PublicPageSteps.MakePublishedAsync(portal);
        var here = steps.Partnership;
        var other = await portal.Data.CreatePartnershipAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, steps.Plan, GrantScope.LivePlan);
        await steps.SaveAsync(("ChildrenWillKnow", "The next draft"));
        var before = (await steps.StoredAsync())!;

        foreach (var person in new[] { here.Contributor, here.Reader, here.Chief, other.Lead, officer.Person })
        {
            var client = portal.ClientFor(person);
            foreach (var address in new[] { steps.Settings, $"{steps.Settings}/preview" })
            {
                var page = await client.GetPageAsync(address);
                Assert.Contains(page.Status, new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
                Assert.DoesNotContain("The next draft", page.Html, StringComparison.Ordinal);
            }

            foreach (var act in new[] { "release", "withdraw" })
            {
                var answer = await PostAsync(steps, person, act, before.Version, before.ReportId!.Value);
                Assert.Contains(answer.Status, new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
            }
        }

        Assert.Equal(before.Version, (await steps.StoredAsync())!.Version);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.ClientFor(null).GetPageAsync(steps.Settings)).Status);
    }

    [Fact]
    public async Task Row_Published_CannotLackItsReport()
    {
        var steps = await PublicPageSteps.MakePublishedAsync(portal);

        await Assert.ThrowsAnyAsync<Exception>(() => portal.Data.InTenantAsync(steps.Partnership.Id, database =>
            database.Database.ExecuteSqlAsync($"update public_pages set report_id = null")));
    }

    private async Task<TestPage> PostAsync(PublicPageSteps steps, TestPerson person, string act, uint version, Guid report)
    {
        var client = portal.ClientFor(person);
        var token = (await client.GetPageAsync("/error/404")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = token,
            ["Version"] = version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["ReportId"] = report.ToString(),
        });
        return await client.SendFormAsync($"{steps.Settings}/{act}", content);
    }
}
