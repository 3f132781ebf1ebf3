using System.Net;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Reports;

public sealed class GetReportTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_NoPeriod_SaysWhatTheFirstStepIs()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();

        var lead = (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/reports")).ShouldBeOk();
        var reader = (await portal.ClientFor(partnership.Reader).GetPageAsync($"/{partnership.Slug}/reports")).ShouldBeOk();

        Assert.NotNull(lead.Document.QuerySelector("main a[href$='/periods/new']"));
        Assert.Null(reader.Document.QuerySelector("main a[href$='/periods/new']"));
        Assert.Contains("No reports yet", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FirstQuarter_PutsHelpAndMissingFirst()
    {
        var steps = await QuarterSteps.MakeAsync(portal, projects: 3);
        await portal.Data.AcceptUpdateAsync(steps.Partnership, steps.Plan, steps.Plan.ProjectIds[1], u => u.HelpNeeded = "Name a lead. Nobody has it.");
        await portal.Data.AcceptUpdateAsync(steps.Partnership, steps.Plan, steps.Plan.ProjectIds[2], u => u.State = UpdateState.Submitted);
        await steps.CloseAsync();
        await steps.SubmitAsync();

        var page = (await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report)).ShouldBeOk();

        Assert.Contains("1 decision is needed", page.Find(".p-lede").TextContent, StringComparison.Ordinal);
        Assert.Contains("nothing to compare", page.Text, StringComparison.Ordinal);
        Assert.Equal("Name a lead", page.Find(".p-decisions a").TextContent);
        Assert.Equal(["not-received", "decisions", "exceptions", "movement", "signals", "figures", "evidence", "coverage", "full-table", "key"],
            page.Document.QuerySelectorAll("main [id]").Select(e => e.Id!).Where(id => page.Document.QuerySelector($"main .p-contents a[href='#{id}']") is not null));
        var missing = page.Find("#not-received ~ ul").TextContent;
        Assert.Contains("1.1 Project 1", missing, StringComparison.Ordinal);
        Assert.Contains("1.3 Project 3", missing, StringComparison.Ordinal);
        Assert.DoesNotContain("1.2 Project 2", missing, StringComparison.Ordinal);
        Assert.Contains("No update received", page.Find($"#project-{steps.Plan.ProjectIds[2]:N}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SecondQuarter_ShowsWhatMoved()
    {
        var steps = await QuarterSteps.MakeAsync(portal, projects: 5);
        var (partnership, plan) = (steps.Partnership, steps.Plan);
        string?[] june = ["at-risk", "on-track", null, "at-risk", "at-risk"];
        string?[] september = ["on-track", "off-track", "at-risk", null, "at-risk"];
        await RateAsync(steps, june);
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await steps.ApproveAsync(partnership.Chief);
        var next = new QuarterSteps(portal, partnership, plan, await portal.Data.CreateNextPeriodAsync(partnership, plan));
        await RateAsync(next, september);
        await portal.Data.SlipAsync(partnership, plan.ProjectIds[4], "31 December 2020", "Two people left");
        await next.CloseAsync();
        await next.SubmitAsync();

        var page = (await next.As(partnership.Reader).GetPageAsync(next.Report)).ShouldBeOk();

        Assert.Contains("1 project is off track; 1 rating rose and 1 fell.", page.Text, StringComparison.Ordinal);
        var moves = page.Document.QuerySelectorAll("#movement ~ table tbody tr").Select(r => (r.Children[0].TextContent.Trim(), r.Children[4].TextContent.Trim()));
        Assert.Equal([("1.1", "Up"), ("1.2", "Down"), ("1.3", "New"), ("1.4", "No longer rated")], moves);
        Assert.Contains("1 project kept its rating", page.Text, StringComparison.Ordinal);
        var exceptions = page.Document.QuerySelectorAll("#exceptions ~ table tbody tr th").Select(r => r.TextContent.Trim()[..3]);
        Assert.Equal(["1.2", "1.5"], exceptions.Take(2));
        Assert.Contains("Two people left", page.Text, StringComparison.Ordinal);
        Assert.Contains("Worsened: was on track", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TextThatLooksLikeHtml_IsShownAsText()
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await portal.Data.AcceptUpdateAsync(steps.Partnership, steps.Plan, steps.Plan.ProjectIds[0], u => u.HelpNeeded = "<script>alert(1)</script> & more");
        await steps.CloseAsync();
        await steps.SubmitAsync();

        var page = (await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report)).ShouldBeOk();

        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script> & more", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ManyQuarters_SendsFewCommands()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);
        await portal.Data.CreateNextPeriodAsync(steps.Partnership, steps.Plan);
        var client = steps.As(steps.Partnership.Reader);
        portal.Host.Commands.Reset();

        var page = (await client.GetPageAsync($"/{steps.Partnership.Slug}/reports")).ShouldBeOk();

        Assert.InRange(portal.Host.Commands.Texts.Count, 1, 8);
        Assert.Contains("With the chief officers: 0 of 1 approved", page.Text, StringComparison.Ordinal);
        Assert.Contains("Open for updates", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NoSuchQuarter_Is404()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        foreach (var (_, person) in partnership.People)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(person).GetPageAsync($"/{partnership.Slug}/reports/{Guid.NewGuid()}")).Status);
        }
    }

    private async Task RateAsync(QuarterSteps steps, string?[] ratings)
    {
        for (var i = 0; i < ratings.Length; i++)
        {
            var rating = ratings[i];
            await portal.Data.AcceptUpdateAsync(
                steps.Partnership, steps.Plan, steps.Plan.ProjectIds[i], u => (u.RagProposed, u.RagAccepted) = (rating, rating), steps.PeriodId);
        }
    }
}
