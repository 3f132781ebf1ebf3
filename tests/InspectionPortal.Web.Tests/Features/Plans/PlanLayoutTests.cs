using AngleSharp.Dom;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>The plan's table in columns of a partnership's own.</summary>
public sealed class PlanLayoutTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Group = "Steps and implications";

    [Fact]
    public async Task Get_EveryField_IsShownInItsColumnAndOrder()
    {
        var (partnership, plan) = await MakeAsync(EveryField());
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        foreach (var person in new[] { partnership.Reader, officer.Person })
        {
            var page = (await portal.ClientFor(person).GetPageAsync($"{partnership.PlanPath}?view=written")).ShouldBeOk();
            var fields = Enum.GetValues<PlanField>();
            Assert.Equal(fields.Select(f => $"Column {f}"), page.Document.QuerySelectorAll(".p-plan thead th").Select(t => t.TextContent.Trim()));
            var cells = page.Find($"#project-{plan.ProjectIds[0]}").Children.Select(Words).ToList();
            var expected = Expected(partnership.Canary);
            foreach (var (field, index) in fields.Select((f, i) => (f, i)))
            {
                Assert.All(expected[field], words => Assert.True(cells[index].Contains(words, StringComparison.Ordinal), $"{field}: “{words}” is not in “{cells[index]}”"));
            }
        }
    }

    [Fact]
    public async Task Get_WithoutColumnsForThem_ShowsNumberStatusRatingAndLatenessUnderTheTitle()
    {
        var (partnership, plan) = await MakeAsync(new PlanLayout { Columns = [new(PlanField.Success, "How?"), new(PlanField.What, "What?")] });
        var page = (await portal.ClientFor(partnership.Reader).GetPageAsync($"{partnership.PlanPath}?view=written")).ShouldBeOk();
        Assert.Equal(["How?", "What?"], Headers(page));
        var row = page.Find($"#project-{plan.ProjectIds[0]}");
        Assert.Equal(2, row.Children.Length);
        var what = Words(row.Children[1]);
        foreach (var words in new[] { "1.1", $"Project 1 {partnership.Canary}", "The plan’s own words", "Not rated", "In progress", "Deadline: 30 September 2020", "27 days late", "July to September 2020 · CSW: Words of the quarter" })
        {
            Assert.Contains(words, what, StringComparison.Ordinal);
        }

        Assert.Equal("How?", row.Children[0].GetAttribute("data-label"));
    }

    [Fact]
    public async Task Get_Groups_MakeATwoLevelHeaderWithFootnotes()
    {
        var (partnership, _) = await MakeAsync(new PlanLayout
        {
            Columns =
            [
                new(PlanField.What, "What?"), new(PlanField.Leads, "Officers", null, "Who must **answer** <b>for</b> it."),
                new(PlanField.Financial, "Money", Group), new(PlanField.Workforce, "Staff", Group, "All staff."), new(PlanField.Deadline, "When"),
                new(PlanField.Partners, "Partners***", Group, "With a mark of its own."),
            ],
        });
        var page = (await portal.ClientFor(partnership.Reader).GetPageAsync($"{partnership.PlanPath}?view=written")).ShouldBeOk();
        var rows = page.Document.QuerySelectorAll(".p-plan thead tr");
        Assert.Equal(["What?", "Officers*", Group, "When", Group], rows[0].Children.Select(t => t.TextContent.Trim()));
        Assert.Equal(["2", "2", null, "2", null], rows[0].Children.Select(t => t.GetAttribute("rowspan")));
        Assert.Equal([null, null, "2", null, null], rows[0].Children.Select(t => t.GetAttribute("colspan")));
        Assert.Equal(["Money", "Staff**", "Partners***"], rows[1].Children.Select(t => t.TextContent.Trim()));
        Assert.Equal(["Who must **answer** <b>for</b> it.", "All staff.", "With a mark of its own."], page.Document.QuerySelectorAll(".p-column-notes dd").Select(d => d.TextContent));
        Assert.Equal("6", page.Find("tr.p-table__aim th").GetAttribute("colspan"));
    }

    [Fact]
    public async Task Get_Levels_FollowTheLayout()
    {
        var (partnership, plan) = await MakeAsync(PlanLayout.Default with { ShowVision = false, ShowKeyOutcomes = false, ShowDrivers = false });
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var aim = await database.StretchAims.SingleAsync();
            (aim.Vision, aim.KeyOutcomes) = ("A vision", ["An outcome", "Another"]);
            var below = new KeyDriver { AimId = aim.Id, ParentId = plan.DriverId, Text = "A secondary driver", Position = 0 };
            database.Add(below);
            (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[1])).DriverId = below.Id;
            database.Add(new StretchAim { PlanId = plan.Id, Number = "2", Statement = "An aim without drivers", Position = 9 });
            return true;
        });
        var client = portal.ClientFor(partnership.Reader);
        var bare = (await client.GetPageAsync($"{partnership.PlanPath}?view=written")).ShouldBeOk();
        Assert.DoesNotContain("A vision", bare.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("An outcome", bare.Text, StringComparison.Ordinal);
        Assert.Empty(bare.Document.QuerySelectorAll(".p-table__driver"));
        Assert.Contains("2 of 2 projects", bare.Text, StringComparison.Ordinal);
        await SetLayoutAsync(partnership, PlanLayout.Default);
        var full = (await client.GetPageAsync($"{partnership.PlanPath}?view=written")).ShouldBeOk();
        Assert.Contains("Vision: A vision", full.Text, StringComparison.Ordinal);
        Assert.Equal(["An outcome", "Another"], full.Document.QuerySelectorAll(".p-plan__outcomes li").Select(l => l.TextContent));
        Assert.Equal([$"Key driver: Driver {partnership.Canary}", "Secondary key driver: A secondary driver"], full.Document.QuerySelectorAll(".p-table__driver").Select(Words));
        Assert.Contains("An aim without drivers No projects yet.", full.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_LongCell_IsHeldAndCanBeReadInFull()
    {
        var (partnership, plan) = await MakeAsync(new PlanLayout { Columns = [new(PlanField.What, null), new(PlanField.Success, "Success")] });
        var text = string.Join(' ', Enumerable.Repeat("word", 1500)) + " end";
        await portal.Data.InTenantAsync(partnership.Id, async database => (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0])).Success = text);
        var client = portal.ClientFor(partnership.Reader);
        var held = (await client.GetPageAsync($"{partnership.PlanPath}?view=written&aim=1")).ShouldBeOk();
        Assert.EndsWith("end", held.Find($"#project-{plan.ProjectIds[0]} .p-clamp--held .p-clamp__text").TextContent.Trim(), StringComparison.Ordinal);
        Assert.NotNull(held.Document.QuerySelector(".p-clamp--held input.p-clamp__switch"));
        var link = held.Document.QuerySelectorAll("a").Single(a => a.TextContent == "Show all text").GetAttribute("href")!;
        var whole = (await client.GetPageAsync(link)).ShouldBeOk();
        Assert.Empty(whole.Document.QuerySelectorAll(".p-clamp--held"));
        Assert.Contains(text, whole.Text, StringComparison.Ordinal);
        Assert.Single(whole.Document.QuerySelectorAll(".p-chip"));
    }

    [Fact]
    public async Task Get_HugeNarrativeWithHtml_IsShownAsWords()
    {
        var (partnership, plan) = await MakeAsync(PlanLayout.Default);
        var body = "## Heading\n\n<script>alert(1)</script> <img src=x onerror=y> [link](javascript:alert(1))\n\n" + string.Concat(Enumerable.Repeat("All of it. ", 9_200));
        body = body[..PlanSection.BodyMaxLength] is var cut ? cut[..^4] + "last" : body;
        await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(database.Add(new PlanSection { PlanId = plan.Id, Heading = "<i>Long</i>", Body = body }).Entity.Id));
        var page = (await portal.ClientFor(partnership.Reader).GetPageAsync($"{partnership.PlanPath}?view=written")).ShouldBeOk();
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<i>Long</i>", page.Text, StringComparison.Ordinal);
        Assert.Contains("last", page.Find(".p-measure").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Plan_SaysOnPaperAsAtWhenByWhomAndTheKey()
    {
        var (partnership, _) = await MakeAsync(PlanLayout.Default);
        var page = (await portal.ClientFor(partnership.Reader).GetPageAsync($"{partnership.PlanPath}?view=written")).ShouldBeOk();
        var printed = page.Find(".p-printed");
        Assert.Contains("p-print-only", printed.ClassList, StringComparer.Ordinal);
        Assert.Equal($"{partnership.Name} · as at 27 October 2020 · printed by {partnership.Reader.Email.Split('@')[0]}", Words(printed));
        var last = page.Find("main").Children.Last(c => c.TextContent.Trim().Length > 0);
        Assert.NotNull(last.QuerySelector(".p-key-block .p-key"));
    }

    [Fact]
    public async Task PrintSheet_KeepsRowsTogetherRepeatsHeadersAndShowsCellsWhole()
    {
        var client = portal.Host.CreateClient();
        var print = await client.GetStringAsync(new Uri("/css/print.css", UriKind.Relative));
        Assert.Contains("size: A4 landscape", print, StringComparison.Ordinal);
        Assert.Contains("\"Page \" counter(page) \" of \" counter(pages)", print, StringComparison.Ordinal);
        Assert.Contains("display: table-header-group", print, StringComparison.Ordinal);
        Assert.Matches(@"\.p-table tr,[^}]*break-inside: avoid", print);
        Assert.Matches(@"\.p-clamp--held \.p-clamp__text[^}]*display: block;\s*overflow: visible", print);
    }

    internal static PlanLayout EveryField() => new() { ShowRiskToScrutiny = true, Columns = [.. Enum.GetValues<PlanField>().Select(f => new PlanColumn(f, $"Column {f}"))] };

    internal static List<string> Headers(TestPage page) => [.. page.Document.QuerySelectorAll(".p-plan thead th").Select(t => t.TextContent.Trim())];

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Dictionary<PlanField, string[]> Expected(string canary) => new()
    {
        [PlanField.Number] = ["1.1"],
        [PlanField.What] = [$"Project 1 {canary}", "The plan’s own words"],
        [PlanField.Difference] = ["A difference"],
        [PlanField.Success] = ["A success"],
        [PlanField.Impact] = ["An impact"],
        [PlanField.Deadline] = ["30 September 2020", "27 days late"],
        [PlanField.Leads] = ["TBA and all team managers"],
        [PlanField.Evidence] = ["Audit by Mar19"],
        [PlanField.Risk] = ["Nobody has time"],
        [PlanField.Rating] = ["Not rated"],
        [PlanField.Status] = ["In progress"],
        [PlanField.Measures] = [$"Measure 1 {canary}", "50% by 30 September 2020"],
        [PlanField.Updates] = ["Jan 20 · CSW: Before the portal", "July to September 2020 · CSW: Words of the quarter"],
        [PlanField.LatestUpdate] = ["July to September 2020 · CSW: Words of the quarter"],
        [PlanField.Recommendations] = ["1 (our own view)"],
        [PlanField.Reference] = ["See LOIP 5.1"],
        [PlanField.Forecast] = ["Dec 2020"],
        [PlanField.SubActions] = [],
        [PlanField.Financial] = ["Cost it (Head of Money – Aug17) 1153 days late"],
        [PlanField.Workforce] = ["N/A"],
        [PlanField.Partners] = ["Dependent on caseloads"],
        [PlanField.Systems] = [],
        [PlanField.Leadership] = [$"Lead it (Post {canary})"],
        [PlanField.ClosingTheLoop] = ["Check it"],
        [PlanField.OtherActions] = [$"Step {canary}"],
    };

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync(PlanLayout layout)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => (p.AsAt, p.Layout) = (new DateOnly(2020, 10, 27), layout));
        var plan = await portal.Data.CreatePlanAsync(partnership);
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[0], UpdateState.Accepted, "Words of the quarter");
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var project = await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0]);
            (project.AimText, project.Difference, project.Success, project.Impact) = ("The plan’s own words", "A difference", "A success", "An impact");
            (project.EvidenceText, project.LeadsText, project.ExternalReference) = ("Audit by Mar19", "TBA and all team managers", "See LOIP 5.1");
            project.Risk = "Nobody has time";
            project.Forecast = DeadlineParser.Parse("Dec 2020");
            Step("Cost it", SubActionCategory.Financial).OwnersText = "Head of Money";
            Step("Lead it", SubActionCategory.Leadership).Owners.Add(new SubActionOwner { LeadResponsibilityId = plan.ResponsibilityId });
            Step("Check it", SubActionCategory.ClosingTheLoop);
            database.Add(new CategoryNote { ProjectId = project.Id, Category = SubActionCategory.Workforce, Text = "N/A" });
            database.Add(new CategoryNote { ProjectId = project.Id, Category = SubActionCategory.Partners, Text = "Dependent on caseloads" });
            return true;

            SubAction Step(string text, SubActionCategory category) => database.Add(new SubAction
            {
                ProjectId = project.Id,
                Text = text,
                Category = category,
                Position = (int)category + 1,
                Deadline = category == SubActionCategory.Financial ? DeadlineParser.Parse("Aug17") : Deadline.None,
            }).Entity;
        });
        return (partnership, plan);
    }

    private Task<bool> SetLayoutAsync(TestPartnership partnership, PlanLayout layout) => portal.Data.OnPlatformAsync(async database =>
    {
        (await database.Partnerships.SingleAsync(p => p.Id == partnership.Id)).Layout = layout;
        return true;
    });
}
