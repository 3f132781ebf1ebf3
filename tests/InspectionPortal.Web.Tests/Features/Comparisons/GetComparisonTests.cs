using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Comparisons;

public sealed class GetComparisonTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_TwoQuarters_ShowsWhatTheFrozenReportsSayAndCountsIt()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        await ChangeLivePlanAsync(two);

        var page = (await portal.ClientFor(two.Partnership.Reader).GetPageAsync(two.Compare)).ShouldBeOk();

        var (before, now) = (await two.FirstBytesAsync(), await two.SecondBytesAsync());
        var (old, current) = (
            before.Aims.SelectMany(a => a.Projects).ToDictionary(p => p.Id), now.Aims.SelectMany(a => a.Projects).ToDictionary(p => p.Id));
        Assert.Equal(current.Values.Where(p => !old.ContainsKey(p.Id)).Select(p => p.Title), Titles(page, "added"));
        Assert.Equal(before.Aims.Where(a => now.Aims.All(n => n.Id != a.Id)).Select(a => a.Statement), Titles(page, "dropped"));
        Assert.Equal(Changed(p => p.Title),
            Titles(page, "reworded").Select(t => t.Replace(" Improvement project", "", StringComparison.Ordinal)));
        Assert.Equal(Changed(p => p.Deadline.Text), Titles(page, "deadlines"));
        Assert.Equal(Changed(p => p.Rating ?? ""), Titles(page, "ratings"));
        Assert.Equal(Changed(p => p.Status.ToString()), Titles(page, "status"));
        Assert.Equal(Changed(p => p.Number),
            Titles(page, "moved").Select(t => t.Replace(" Improvement project", "", StringComparison.Ordinal)));
        Assert.Equal(
            ["Added, 1", "Dropped, 1", "Reworded, 1", "Moved or led by others, 1", "New deadline, 1", "New rating, 2", "New status, 1"],
            page.Document.QuerySelectorAll(".p-contents li").Select(l => l.TextContent.Trim()));

        IEnumerable<string> Changed(Func<Domain.Reporting.Editions.SnapshotProject, string> field) =>
            current.Values.Where(p => old.ContainsKey(p.Id) && field(old[p.Id]) != field(p)).Select(p => p.Title);
    }

    [Fact]
    public async Task Get_TwoQuarters_SaysFromWhatToWhatAndWhy()
    {
        var two = await TwoQuarters.MakeAsync(portal);

        var page = (await portal.ClientFor(two.Partnership.Chief)
            .GetPageAsync($"{two.Compare}?from={two.Second.PeriodId}&to={two.First.PeriodId}")).ShouldBeOk();

        Assert.StartsWith("What changed", page.Find("h1").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("July to September 2020, approved", page.Text, StringComparison.Ordinal);
        Assert.Equal(["1.1", $"Project 1 {two.Partnership.Canary}", "30 September 2020", "31 December 2020", "92 days later", TwoQuarters.SlipReason], Cells(page, "deadlines", 0));
        Assert.Equal(["1.1", $"Project 1 {two.Partnership.Canary}", "At risk", "Off track", "Down", TwoQuarters.RatingReason], Cells(page, "ratings", 0));
        Assert.Equal(["1.2", $"Reworded Project 2 {two.Partnership.Canary}", "At risk", "On track", "Up", $"From the update: Update {two.Partnership.Canary}"], Cells(page, "ratings", 1));
        Assert.Equal(["1.30", $"Project 3 {two.Partnership.Canary}", "In progress", "Stopped", "No longer needed"], Cells(page, "status",
            0));
        Assert.Equal("[added: Reworded ]", page.Find("#reworded ~ table ins").TextContent);
        Assert.Equal("Number 1.3 → became  1.30", Squeeze(page.Find("#moved ~ table .p-change").TextContent).Replace("became ", "became  ",
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_AgainstThePlan_StartsFromTheFirstReportAndItsFirstDeadlines()
    {
        var first = await QuarterSteps.MakeAsync(portal, projects: 2);
        await portal.Data.SlipAsync(first.Partnership, first.Plan.ProjectIds[1], "31 October 2020", "Late start");
        await TwoQuarters.PublishAsync(first);
        var address = $"/{first.Partnership.Slug}/reports/compare?from=plan&to={first.PeriodId}";

        var page = (await portal.ClientFor(first.Partnership.Reader).GetPageAsync(address)).ShouldBeOk();

        Assert.Contains("The plan as first agreed is the plan in its first approved report, July to September 2020", page.Text,
            StringComparison.Ordinal);
        Assert.Equal(["1.2", $"Project 2 {first.Partnership.Canary}", "30 September 2020", "31 October 2020", "31 days later", "Late start"], Cells(page, "deadlines", 0));
        Assert.Equal("New deadline, 1", page.Find(".p-contents a").TextContent.Trim());
    }

    [Fact]
    public async Task Get_WithoutApprovedReports_SaysSo()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);

        var page = (await portal.ClientFor(steps.Partnership.Lead).GetPageAsync($"/{steps.Partnership.Slug}/reports/compare")).ShouldBeOk();
        var ratings = (await portal.ClientFor(steps.Partnership.Lead).GetPageAsync($"/{steps.Partnership.Slug}/reports/ratings"))
            .ShouldBeOk();

        Assert.Contains("There is nothing to compare.", page.Text, StringComparison.Ordinal);
        Assert.Contains("No approved report to show", ratings.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=nonsense")]
    [InlineData("?to=00000000-0000-0000-0000-000000000001")]
    [InlineData("?show=nothing")]
    [InlineData("?show=added&page=2")]
    [InlineData("?page=2")]
    public async Task Get_WhatThereIsNot_Is404(string question)
    {
        var two = await TwoQuarters.MakeAsync(portal);

        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(two.Partnership.Lead).GetPageAsync(two.Compare + question)).Status);
    }

    [Fact]
    public async Task Get_SameReportTwice_SaysWhatToChoose()
    {
        var two = await TwoQuarters.MakeAsync(portal);

        var page = (await portal.ClientFor(two.Partnership.Lead)
            .GetPageAsync($"{two.Compare}?from={two.First.PeriodId}&to={two.First.PeriodId}")).ShouldBeOk();

        Assert.Contains("Choose two different reports", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GrantScope.ApprovedReports)]
    [InlineData(GrantScope.LivePlan)]
    public async Task Get_ByGrant_ShowsTheEditionOnly(GrantScope scope)
    {
        var two = await TwoQuarters.MakeAsync(portal);
        var officer = await portal.Data.CreateOfficerAsync(two.Partnership, two.Plan, scope);
        var client = portal.ClientFor(officer.Person);

        var page = (await client.GetPageAsync(two.Compare)).ShouldBeOk();
        var life = (await client.GetPageAsync(two.LifeOf(two.Plan.ProjectIds[0]))).ShouldBeOk();
        var ratings = (await client.GetPageAsync(two.Ratings)).ShouldBeOk();

        Assert.Equal(["1.1", $"Project 1 {two.Partnership.Canary}", "30 September 2020", "31 December 2020", "92 days later", TwoQuarters.SlipReason], Cells(page, "deadlines", 0));
        Assert.All(
            new[] { TwoQuarters.SecretHelp, TwoQuarters.RatingReason },
            secret => Assert.DoesNotContain(secret, page.Html + life.Html + ratings.Html, StringComparison.Ordinal));
        Assert.Contains($"Update {two.Partnership.Canary}", life.Text, StringComparison.Ordinal);
        var member = (await portal.ClientFor(two.Partnership.Reader).GetPageAsync(two.LifeOf(two.Plan.ProjectIds[0]))).ShouldBeOk();
        Assert.Contains(TwoQuarters.SecretHelp, member.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_GrantOfAnotherPlan_ShowsNothing()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        var other = await portal.Data.InTenantAsync(two.Partnership.Id, database =>
        {
            var plan = new Plan { Title = "Another plan" };
            database.Add(plan);
            return Task.FromResult(plan.Id);
        });
        var officer = await portal.Data.CreateOfficerAsync(two.Partnership, two.Plan with { Id = other }, GrantScope.LivePlan);
        var client = portal.ClientFor(officer.Person);

        var page = (await client.GetPageAsync(two.Compare)).ShouldBeOk();

        Assert.DoesNotContain(two.Partnership.Canary, page.Find("main").TextContent, StringComparison.Ordinal);
        foreach (var address in new[] { $"{two.Compare}?to={two.First.PeriodId}", $"{two.Ratings}?plan={two.Plan.Id}",
            two.LifeOf(two.Plan.ProjectIds[0]) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(address)).Status);
        }
    }

    [Fact]
    public async Task Get_EveryRole_ReadsAndAStrangerDoesNot()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        var stranger = await portal.Data.CreatePersonAsync();
        foreach (var address in new[] { two.Compare, two.Ratings, two.LifeOf(two.AddedProject) })
        {
            foreach (var role in Enum.GetValues<PartnershipRole>())
            {
                (await portal.ClientFor(two.Partnership.People[role]).GetPageAsync(address)).ShouldBeOk();
            }

            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(stranger).GetPageAsync(address)).Status);
        }
    }

    [Fact]
    public async Task Get_FourHundredItems_IsFoldedPagedAndWithinTheBudget()
    {
        var first = await QuarterSteps.MakeAsync(portal, projects: 400);
        await TwoQuarters.PublishAsync(first);
        await portal.Data.InTenantAsync(first.Partnership.Id, database =>
            database.Projects.ExecuteUpdateAsync(p => p.SetProperty(x => x.Title, x => "Reworded " + x.Title)));
        var second = new QuarterSteps(
            portal, first.Partnership, first.Plan, await portal.Data.CreateNextPeriodAsync(first.Partnership, first.Plan));
        await TwoQuarters.PublishAsync(second);
        var client = portal.ClientFor(first.Partnership.Reader);
        var address = $"/{first.Partnership.Slug}/reports/compare";

        var all = (await client.GetPageAsync(address)).ShouldBeOk();
        var last = (await client.GetPageAsync($"{address}?show=reworded&page=8")).ShouldBeOk();
        portal.Host.Commands.Reset();
        (await client.GetPageAsync($"/{first.Partnership.Slug}/reports/ratings?by=lead")).ShouldBeOk();

        Assert.Equal("Reworded, 400", all.Find(".p-contents a").TextContent.Trim());
        Assert.Equal(20, Titles(all, "reworded").Count);
        Assert.Contains("Show all 400", all.Text, StringComparison.Ordinal);
        Assert.Equal(50, Titles(last, "reworded").Count);
        Assert.Contains("Page 8 of 8", last.Text, StringComparison.Ordinal);
        Assert.InRange(portal.Host.Commands.Texts.Count(t => !t.Contains("set_config", StringComparison.Ordinal)), 1, 16);
    }

    /// <summary>What happens in the plan afterwards is not in the frozen reports.</summary>
    private Task<bool> ChangeLivePlanAsync(TwoQuarters two) => portal.Data.InTenantAsync(two.Partnership.Id, async database =>
    {
        foreach (var project in await database.Projects.ToListAsync())
        {
            (project.Title, project.Rag) = ("Changed afterwards", "on-track");
        }

        return true;
    });

    private static List<string> Titles(TestPage page, string section) =>
        [.. page.Document.QuerySelectorAll($"#{section} ~ table tbody th").Select(t => Squeeze(t.TextContent))];

    private static List<string> Cells(TestPage page, string section, int row) =>
        [.. page.Document.QuerySelectorAll($"#{section} ~ table tbody tr")[row].Children.Select(c => Squeeze(c.TextContent))];

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
