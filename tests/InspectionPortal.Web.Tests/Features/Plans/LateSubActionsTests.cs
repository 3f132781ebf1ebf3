using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>What is late in a sub-action counts and can be found wherever lateness counts, whoever looks.</summary>
public sealed class LateSubActionsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly DateOnly AsAt = new(2020, 10, 27);

    [Fact]
    public async Task Get_PlanAndItsViews_FlagAndFilterWhatIsLateInASubAction()
    {
        var (here, plan, owner) = await MakeAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        foreach (var person in new[] { here.Lead, here.Reader, officer.Person })
        {
            var client = portal.ClientFor(person);
            var page = (await client.GetPageAsync($"{here.PlanPath}?late=true")).ShouldBeOk();
            Assert.Equal([$"project-{plan.ProjectIds[0]}"], page.Document.QuerySelectorAll("tr[id^=project-]").Select(r => r.Id));
            Assert.Equal("2 sub-actions late", page.Find(".p-late-steps").TextContent.Trim());
            Assert.Contains("Late, or with a late sub-action", page.Text, StringComparison.Ordinal);
            foreach (var view in new[] { "tree", "drivers", "timeline", "by-lead", "by-agency", "by-recommendation" })
            {
                var seen = (await client.GetPageAsync($"{here.PlanPath}/{view}?late=true")).ShouldBeOk();
                Assert.True(seen.Text.Contains("1 of 3 projects", StringComparison.Ordinal), $"{view}: {seen.Text}");
            }

            Assert.Contains("2 sub-actions late", (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}")).Text, StringComparison.Ordinal);
            var answered = (await client.GetPageAsync($"{here.PlanPath}?lead={owner}")).ShouldBeOk();
            Assert.Equal([$"project-{plan.ProjectIds[0]}"], answered.Document.QuerySelectorAll("tr[id^=project-]").Select(r => r.Id));
        }
    }

    [Fact]
    public async Task Get_ByLead_WhoOwnsTheSubActionAnswersForItAndTheCountLeadsToIt()
    {
        var (here, _, owner) = await MakeAsync();
        var client = portal.ClientFor(here.Reader);
        var group = (await client.GetPageAsync($"{here.PlanPath}/by-lead")).ShouldBeOk().Find($"#lead-{owner}");
        Assert.Contains("1 sub-action; 1 late", string.Join(' ', group.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        var only = (await client.GetPageAsync(group.QuerySelector("a.p-late")!.GetAttribute("href")!)).ShouldBeOk();
        Assert.Single(only.Document.QuerySelectorAll(".p-group tbody tr"));
        Assert.Contains("Overdue by the owner", only.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Home_CountsThemAndNamesTheNextDates()
    {
        var (here, plan, _) = await MakeAsync();
        var home = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}")).ShouldBeOk();
        Assert.Equal("1 late, with 2 sub-actions past their deadline", Said(home, ".p-stats li"));
        Assert.Contains("Follow up 2 sub-actions past their date", home.Text, StringComparison.Ordinal);
        Assert.Contains("1.2: Soon due", home.Find(".p-dates").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Long done", home.Text, StringComparison.Ordinal);
        foreach (var link in home.Document.QuerySelectorAll(".p-stats li:first-child a"))
        {
            (await portal.ClientFor(here.Lead).GetPageAsync(link.GetAttribute("href")!)).ShouldBeOk();
        }

        var others = (await portal.ClientFor(here.Contributor).GetPageAsync($"/{here.Slug}")).ShouldBeOk();
        Assert.Contains("Update 1 sub-action past its date", others.Text, StringComparison.Ordinal);
        Assert.Equal($"/{here.Slug}/projects/{plan.ProjectIds[0]}#steps", others.Document.QuerySelectorAll(".p-task__title")
            .First(t => t.TextContent.Contains("past its date", StringComparison.Ordinal)).GetAttribute("href"));
    }

    [Theory]
    [InlineData(ProjectStatus.DoneAwaitingEvidence)]
    [InlineData(ProjectStatus.Stopped)]
    public async Task Get_ProjectThatIsOver_HasNothingLateInIt(ProjectStatus status)
    {
        var (here, plan, _) = await MakeAsync();
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0])).Status = status;
            return true;
        });
        var client = portal.ClientFor(here.Reader);
        Assert.Empty((await client.GetPageAsync($"{here.PlanPath}?late=true")).ShouldBeOk().Document.QuerySelectorAll("tr[id^=project-]"));
        Assert.Equal("0 late", Said((await client.GetPageAsync($"/{here.Slug}")).ShouldBeOk(), ".p-stats li"));
    }

    private static string Said(TestPage page, string selector) =>
        string.Join(' ', page.Find(selector).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Three projects in time: the first with two sub-actions past their date, one of them owned, and one done; the second with one that is due soon.</summary>
    private async Task<(TestPartnership Here, TestPlan Plan, Guid Owner)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.AsAt = AsAt);
        var plan = await portal.Data.CreatePlanAsync(here, 3);
        var owner = await portal.Data.InTenantAsync(here.Id, async database =>
        {
            foreach (var project in await database.Projects.ToListAsync())
            {
                project.Deadline = DeadlineParser.Parse("31 March 2021");
            }

            var post = new LeadResponsibility { Name = "Owner of steps" };
            var held = await database.LeadResponsibilities.SingleAsync();
            var late = new SubAction { ProjectId = plan.ProjectIds[0], Text = "Overdue by the owner", Deadline = DeadlineParser.Parse("Sept 2020") };
            late.Owners.Add(new SubActionOwner { LeadResponsibility = post });
            var own = new SubAction { ProjectId = plan.ProjectIds[0], Text = "Overdue too", Deadline = DeadlineParser.Parse("1 August 2020"), Status = ProjectStatus.InProgress };
            own.Owners.Add(new SubActionOwner { LeadResponsibilityId = held.Id });
            database.AddRange(
                post, late, own,
                new SubAction { ProjectId = plan.ProjectIds[0], Text = "Long done", Deadline = DeadlineParser.Parse("1 May 2020"), Status = ProjectStatus.DoneAwaitingEvidence },
                new SubAction { ProjectId = plan.ProjectIds[1], Text = "Soon due", Deadline = DeadlineParser.Parse("30 November 2020") });
            return post.Id;
        });
        return (here, plan, owner);
    }
}
