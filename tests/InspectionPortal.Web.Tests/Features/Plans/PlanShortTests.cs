using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Components;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>The short view of a plan: what it shows, and how a person's choice between it and the plan as written is remembered.</summary>
public sealed class PlanShortTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_WithoutAChoice_IsShortWhateverTheColumns()
    {
        var (here, plan) = await MakeAsync(new PlanLayout { Columns = [new(PlanField.What, "What?"), new(PlanField.Success, "How?")] });
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        foreach (var person in here.People.Values.Append(officer.Person))
        {
            var page = (await portal.ClientFor(person).GetPageAsync(here.PlanPath)).ShouldBeOk();
            Assert.Equal(
                ["No.", "Project", "Led by", "Deadline", "Status", "Rating", "Measure", "Latest update"],
                page.Document.QuerySelectorAll(".p-short thead th").Select(t => t.TextContent));
            Assert.Equal("Short", page.Find(".p-views a[aria-current]").TextContent);
            Assert.Empty(page.Document.QuerySelectorAll(".p-plan"));
            Assert.Empty(page.Document.QuerySelectorAll(".p-table a[href*='/edit'], .p-table a[href*='/new']"));
            Assert.Equal(person == here.Lead, page.Document.QuerySelector("details a[href$='/arrange']") is not null);
        }
    }

    [Fact]
    public async Task Get_Row_SaysWhatTheDatabaseHolds()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.CreateUpdateToReadAsync(here, plan, plan.ProjectIds[0], UpdateState.Accepted, string.Concat(Enumerable.Repeat("many words ", 40)));
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            var second = await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[1]);
            (second.Rag, second.Deadline, second.Status) = ("at-risk", Domain.Deadlines.Deadline.None, ProjectStatus.NotStarted);
            database.RemoveRange(database.ProjectLeads.Where(l => l.ProjectId == second.Id));
            await database.Measures.Where(m => m.ProjectId == second.Id).ForEachAsync(m => m.ProjectId = plan.ProjectIds[3]);
            (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[2])).NoActionNeededReason = "It is done elsewhere";
            for (var i = 0; i < 3; i++)
            {
                database.Add(new DataPoint { MeasureId = plan.MeasureIds[0], ValueText = "47%", Value = 47, Date = new DateOnly(2020, 6 + i, 28), Position = i + 1 });
            }

            return true;
        });
        var page = (await portal.ClientFor(here.Reader).GetPageAsync(here.PlanPath)).ShouldBeOk();
        var first = Cells(page, plan.ProjectIds[0]);
        Assert.Equal(["1.1", $"Project 1 {here.Canary}", $"Post {here.Canary}", "30 September 2020 27 days late", "In progress", "Not rated"], first[..6]);
        Assert.NotNull(page.Document.QuerySelector($"#project-{plan.ProjectIds[0]} svg.p-spark"));
        Assert.StartsWith("July to September 2020 · CSW: many words", first[7], StringComparison.Ordinal);
        Assert.EndsWith("… more of the update of 1.1", first[7], StringComparison.Ordinal);
        Assert.Equal(["1.2", $"Project 2 {here.Canary}", "No lead given", "None given", "Not started", "At risk", "Measure: None"], Cells(page, plan.ProjectIds[1])[..7]);
        Assert.Equal(["1.3", $"Project 3 {here.Canary}", $"Post {here.Canary}", "", "No action needed", "", "", "It is done elsewhere"], Cells(page, plan.ProjectIds[2]));
        Assert.Equal("Measure: Too few figures", Cells(page, plan.ProjectIds[3])[6]);
        Assert.Equal("3 projects", page.Find(".p-aim__end > a").TextContent);
    }

    [Fact]
    public async Task Get_SeveralAims_HaveAListThatLeadsToEach()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(here.Id, database =>
            Task.FromResult(database.Add(new StretchAim { PlanId = plan.Id, Number = "2", Statement = "2. A second aim", Vision = "A vision", Position = 9 }).Entity.Id));
        foreach (var view in new[] { "", "?view=written" })
        {
            var page = (await portal.ClientFor(here.Reader).GetPageAsync($"{here.PlanPath}{view}")).ShouldBeOk();
            Assert.Equal(["#aim-1", "#aim-2"], page.Document.QuerySelectorAll(".p-jump a").Select(a => a.GetAttribute("href")));
            Assert.Contains("Stretch aim 2. A second aim", page.Find("#aim-2").TextContent, StringComparison.Ordinal);
            Assert.Contains("Vision: A vision", page.Find("#aim-2").TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_Choice_IsRememberedForThisPersonUntilTheyChooseAgain()
    {
        var (here, _) = await MakeAsync();
        var first = (await portal.ClientFor(here.Reader).GetPageAsync($"{here.PlanPath}?view=written")).ShouldBeOk();
        Assert.True(IsWritten(first));
        var cookie = CookieOf(first);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(IsWritten(await GetAsync(here.Reader, here.PlanPath, cookie)));
        Assert.True(IsWritten(await GetAsync(here.Reader, $"{here.PlanPath}?late=true", cookie)));
        Assert.False(IsWritten(await GetAsync(here.Lead, here.PlanPath, cookie)));
        Assert.True(IsWritten(await GetAsync(here.Reader, $"{here.PlanPath}?view=nonsense", cookie)));
        var back = await GetAsync(here.Reader, $"{here.PlanPath}?view=short", cookie);
        Assert.False(IsWritten(back));
        Assert.Contains("expires=Thu, 01 Jan 1970", CookieOf(back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AllTextForPaper_IsAsWrittenAndChangesNoChoice()
    {
        var (here, _) = await MakeAsync();
        var client = portal.ClientFor(here.Reader);
        var link = (await client.GetPageAsync($"{here.PlanPath}?aim=1")).Document.QuerySelectorAll("main a").Single(a => a.TextContent.Contains("Print as written", StringComparison.Ordinal));
        Assert.Null(link.GetAttribute("data-print"));
        var paper = (await client.GetPageAsync(link.GetAttribute("href")!)).ShouldBeOk();
        Assert.True(IsWritten(paper));
        Assert.DoesNotContain(
            paper.Response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [], c => c.Contains(CookieNames.PlanView, StringComparison.Ordinal));
        Assert.Contains(PaperStyle.Quoted(here.Canary).Trim('"'), paper.Find("head style").TextContent, StringComparison.Ordinal);
        Assert.Contains("as at 27 October 2020", paper.Find("head style").TextContent, StringComparison.Ordinal);
    }

    private static bool IsWritten(TestPage page) => page.ShouldBeOk().Document.QuerySelector(".p-plan") is not null;

    private static string CookieOf(TestPage page) =>
        page.Response.Headers.GetValues("Set-Cookie").Single(c => c.Contains(CookieNames.PlanView, StringComparison.Ordinal));

    private static string[] Cells(TestPage page, Guid project) =>
        [.. page.Find($"#project-{project}").Children.Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private async Task<TestPage> GetAsync(TestPerson person, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        return await portal.ClientFor(person).SendForPageAsync(request);
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync(PlanLayout? layout = null)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p =>
        {
            p.AsAt = new DateOnly(2020, 10, 27);
            p.Layout = layout ?? p.Layout;
        });
        return (partnership, await portal.Data.CreatePlanAsync(partnership, projects: 4));
    }
}
