using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Scrutiny;

/// <summary>A link officer's home page in a partnership.</summary>
public sealed class GetScrutinyOverviewTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_UnderTheLivePlan_ShowsRecommendationsWithTheWorstRatingAndTheirEvidence()
    {
        var (partnership, plan) = await MadeAsync();
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Released lately", released: true);
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Not released", released: false);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var projects = await database.Projects.OrderBy(p => p.Position).ToListAsync();
            (projects[0].Rag, projects[1].Rag) = ("on-track", "off-track");
            return true;
        });
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);

        var page = (await portal.ClientFor(officer.Person).GetPageAsync($"/{partnership.Slug}")).ShouldBeOk();

        var row = page.Find("tbody tr");
        Assert.Contains("Off track", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector($"a[href='/{partnership.Slug}/recommendations/{plan.RecommendationId}']"));
        Assert.Equal("1 for 1", row.QuerySelector($"a[href='/{partnership.Slug}/evidence?recommendation={plan.RecommendationId}']")!.TextContent.Trim());
        Assert.Contains("Released lately", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not released", page.Text, StringComparison.Ordinal);
        Assert.Contains("Next report due 30 October 2020", page.Text, StringComparison.Ordinal);
        Assert.Contains("None approved yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnderApprovedReports_ShowsReportsAndTheirEvidenceAndNothingOfThePlan()
    {
        var (partnership, plan) = await MadeAsync();
        var listed = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Listed", released: true);
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "In no report", released: true);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.ApprovedReports);
        var client = portal.ClientFor(officer.Person);
        Assert.Contains("No approved report lists evidence yet", (await client.GetPageAsync($"/{partnership.Slug}")).ShouldBeOk().Text, StringComparison.Ordinal);
        var period = await portal.Data.PublishReportAsync(partnership, plan, listed);

        var page = (await client.GetPageAsync($"/{partnership.Slug}")).ShouldBeOk();

        Assert.NotNull(page.Find($"a[href='/{partnership.Slug}/reports/{period}']"));
        Assert.Contains("Listed", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("In no report", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"Recommendation {partnership.Canary}", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/plan", page.Find("main").InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfAPlanThatTheGrantDoesNotName_ShowsNothingOfIt()
    {
        var (partnership, plan) = await MadeAsync();
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Of the first plan", released: true);
        var other = await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            var made = new Plan { Title = "Another plan" };
            database.Add(made);
            return Task.FromResult(made.Id);
        });
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan with { Id = other }, GrantScope.LivePlan);

        var page = (await portal.ClientFor(officer.Person).GetPageAsync($"/{partnership.Slug}")).ShouldBeOk();

        Assert.DoesNotContain("Of the first plan", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"Recommendation {partnership.Canary}", page.Text, StringComparison.Ordinal);
        Assert.Contains("No date for the next report yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsLinkOfficer_IsLoggedEachTime()
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var client = portal.ClientFor(officer.Person);
        await client.GetPageAsync($"/{partnership.Slug}");
        await client.GetPageAsync($"/{partnership.Slug}");

        var entries = await portal.Data.InTenantAsync(partnership.Id, database => database.AccessEntries.ToListAsync());
        Assert.All(entries, e => Assert.Equal("Overview of the partnership", e.What));
        Assert.Equal(2, entries.Count);
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MadeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, await portal.Data.CreatePlanAsync(partnership));
    }
}
