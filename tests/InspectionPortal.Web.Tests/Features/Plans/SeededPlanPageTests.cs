using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>Each demonstration's plan under its document's own headers.</summary>
public sealed class SeededPlanPageTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Theory]
    [InlineData("aberdeen")]
    [InlineData("derby")]
    [InlineData("dumfries")]
    [InlineData("jersey")]
    [InlineData("shetland")]
    public async Task Get_Plan_ShowsTheColumnsOfItsLayoutInTheirOrder(string slug)
    {
        var page = await PageAsync(slug);
        var layout = await portal.Data.OnPlatformAsync(database => database.Partnerships.Where(p => p.Slug == slug).Select(p => p.Layout).SingleAsync());
        var shown = page.Document.QuerySelectorAll(".p-plan thead th:not(.p-plan__group)").ToList();
        Assert.Equal(
            layout.Columns.Where(c => c.Group is null).Concat(layout.Columns.Where(c => c.Group is not null)).Select(c => c.Label),
            shown.Select(t => t.FirstChild!.TextContent.Trim()));
        Assert.Equal(layout.Columns.Count(c => c.Note is not null), page.Document.QuerySelectorAll(".p-column-notes dd").Length);
        var projects = await portal.Data.InTenantAsync(
            await portal.Data.OnPlatformAsync(database => database.Partnerships.Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync()),
            database => database.Projects.Select(p => new { p.Id, p.Title, p.LeadsText, p.Success, p.EvidenceText }).ToListAsync());
        Assert.All(projects, p =>
        {
            var row = page.Find($"#project-{p.Id}");
            Assert.Equal(layout.Columns.Count, row.Children.Length);
            Assert.Equal(p.Title, row.QuerySelector("th a")!.TextContent);
        });
    }

    [Fact]
    public async Task Get_Jersey_HasItsEightColumns()
    {
        var page = await PageAsync("jersey");
        Assert.Equal(
            [
                "What do we plan to do to get us there?", "What will make the difference?", "When will this happen?", "How will we measure our success?",
                "How will children know things are different (impact)?", "Lead", "Evidence of Progress", "RAG rating",
            ],
            PlanLayoutTests.Headers(page));
        Assert.Equal(5, page.Document.QuerySelectorAll("tr.p-table__aim").Length);
        Assert.Equal(31, page.Document.QuerySelectorAll(".p-plan__outcomes li").Length);
        Assert.StartsWith("Driver of success 1.", page.Find("tr.p-table__aim strong").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Derby_HasItsTwoLevelHeaderAndFootnotes()
    {
        var page = await PageAsync("derby");
        var rows = page.Document.QuerySelectorAll(".p-plan thead tr");
        Assert.Equal(
            ["What?", "What area will this support an improvement in?*", "Accountable Officer(s)", "Deadline", "Closing the loop**", "Sub actions and implications"],
            rows[0].Children.Select(t => t.TextContent.Trim()));
        Assert.Equal("5", rows[0].Children[5].GetAttribute("colspan"));
        Assert.Equal(
            ["Financial", "Staff and WFD", "Partners / stakeholders", "Systems, analysis and reporting", "Leadership***"],
            rows[1].Children.Select(t => t.TextContent.Trim()));
        Assert.Equal(25, page.Document.QuerySelectorAll("tr[id^=project-]").Length);
        Assert.Equal(36, page.Document.QuerySelectorAll("tr[id^=project-] td .p-plan__words").Count(w => w.TextContent == "N/A"));
    }

    private async Task<TestPage> PageAsync(string slug) =>
        (await portal.ClientFor(await portal.PersonAsync($"reader@{slug}.example")).OpenAsync($"/{slug}/plan?view=written")).ShouldBeOk();
}
