using AngleSharp.Dom;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Plans.Views;

/// <summary>The plan by lead, by agency, by recommendation, in time, as a tree, and one aim alone.</summary>
public sealed class PlanGroupsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task ByLead_OneLead_ShowsEverythingTheyAnswerFor()
    {
        var (partnership, plan) = await MakeAsync(3);
        var second = await MakeLeadAsync(partnership, plan);
        var page = await OpenAsync(partnership, $"by-lead?lead={second}");
        Assert.Equal("Second post", page.Find("h1").TextContent);
        Assert.Contains("Responsible for 1 project, 1 sub-action and 1 measure; 1 late", page.Text, StringComparison.Ordinal);
        var rows = page.Document.QuerySelectorAll("main tbody tr");
        Assert.Equal(3, rows.Length);
        Assert.Contains("Works with the lead", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Step of the second", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("For 1.1 Project 1", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ByLead_WithoutLead_ComesLastAndSaysSo()
    {
        var (partnership, plan) = await MakeAsync(3);
        await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            database.RemoveRange(database.ProjectLeads.Where(l => l.ProjectId == plan.ProjectIds[2]));
            return Task.FromResult(true);
        });
        var groups = (await OpenAsync(partnership, "by-lead")).Document.QuerySelectorAll("main section.p-group");
        Assert.Equal(2, groups.Length);
        Assert.Contains("2 projects; 2 late", Flat(groups[0]), StringComparison.Ordinal);
        Assert.Contains("These have no lead. ", Flat(groups[^1]), StringComparison.Ordinal);
        Assert.Contains("Project 3", groups[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ByAgency_ChainOfAgencies_SaysToWhomEachReports()
    {
        var (partnership, plan) = await MakeAsync(2);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var top = new Agency { Code = "CPP", Name = "Community planning", Kind = AgencyKind.Group };
            var middle = new Agency { Code = "COG", Name = "Chief officers", Kind = AgencyKind.Group, ReportsTo = top };
            database.AddRange(top, middle);
            await database.SaveChangesAsync();
            top.ReportsToId = middle.Id;
            (await database.Agencies.FindAsync(partnership.Id, plan.AgencyId))!.ReportsToId = middle.Id;
            database.RemoveRange(database.ProjectLeads.Where(l => l.ProjectId == plan.ProjectIds[1]));
            return true;
        });
        var page = await OpenAsync(partnership, "by-agency");
        Assert.Contains("Reports to Chief officers, which reports to Community planning", page.Text, StringComparison.Ordinal);
        Assert.Contains("These have no lead, or the lead’s agency is not recorded", page.Document.QuerySelectorAll("main section.p-group")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ByRecommendation_Links_SayWhetherTheyAreStated()
    {
        var (partnership, plan) = await MakeAsync(3);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            database.RemoveRange(database.RecommendationLinks.Where(l => l.ProjectId != plan.ProjectIds[0]));
            var bare = new Recommendation { Number = "2", Text = "Nothing answers this", InspectionId = plan.InspectionId };
            database.Add(bare);
            (await database.RecommendationLinks.FindAsync(partnership.Id, database.RecommendationLinks.First(l => l.ProjectId == plan.ProjectIds[0]).Id))!.Basis = LinkBasis.Stated;
            return true;
        });
        var groups = (await OpenAsync(partnership, "by-recommendation")).Document.QuerySelectorAll("main section.p-group");
        Assert.Equal(3, groups.Length);
        Assert.Contains("Stated in the plan", groups[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("No project is linked to it", groups[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(2, groups[2].QuerySelectorAll("tbody tr").Length);
        Assert.Contains("These are not linked to a recommendation", groups[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tree_OpenAndClosed_CountsAndRatesWhatIsBelow()
    {
        var (partnership, plan) = await MakeAsync(2);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[0]))!.Rag = "at-risk";
            return true;
        });
        var page = await OpenAsync(partnership, "tree");
        var aim = Flat(page.Find(".p-tree__aim > summary"));
        Assert.Contains("2 projects", aim, StringComparison.Ordinal);
        Assert.Contains("2 late", aim, StringComparison.Ordinal);
        Assert.Contains("At risk", aim, StringComparison.Ordinal);
        Assert.Equal(4, page.Document.QuerySelectorAll(".p-tree details").Length);
        Assert.Single(page.Document.QuerySelectorAll(".p-tree details[open]"));
        Assert.Contains("1 sub-action, 1 measure", page.Text, StringComparison.Ordinal);
        Assert.Equal(4, (await OpenAsync(partnership, "tree?open=all")).Document.QuerySelectorAll(".p-tree details[open]").Length);
        Assert.Empty((await OpenAsync(partnership, "tree?open=none")).Document.QuerySelectorAll(".p-tree details[open]"));
    }

    [Fact]
    public async Task Aim_Page_SaysEverythingAboutIt()
    {
        var (partnership, plan) = await MakeAsync(2);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var aim = (await database.StretchAims.FindAsync(partnership.Id, plan.AimId))!;
            (aim.Vision, aim.ByDateText, aim.Population, aim.Threshold, aim.MirrorsQuestion) = ("A vision", "by March 2018", "under 2 years", "75%", 1);
            aim.KeyOutcomes = ["First outcome", "Second outcome"];
            aim.Source = new SourceNote("Page 3", "The row is cut off", true);
            database.Add(new Measure { PlanId = plan.Id, AimId = aim.Id, Title = "Measure of the aim" });
            return true;
        });
        var page = (await portal.ClientFor(partnership.Reader).GetPageAsync($"/{partnership.Slug}/aims/{plan.AimId}")).ShouldBeOk();
        foreach (var said in new[] { "A vision", "by March 2018", "under 2 years", "75%", "First outcome", "Measure of the aim", $"Driver {partnership.Canary}", $"Project 1 {partnership.Canary}", "2 projects of aim 1 2 late in aim 1", $"Question {partnership.Canary}", "Page 3", "The row is cut off", $"Recommendation {partnership.Canary}", "our own view" })
        {
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }
    }

    private Task<Guid> MakeLeadAsync(TestPartnership partnership, TestPlan plan) => portal.Data.InTenantAsync(partnership.Id, async database =>
    {
        var second = new LeadResponsibility { Name = "Second post" };
        database.Add(second);
        database.Add(new ProjectLead { ProjectId = plan.ProjectIds[1], LeadResponsibility = second, Kind = LeadKind.With, Position = 2 });
        var step = (await database.SubActions.FindAsync(partnership.Id, plan.SubActionIds[0]))!;
        step.Text = "Step of the second";
        step.Owners.Add(new SubActionOwner { LeadResponsibility = second });
        (await database.Measures.FindAsync(partnership.Id, plan.MeasureIds[2]))!.LeadResponsibility = second;
        return second.Id;
    });

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) + " ";

    private async Task<TestPage> OpenAsync(TestPartnership partnership, string view) =>
        (await portal.ClientFor(partnership.Reader).GetPageAsync($"{partnership.PlanPath}/{view}")).ShouldBeOk();

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync(int projects)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        return (partnership, await portal.Data.CreatePlanAsync(partnership, projects));
    }
}
