using System.Net;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Plans;

public sealed class GetPlanTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly DateOnly AsAt = new(2020, 10, 27);

    [Theory]
    [InlineData(PartnershipRole.PartnershipLead)]
    [InlineData(PartnershipRole.Contributor)]
    [InlineData(PartnershipRole.ChiefOfficer)]
    [InlineData(PartnershipRole.Reader)]
    public async Task Get_AsMember_ShowsWhatThePlanHolds(PartnershipRole role)
    {
        var (partnership, plan) = await MakeAsync();
        var page = (await portal.ClientFor(partnership.People[role]).GetPageAsync(partnership.PlanPath)).ShouldBeOk();
        Assert.Equal($"Plan {partnership.Canary}", page.Find("h1").TextContent);
        Assert.Contains("2019 to 2020", page.Text, StringComparison.Ordinal);
        Assert.Contains("Responds to the inspection published on 3 September 2019", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 recommendation, 1 aim, 2 projects", page.Text, StringComparison.Ordinal);
        var written = (await portal.ClientFor(partnership.People[role]).GetPageAsync($"{partnership.PlanPath}?view=written")).ShouldBeOk();
        Assert.Contains($"Driver {partnership.Canary}", written.Text, StringComparison.Ordinal);
        Assert.Contains("30 September 2020 27 days late", RowOf(written, plan.ProjectIds[0]), StringComparison.Ordinal);
        var row = RowOf(page, plan.ProjectIds[0]);
        Assert.Contains($"Post {partnership.Canary}", row, StringComparison.Ordinal);
        Assert.Contains("30 September 2020 27 days late", row, StringComparison.Ordinal);
        Assert.Contains("In progress", row, StringComparison.Ordinal);
        Assert.Contains("Not rated", row, StringComparison.Ordinal);
        Assert.Contains("Jan 20 · CSW: Before the portal", row, StringComparison.Ordinal);
        var isLead = role == PartnershipRole.PartnershipLead;
        Assert.Equal(isLead, page.Html.Contains("/aims/new", StringComparison.Ordinal));
        Assert.Equal(isLead, page.Html.Contains($"/projects/new?aim={plan.AimId}", StringComparison.Ordinal));
        Assert.True(page.Document.QuerySelectorAll("main .govuk-button:not(.govuk-button--secondary)").Length <= 1);
    }

    [Fact]
    public async Task Get_ByRoleAndPeriod_OffersWhatThePeriodAsks()
    {
        var (partnership, plan) = await MakeAsync();
        Assert.Contains("Write your 2 updates", await ButtonAsync(partnership.Contributor), StringComparison.Ordinal);
        Assert.Contains("Follow updates", await ButtonAsync(partnership.Lead), StringComparison.Ordinal);
        Assert.Empty(await ButtonAsync(partnership.Reader));
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[0], UpdateState.Submitted, "words");
        Assert.Contains("Accept updates for July", await ButtonAsync(partnership.Lead), StringComparison.Ordinal);
        await MovePeriodAsync(partnership, plan, PeriodState.WithLead, PeriodState.Submitted);
        Assert.Contains("Check and approve", await ButtonAsync(partnership.Chief), StringComparison.Ordinal);

        async Task<string> ButtonAsync(TestPerson person)
        {
            var page = (await portal.ClientFor(person).GetPageAsync(partnership.PlanPath)).ShouldBeOk();
            return page.Document.QuerySelector(".p-head__action .govuk-button")?.TextContent ?? string.Empty;
        }
    }

    [Fact]
    public async Task Get_NoPlan_OffersTheLeadToStartOne()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var lead = (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/plans")).ShouldBeOk();
        Assert.Equal($"/{partnership.Slug}/plans/import", lead.Find("main .govuk-button").GetAttribute("href"));
        Assert.NotNull(lead.Document.QuerySelector($"main a[href='/{partnership.Slug}/plans/new']"));
        var reader = (await portal.ClientFor(partnership.Reader).GetPageAsync($"/{partnership.Slug}/plans")).ShouldBeOk();
        Assert.Null(reader.Document.QuerySelector("main .govuk-button"));
    }

    [Fact]
    public async Task Get_PlanWithoutAims_SaysHowToBegin()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        partnership.PlanId = await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(database.Add(new Plan { Title = "Bare" }).Entity.Id));
        var page = (await portal.ClientFor(partnership.Lead).GetPageAsync(partnership.PlanPath)).ShouldBeOk();
        Assert.Contains("has no aims yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not linked to an inspection", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SeveralPlans_ShowsOneAndAChoice()
    {
        var (partnership, first) = await MakeAsync();
        var second = await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(database.Add(new Plan { Title = "Newer plan" }).Entity.Id));
        var client = portal.ClientFor(partnership.Reader);
        var newest = (await client.GetPageAsync($"/{partnership.Slug}/plans/{second}")).ShouldBeOk();
        Assert.Equal("Newer plan", newest.Find("h1").TextContent);
        Assert.Contains(partnership.PlanPath, newest.Document.QuerySelectorAll("a.p-choice").Select(a => a.GetAttribute("href")), StringComparer.Ordinal);
        var older = (await client.GetPageAsync($"/{partnership.Slug}/plans/{first.Id}?aim=1")).ShouldBeOk();
        Assert.Contains("2 of 2 projects", older.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{partnership.Slug}/plans/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{partnership.Slug}/plans/x")).Status);
    }

    [Fact]
    public async Task Get_Filters_TakeWhatTheySayAndCanBeRemoved()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var second = (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[1]))!;
            (second.Title, second.Status, second.Rag) = (@"Odd 100%_\' title", ProjectStatus.DoneAwaitingEvidence, "on-track");
            database.RemoveRange(database.ProjectLeads.Where(l => l.ProjectId == second.Id));
            database.RemoveRange(database.RecommendationLinks.Where(l => l.ProjectId == second.Id));
            return true;
        });
        var client = portal.ClientFor(partnership.Reader);
        foreach (var (query, expected) in new (string Query, int[] Expected)[]
        {
            ("", [0, 1]), ("q=Project+1", [0]), ("q=PROJECT+1", [0]), ("q=%25_%5C%27", [1]), ("q=_", [1]), ("q=%25", [1]), ("q=%5C", [1]), ("q=1.2", [1]),
            ("q=" + new string('x', 2000), []), ("aim=1", [0, 1]), ("aim=9", []), ("aim=9&aim=1", [0, 1]), ("status=InProgress", [0]),
            ("status=in-progress", [0]), ("rating=on-track", [1]), ("rating=not-rated", [0]), ("rating=nonsense", []), ($"lead={plan.ResponsibilityId}", [0]),
            ("lead=nonsense", []), ($"recommendation={plan.RecommendationId}", [0]), ($"recommendation={Guid.NewGuid()}", []), ("recommendation=x", []),
            ("late=true", [0]), ("late=yes", [0, 1]), ("nolead=true", [1]), ("aim=&status=&late=", [0, 1]), ("late=true&nolead=true", []),
        })
        {
            var page = (await client.GetPageAsync($"{partnership.PlanPath}?{query}")).ShouldBeOk();
            Assert.DoesNotContain("Error:", page.Document.Title, StringComparison.Ordinal);
            var shown = plan.ProjectIds.Select((id, i) => (id, i)).Where(p => page.Document.QuerySelector($"main a[href='/{partnership.Slug}/projects/{p.id}']") is not null)
                .Select(p => p.i).ToArray();
            Assert.True(expected.SequenceEqual(shown), $"{query}: {string.Join(',', shown)}");
            if (expected.Length == 0)
            {
                Assert.Contains("No items match", page.Text, StringComparison.Ordinal);
                Assert.NotNull(page.Document.QuerySelector($"main a[href='{partnership.PlanPath}']"));
            }
        }

        var chips = (await client.GetPageAsync($"{partnership.PlanPath}?q=a%26b&aim=1&late=true")).Document.QuerySelectorAll(".p-chip").ToDictionary(c => c.TextContent, c => c.GetAttribute("href"), StringComparer.Ordinal);
        Assert.Equal($"{partnership.PlanPath}?q=a%26b&late=true", chips["Aim 1, remove"]);
        Assert.Equal($"{partnership.PlanPath}?aim=1&late=true", chips["“a&b”, remove"]);
    }

    [Fact]
    public async Task Get_RecommendationAnsweredByAProject_DoesNotTakeOthersWithoutADriver()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            database.RemoveRange(database.RecommendationLinks);
            database.Add(new RecommendationLink { RecommendationId = plan.RecommendationId, ProjectId = plan.ProjectIds[0] });
            (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[1]))!.DriverId = null;
            return true;
        });
        var page = (await portal.ClientFor(partnership.Reader).GetPageAsync($"{partnership.PlanPath}?recommendation={plan.RecommendationId}")).ShouldBeOk();
        Assert.Contains("1 of 2 projects", page.Text, StringComparison.Ordinal);
        var list = (await portal.ClientFor(partnership.Reader).GetPageAsync($"/{partnership.Slug}/recommendations/{plan.RecommendationId}")).ShouldBeOk();
        Assert.DoesNotContain($"Project 2 {partnership.Canary}", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_HtmlInText_StaysText()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[0]))!.Title = "<script>alert(1)</script>";
            database.Add(new PlanSection { PlanId = plan.Id, Heading = "<b>H</b>", Body = "**bold** <img src=x> [a](javascript:x)" });
            return true;
        });
        var page = (await portal.ClientFor(partnership.Reader).GetPageAsync($"{partnership.PlanPath}?q=%3Cscript%3E")).ShouldBeOk();
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page.Html, StringComparison.Ordinal);
        Assert.Contains("<strong>bold</strong>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsLinkOfficer_ShowsOnlyWhatWasAcceptedAndGranted()
    {
        var (partnership, plan) = await MakeAsync();
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[0], UpdateState.Submitted, "SECRET-submitted");
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[1], UpdateState.Accepted, "Accepted words");
        await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(database.Add(new Plan { Title = "Another plan" }).Entity.Id));
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var page = (await portal.ClientFor(officer.Person).GetPageAsync(partnership.PlanPath)).ShouldBeOk();
        Assert.Equal($"Plan {partnership.Canary}", page.Find("h1").TextContent);
        Assert.Contains("Accepted words", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Another plan", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("July to September 2020", page.Find(".p-cols").TextContent.Split("Updates")[0].Split("Plans")[0], StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main .govuk-button:not(.govuk-button--secondary)"));
        var found = (await portal.ClientFor(officer.Person).GetPageAsync($"{partnership.PlanPath}?q=SECRET-submitted")).ShouldBeOk();
        Assert.Contains("No items match", found.Text, StringComparison.Ordinal);
        var member = (await portal.ClientFor(partnership.Reader).GetPageAsync(partnership.PlanPath)).ShouldBeOk();
        Assert.Contains("SECRET-submitted", member.Text, StringComparison.Ordinal);
        Assert.Contains("(not accepted yet)", member.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plans?list=all")]
    [InlineData("measures")]
    [InlineData("inspections")]
    [InlineData("recommendations")]
    [InlineData("projects/{project}")]
    [InlineData("measures/{measure}")]
    [InlineData("inspections/{inspection}")]
    [InlineData("recommendations/{recommendation}")]
    public async Task Get_GrantOfReportsOnlyOrOfAnotherPlan_IsNotFound(string path)
    {
        var (partnership, plan) = await MakeAsync();
        var address = $"/{partnership.Slug}/" + path.Replace("{project}", plan.ProjectIds[0].ToString(), StringComparison.Ordinal)
            .Replace("{measure}", plan.MeasureIds[0].ToString(), StringComparison.Ordinal)
            .Replace("{inspection}", plan.InspectionId.ToString(), StringComparison.Ordinal)
            .Replace("{recommendation}", plan.RecommendationId.ToString(), StringComparison.Ordinal);
        var reports = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.ApprovedReports);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(reports.Person).GetPageAsync(address)).Status);
        var live = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        Assert.Equal(HttpStatusCode.OK, (await portal.ClientFor(live.Person).GetPageAsync(address)).Status);
        var other = await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(database.Add(new Plan { Title = "Another plan" }).Entity.Id));
        var elsewhere = await portal.Data.CreateOfficerAsync(partnership, plan with { Id = other }, GrantScope.LivePlan);
        var page = await portal.ClientFor(elsewhere.Person).GetPageAsync(address);
        if (path.Contains('{', StringComparison.Ordinal))
        {
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
        }
        else
        {
            Assert.DoesNotContain(partnership.Canary, page.Find("main").TextContent.Replace(partnership.Name, "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync(int projects = 2)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = AsAt);
        return (partnership, await portal.Data.CreatePlanAsync(partnership, projects));
    }

    private Task<bool> MovePeriodAsync(TestPartnership partnership, TestPlan plan, params PeriodState[] states) =>
        portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var period = (await database.ReportingPeriods.FindAsync(partnership.Id, plan.PeriodId))!;
            foreach (var state in states)
            {
                period.Become(state);
            }

            return true;
        });

    private static string RowOf(TestPage page, Guid project) =>
        string.Join(' ', page.Document.QuerySelectorAll("tr").First(r => r.QuerySelector($"a[href$='/projects/{project}']") is not null)
            .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
