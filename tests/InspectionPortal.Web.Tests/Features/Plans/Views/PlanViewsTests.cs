using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Plans.Views;

/// <summary>What all views of a plan have in common: who may look, filters that go along, search, nothing to show.</summary>
public sealed class PlanViewsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string[] Paths =
        ["/tree", "/drivers", "/by-lead", "/by-agency", "/by-recommendation", "/timeline", "/timeline?with=steps"];

    [Theory]
    [InlineData(PartnershipRole.PartnershipLead)]
    [InlineData(PartnershipRole.Contributor)]
    [InlineData(PartnershipRole.ChiefOfficer)]
    [InlineData(PartnershipRole.Reader)]
    public async Task Get_AsMember_ShowsThePlanAndTheOtherViews(PartnershipRole role)
    {
        var (partnership, plan) = await MakeAsync();
        var client = portal.ClientFor(partnership.People[role]);
        var titles = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var path in new[] { "", "?view=written", "/coverage" })
        {
            titles.Add((await client.GetPageAsync($"{partnership.PlanPath}{path}")).ShouldBeOk().Document.Title);
        }

        foreach (var path in Paths)
        {
            var page = (await client.GetPageAsync($"{partnership.PlanPath}{path}")).ShouldBeOk();
            titles.Add(page.Document.Title);
            Assert.Contains($"Plan {partnership.Canary}", page.Find("h1").TextContent, StringComparison.Ordinal);
            Assert.All(plan.ProjectIds, id => Assert.Contains($"/{partnership.Slug}/projects/{id}", page.Html, StringComparison.Ordinal));
            Assert.Equal(7, page.Document.QuerySelectorAll(".p-views a").Length);
            Assert.Single(page.Document.QuerySelectorAll(".p-views a[aria-current]"));
            Assert.DoesNotContain(" style=", page.Html, StringComparison.Ordinal);
        }

        Assert.Equal(Paths.Length + 2, titles.Count);
        (await client.GetPageAsync($"/{partnership.Slug}/aims/{plan.AimId}")).ShouldBeOk();
    }

    [Fact]
    public async Task Get_AsLinkOfficer_ShowsTheGrantedPlanAndWritesItDown()
    {
        var (partnership, plan) = await MakeAsync();
        var other = await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(database.Add(new Plan { Title = "Not granted" }).Entity.Id));
        var live = (await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan)).Person;
        var reports = (await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.ApprovedReports)).Person;
        foreach (var path in Paths.Append("/drivers.svg").Select(p => $"{partnership.PlanPath}{p}").Append($"/{partnership.Slug}/aims/{plan.AimId}"))
        {
            var page = (await portal.ClientFor(live).GetPageAsync(path)).ShouldBeOk();
            Assert.Contains(partnership.Canary, page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("/edit", page.Html, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(reports).GetPageAsync(path)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(live).GetPageAsync($"/{partnership.Slug}/plans/{other}/tree")).Status);
        var read = await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(database.AccessEntries.Count()));
        Assert.Equal(Paths.Length + 2, read);
    }

    [Fact]
    public async Task Get_ViewWithFilters_CarriesThemToEveryOtherView()
    {
        var (partnership, plan) = await MakeAsync();
        var client = portal.ClientFor(partnership.Reader);
        foreach (var path in Paths.Prepend(""))
        {
            var asked = $"q=Project+1&aim=1&late=true&recommendation={plan.RecommendationId}";
            var page = (await client.GetPageAsync($"{partnership.PlanPath}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{asked}")).ShouldBeOk();
            foreach (var link in page.Document.QuerySelectorAll(".p-views a"))
            {
                Assert.EndsWith($"q=Project%201&aim=1&recommendation={plan.RecommendationId}&late=true", link.GetAttribute("href"), StringComparison.Ordinal);
            }

            Assert.Equal(4, page.Document.QuerySelectorAll("a.p-chip").Length);
            var own = $"{partnership.PlanPath}{path.Split('?')[0]}?";
            Assert.All(page.Document.QuerySelectorAll("a.p-chip"), chip => Assert.StartsWith(own, chip.GetAttribute("href"), StringComparison.Ordinal));
            Assert.Contains("1 of 2 projects", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_SearchForAnything_IsAnsweredClearly()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.SubActions.FindAsync(partnership.Id, plan.SubActionIds[1]))!.Text = @"Odd 100%_\' step";
            return true;
        });
        var client = portal.ClientFor(partnership.Reader);
        foreach (var path in Paths.Prepend(""))
        {
            foreach (var (query, shown) in new (string, int)[]
            {
                ("q=%25_%5C%27", 1), ("q=%25", 1), ("q=_", 1), ("q=" + new string('x', 2000), 0), ("q=" + new string('%', 50), 0), ("q=1.2", 1),
                ("aim=nine", 0), ("status=nonsense", 0), ("rating=nonsense", 0), ("recommendation=x", 0), ("q=<script>", 0), ("late=&aim=", 2),
            })
            {
                var page = (await client.GetPageAsync($"{partnership.PlanPath}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}")).ShouldBeOk();
                Assert.True(page.Text.Contains($"{shown} of 2 projects", StringComparison.Ordinal), $"{path} {query}");
                Assert.Equal(shown == 0, page.Text.Contains("No items match", StringComparison.Ordinal));
                Assert.DoesNotContain("<script>", page.Html.Replace("<script>alert", "", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Get_UnknownLead_SaysThatNothingMatches()
    {
        var (partnership, _) = await MakeAsync();
        var client = portal.ClientFor(partnership.Reader);
        foreach (var path in Paths)
        {
            var page = (await client.GetPageAsync($"{partnership.PlanPath}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lead=nonsense")).ShouldBeOk();
            Assert.Contains("No items match", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_NoPlanOrNoAims_Is404OrSaysHowToBegin()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        foreach (var path in Paths.Append("/drivers.svg"))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(partnership.Reader).GetPageAsync($"{partnership.PlanPath}{path}")).Status);
        }

        partnership.PlanId = await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(database.Add(new Plan { Title = "Bare" }).Entity.Id));
        foreach (var path in Paths)
        {
            var page = (await portal.ClientFor(partnership.Lead).GetPageAsync($"{partnership.PlanPath}{path}")).ShouldBeOk();
            Assert.Contains("has no aims yet", page.Text, StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector("main a[href*='/aims/new']"));
        }
    }

    [Fact]
    public async Task Get_AnotherPartnershipsIds_Is404()
    {
        var (partnership, _) = await MakeAsync();
        var (_, theirs) = await MakeAsync();
        var client = portal.ClientFor(partnership.Lead);
        foreach (var path in Paths.Prepend("").Select(p => $"plans/{theirs.Id}{p}").Append($"aims/{theirs.AimId}").Append("plans/x/tree").Append($"plan/tree?plan={theirs.Id}"))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{partnership.Slug}/{path}")).Status);
        }
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync(int projects = 2)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        return (partnership, await portal.Data.CreatePlanAsync(partnership, projects));
    }
}
