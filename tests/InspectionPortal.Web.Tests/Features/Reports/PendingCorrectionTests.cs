using System.Net;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Comparisons;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>What people read and do while a correction is with the chief officers.</summary>
public sealed class PendingCorrectionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Correct_WithTheKeyOfAnotherPeriod_IsAConflict()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        var other = (await two.Second.SubmissionsAsync())[0].Id;

        var page = await CorrectAsync(two, ("Id", other.ToString()));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("This form is for another report", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Single(await two.First.SubmissionsAsync());
    }

    [Fact]
    public async Task Home_CorrectionWaits_IsATaskUntilDecided()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        Assert.DoesNotContain(await TasksAsync(two, two.Partnership.Chief), IsAboutTheCorrection);

        await CorrectAsync(two);

        Assert.Contains("Check and approve the correction of July to September 2020", await TasksAsync(two, two.Partnership.Chief));
        var home = await portal.ClientFor(two.Partnership.Chief).GetPageAsync($"/{two.Partnership.Slug}");
        var link = home.Document.QuerySelectorAll("a").First(a => a.TextContent.Contains("Check the correction", StringComparison.Ordinal));
        Assert.Equal($"{two.First.Report}/correction", link.GetAttribute("href"));
        foreach (var person in new[] { two.Partnership.Lead, two.Partnership.Contributor, two.Partnership.Reader })
        {
            Assert.DoesNotContain(await TasksAsync(two, person), IsAboutTheCorrection);
        }

        await two.First.ApproveAsync(two.Partnership.Chief);
        Assert.DoesNotContain(await TasksAsync(two, two.Partnership.Chief), IsAboutTheCorrection);
    }

    [Fact]
    public async Task Home_CorrectionOfAClosedPlan_IsATaskToo()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        await portal.Data.InTenantAsync(two.Partnership.Id, async d =>
        {
            (await d.Plans.SingleAsync()).Become(PlanState.Closed, new DateOnly(2021, 2, 1));
            return true;
        });
        var before = (await portal.ClientFor(two.Partnership.Chief).GetPageAsync($"/{two.Partnership.Slug}")).ShouldBeOk();
        Assert.Contains("The plan of this partnership is closed. No updates are due.", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("no plan yet", before.Text, StringComparison.Ordinal);

        await CorrectAsync(two);

        Assert.Equal(["Check and approve the correction of July to September 2020"], await TasksAsync(two, two.Partnership.Chief));
        await two.First.ApproveAsync(two.Partnership.Chief);
        Assert.Empty(await TasksAsync(two, two.Partnership.Chief));
        var lead = (await portal.ClientFor(two.Partnership.Lead).GetPageAsync($"/{two.Partnership.Slug}")).ShouldBeOk();
        Assert.NotNull(lead.Document.QuerySelector($"main a[href='/{two.Partnership.Slug}/plans/new']"));
    }

    [Fact]
    public async Task Decide_OnACorrection_SaysCorrection()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        var steps = two.First;
        var published = await steps.HashAsync();
        await CorrectAsync(two);
        var approve = await steps.As(two.Partnership.Chief).GetPageAsync($"{steps.Report}/approve");
        Assert.Contains("Approve the correction", approve.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Return the correction", (await steps.As(two.Partnership.Chief).GetPageAsync($"{steps.Report}/return")).Text, StringComparison.Ordinal);

        var older = await steps.DissentAsync(two.Partnership.Chief, hash: published);
        Assert.Equal(HttpStatusCode.Conflict, older.Status);
        Assert.Contains("A correction was sent after you opened the report", older.Errors.Single(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await steps.ReturnAsync(two.Partnership.Chief)).Status);
        var late = await steps.ApproveAsync(two.Partnership.Chief);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("This correction was returned to the partnership lead", late.Errors.Single(), StringComparison.Ordinal);

        await CorrectAsync(two);
        await steps.DissentAsync(two.Partnership.Chief);
        var twice = await steps.ApproveAsync(two.Partnership.Chief);
        Assert.Contains("You have already recorded that you do not agree", twice.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains(
            await portal.Data.MailToAsync(two.Partnership.Chief.Email),
            m => m.Text.Contains("do not agree with the correction of July to September 2020", StringComparison.Ordinal));
    }

    private static bool IsAboutTheCorrection(string task) => task.Contains("correction", StringComparison.Ordinal);

    private async Task<List<string>> TasksAsync(TwoQuarters two, TestPerson person) =>
        [.. (await portal.ClientFor(person).GetPageAsync($"/{two.Partnership.Slug}")).ShouldBeOk()
            .Document.QuerySelectorAll(".p-task__title").Select(t => t.TextContent)];

    private async Task<TestPage> CorrectAsync(TwoQuarters two, params (string Name, string? Value)[] fields)
    {
        var form = (await portal.ClientFor(two.Partnership.Lead).GetPageAsync($"{two.First.Report}/correct?project={two.Plan.ProjectIds[0]}"))
            .ShouldBeOk();
        return await form.SubmitAsync(
            "#correct-report",
            [("Reason", "The rating was copied from the row above"), ("Projects[0].Rating", "on-track"), .. fields]);
    }
}
