using System.Xml.Linq;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Testing;
using InspectionPortal.Web.Components.Diagrams;

namespace InspectionPortal.Web.Tests.Features.Plans.Views;

public sealed class GetDriverDiagramTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_Plan_DrawsEveryNodeAsALinkAndListsTheSame()
    {
        var (partnership, plan) = await MakeAsync(2);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[0]))!.Rag = "off-track";
            (await database.Measures.FindAsync(partnership.Id, plan.MeasureIds[1]))!.ProjectId = plan.ProjectIds[0];
            return true;
        });
        var page = await OpenAsync(partnership);
        var drawn = page.Document.QuerySelectorAll(".p-diagram a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(5, drawn.Count);
        var listed = page.Document.QuerySelectorAll("#list a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(drawn.Skip(1).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Contains($"/{partnership.Slug}/aims/{plan.AimId}", drawn, StringComparer.Ordinal);
        Assert.Contains("No measure", page.Find(".p-diagram").TextContent, StringComparison.Ordinal);
        Assert.Contains("Rec 1", page.Find(".p-diagram").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".p-diagram rect[stroke-dasharray]"));
        Assert.Equal("M.6.6h10.8v10.8H.6z", page.Find($".p-diagram a[href='/{partnership.Slug}/aims/{plan.AimId}'] g path").GetAttribute("d"));
        Assert.Equal("#b3261e", page.Find($".p-diagram a[href$='{plan.ProjectIds[0]}'] g").GetAttribute("fill"));
        Assert.Equal(["Plan", "Stretch aim", "Key driver", "Improvement project"], Heads(page));
        Assert.DoesNotContain("style", string.Concat(page.Document.QuerySelectorAll("svg").Select(s => s.OuterHtml)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NestedDriversAndChangeIdeas_HaveTheirColumns()
    {
        var (partnership, plan) = await MakeAsync(2);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var secondary = new KeyDriver { AimId = plan.AimId, ParentId = plan.DriverId, Text = "Second level" };
            database.Add(secondary);
            foreach (var id in plan.ProjectIds)
            {
                var project = (await database.Projects.FindAsync(partnership.Id, id))!;
                (project.IsChangeIdea, project.DriverId) = (true, secondary.Id);
            }

            return true;
        });
        Assert.Equal(["Plan", "Stretch aim", "Primary driver", "Secondary driver", "Change idea"], Heads(await OpenAsync(partnership)));
    }

    [Fact]
    public async Task Get_MoreThanCanBeRead_OffersOneAimAtATimeAndTheWholeOnDemand()
    {
        var (partnership, plan) = await MakeAsync(70);
        await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            var second = new StretchAim { PlanId = plan.Id, Number = "2", Statement = "Small aim", Position = 1 };
            second.Projects.Add(new ImprovementProject { Number = "2.1", Title = "Alone" });
            database.Add(second);
            return Task.FromResult(true);
        });
        var page = await OpenAsync(partnership);
        Assert.Empty(page.Document.QuerySelectorAll(".p-diagram"));
        Assert.Contains("One diagram would have 75 boxes, too many to read.", page.Text, StringComparison.Ordinal);
        Assert.Contains("70 projects", page.Find("#choose").TextContent, StringComparison.Ordinal);
        var client = portal.ClientFor(partnership.Reader);
        var small = (await client.GetPageAsync(page.Document.QuerySelectorAll("#choose li a").First(a => a.TextContent.Contains("Small aim", StringComparison.Ordinal)).GetAttribute("href")!)).ShouldBeOk();
        Assert.Equal(3, small.Document.QuerySelectorAll(".p-diagram a").Length);
        Assert.Equal("Aim 2", small.Find(".p-choice[aria-current=true]").TextContent);
        var whole = (await client.GetPageAsync(page.Document.QuerySelectorAll("#choose p a").Single().GetAttribute("href")!)).ShouldBeOk();
        Assert.Equal(75, whole.Document.QuerySelectorAll(".p-diagram a").Length);
        using var file = await client.GetAsync(new Uri($"{partnership.PlanPath}/drivers.svg", UriKind.Relative));
        Assert.True(file.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Get_AimWithoutDrivers_LeavesTheirColumnOut()
    {
        var (partnership, plan) = await MakeAsync(2, p => p.Vocabulary = new() { StretchAim = "Theme", ImprovementProject = "Objective" });
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            foreach (var id in plan.ProjectIds)
            {
                (await database.Projects.FindAsync(partnership.Id, id))!.DriverId = null;
            }

            await database.SaveChangesAsync();
            database.RemoveRange(database.RecommendationLinks.Where(l => l.DriverId != null));
            database.RemoveRange(database.KeyDrivers);
            return true;
        });
        Assert.Equal(["Plan", "Theme", "Objective"], Heads(await OpenAsync(partnership)));
    }

    [Fact]
    public async Task Get_OneRecommendation_ShowsWhatAnswersItAndAWayBack()
    {
        var (partnership, plan) = await MakeAsync(3);
        await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            database.RemoveRange(database.RecommendationLinks.Where(l => l.ProjectId != plan.ProjectIds[0]));
            return Task.FromResult(true);
        });
        var page = await OpenAsync(partnership, $"?recommendation={plan.RecommendationId}");
        Assert.Contains("1 of 3 projects shown. Show all 3", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll(".p-diagram a[href*='/projects/']"));
        Assert.Single(page.Document.QuerySelectorAll(".p-diagram path.p-diagram__edge[stroke-dasharray]"));
        Assert.Equal($"{partnership.PlanPath}/drivers", page.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "Show all 3").GetAttribute("href"));
    }

    [Fact]
    public async Task Get_TwoHundredNodes_DrawsThemAll()
    {
        var (partnership, _) = await MakeAsync(200);
        var page = await OpenAsync(partnership);
        Assert.Equal(203, page.Document.QuerySelectorAll(".p-diagram a").Length);
        Assert.True(page.Document.QuerySelectorAll(".p-diagram__page").Length > 10);
        Assert.True((await OpenAsync(partnership, "?paper=a3")).Document.QuerySelectorAll(".p-diagram__page").Length < 12);
    }

    [Fact]
    public async Task Get_Sizes_AreLinksThatKeepTheRest()
    {
        var (partnership, _) = await MakeAsync(2);
        var page = await OpenAsync(partnership, "?aim=1");
        Assert.Null(page.Document.QuerySelector(".p-diagram--150"));
        var larger = page.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "Larger").GetAttribute("href")!;
        Assert.Equal($"{partnership.PlanPath}/drivers?zoom=150&aim=1#diagram", larger);
        var half = await OpenAsync(partnership, "?zoom=150&aim=1&paper=a3");
        Assert.NotNull(half.Document.QuerySelector(".p-diagram--150[tabindex='0']"));
        Assert.Equal($"{partnership.PlanPath}/drivers?paper=a3&aim=1#diagram", half.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "Smaller").GetAttribute("href"));
        Assert.DoesNotContain(half.Document.QuerySelectorAll(".p-diagram"), d => d.HasAttribute("style"));
        Assert.Empty((await OpenAsync(partnership, "?zoom=200")).Document.QuerySelectorAll("main a").Where(a => a.TextContent == "Larger"));
        Assert.Null((await OpenAsync(partnership, "?zoom=99999")).Document.QuerySelector(".p-diagram[tabindex]"));
    }

    [Fact]
    public async Task Get_ThirtyProjectsOnA3_AreOneSheet()
    {
        var (partnership, _) = await MakeAsync(30);
        var page = await OpenAsync(partnership, "?paper=a3");
        Assert.Single(page.Document.QuerySelectorAll(".p-diagram__page.p-diagram__page--one"));
        Assert.True((await OpenAsync(partnership)).Document.QuerySelectorAll(".p-diagram__page").Length > 1);
    }

    [Fact]
    public void Layout_LongName_GrowsTheBoxAndKeepsRoomForWiderFonts()
    {
        var node = new DiagramNode(0, DiagramLevel.Project, "~/", "1.1", string.Join(' ', Enumerable.Repeat("words", 20)), null, [], ["A measure"], [], false, []);
        var face = NodeLayout.Of(node, 414);
        Assert.True(face.Lines.Count > 3);
        Assert.True(face.Height > face.Lines.Count * NodeLayout.TextLine);
        Assert.DoesNotContain('…', string.Concat(face.Lines));
        var room = 414 - NodeLayout.LeftOfText - NodeLayout.Right - NodeLayout.MeasureWidth - NodeLayout.Right;
        Assert.All(face.Lines, line => Assert.True(TextWidth.Of(line, NodeLayout.TextSize, isBold: false) * TextWidth.WidestFont <= room));
    }

    [Fact]
    public async Task Get_MarkupAndLongWords_StayTextAndAreCut()
    {
        var (partnership, plan) = await MakeAsync(1);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var project = (await database.Projects.FindAsync(partnership.Id, plan.ProjectIds[0]))!;
            project.Title = "<b>& \"quotes\"</b> " + new string('w', 270);
            database.Add(new Measure { PlanId = plan.Id, ProjectId = project.Id, Title = "\uFFFE </text><script>" });
            return true;
        });
        var page = await OpenAsync(partnership);
        var node = page.Find($".p-diagram a[href$='{plan.ProjectIds[0]}']");
        Assert.Contains(new string('w', 270), node.QuerySelector("title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("…", node.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
        XDocument.Parse((await FileAsync(partnership)).Text);
    }

    [Fact]
    public async Task Get_File_StandsAlone()
    {
        var (partnership, _) = await MakeAsync(2);
        var (text, response) = await FileAsync(partnership);
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("driver-diagram.svg", response.Content.Headers.ContentDisposition?.FileName);
        var root = XDocument.Parse(text).Root!;
        Assert.Contains(partnership.Canary, root.Value, StringComparison.Ordinal);
        Assert.Empty(root.Descendants().Where(e => e.Name.LocalName is "a" or "style" or "use" or "script" or "image"));
        Assert.Empty(root.Descendants().Attributes().Where(a => a.Name.LocalName is "href" or "style"));
        Assert.All(root.Descendants().Where(e => e.Name.LocalName == "text"), t => Assert.NotNull(t.Attribute("font-family")));
    }

    private static IEnumerable<string> Heads(TestPage page) => page.Document.QuerySelectorAll("#diagram-heads text").Select(t => t.TextContent);

    private async Task<(string Text, HttpResponseMessage Response)> FileAsync(TestPartnership partnership)
    {
        var response = await portal.ClientFor(partnership.Reader).GetAsync(new Uri($"{partnership.PlanPath}/drivers.svg", UriKind.Relative));
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsStringAsync(), response);
    }

    private async Task<TestPage> OpenAsync(TestPartnership partnership, string query = "") =>
        (await portal.ClientFor(partnership.Reader).GetPageAsync($"{partnership.PlanPath}/drivers{query}")).ShouldBeOk();

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync(int projects, Action<Partnership>? change = null)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(change);
        return (partnership, await portal.Data.CreatePlanAsync(partnership, projects));
    }
}
