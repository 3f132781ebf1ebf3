using System.Net;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Search;

/// <summary>What members find, how it is shown, and what becomes of words that nobody would search for.</summary>
public sealed class SearchTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_WordInEachKind_FindsEachAndLinksToIt()
    {
        var (here, plan) = await MakeAsync();
        var evidence = await portal.SayAsync(here, plan, "zebrafinch");
        var quarter = new QuarterSteps(portal, here, plan);
        await quarter.CloseAsync();
        await quarter.SubmitAsync();
        await quarter.ApproveAsync(here.Chief);

        var page = (await portal.SearchAsync(here, here.Reader, "zebrafinch")).ShouldBeOk();

        Assert.Equal(
            [
                "Plans 1", "Improvement projects 1", "Sub-actions 1", "Measures 1", "Recommendations 1", "Inspections 1", "Evidence 1", "Updates 1",
                "Published reports 1",
            ],
            page.Kinds());
        Assert.Equal(
            [
                $"/{here.Slug}/plans/{plan.Id}", $"/{here.Slug}/projects/{plan.ProjectIds[0]}",
                $"/{here.Slug}/projects/{plan.ProjectIds[0]}#sub-action-{plan.SubActionIds[0]}", $"/{here.Slug}/measures/{plan.MeasureIds[0]}",
                $"/{here.Slug}/recommendations/{plan.RecommendationId}", $"/{here.Slug}/inspections/{plan.InspectionId}", $"/{here.Slug}/evidence/{evidence}",
                $"/{here.Slug}/projects/{plan.ProjectIds[1]}#updates", $"/{here.Slug}/reports/{plan.PeriodId}",
            ],
            page.Hits());
        Assert.Contains("9 results", page.Text, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll(".p-hits > li"), hit => Assert.Equal("zebrafinch", hit.QuerySelector("mark")?.TextContent));
        Assert.Contains($"Plan for zebrafinch · Aim 1: Aim {here.Canary}", page.Find("#projects ~ .p-hits .p-hits__place").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WordThatIsNowhere_SaysSo()
    {
        var (here, _) = await MakeAsync();

        var page = (await portal.SearchAsync(here, here.Reader, "okapi")).ShouldBeOk();

        Assert.Contains("Nothing was found", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Hits());
        Assert.Equal("okapi", page.Find("#q").GetAttribute("value"));
    }

    [Theory]
    [InlineData("accommodation", true)]
    [InlineData("ACCOMMODATING", true)]
    [InlineData("accommod", true)]
    [InlineData("accommodati", true)]
    [InlineData("stable accommodation", true)]
    [InlineData("accommodation stable", true)]
    [InlineData("accommodation unstable", false)]
    [InlineData("\"stable accommodation\"", true)]
    [InlineData("\"accommodation stable\"", false)]
    [InlineData("accommodation -leaver", false)]
    [InlineData("accommodation -nursery", true)]
    [InlineData("accommodation -\"care leavers\"", false)]
    [InlineData("accommodation -\"leavers care\"", true)]
    [InlineData("self-harm", true)]
    [InlineData("\"self harm\"", true)]
    [InlineData("training", true)]
    [InlineData("the accommodation of leavers", true)]
    [InlineData("children's", true)]
    [InlineData("1.1", true)]
    [InlineData("ommodation", false)]
    public async Task Get_Words_FindAsPeopleExpect(string words, bool isFound)
    {
        var (here, plan) = await MakeAsync(projects: 1);
        await portal.ChangeProjectAsync(here, plan.ProjectIds[0], p =>
            (p.Title, p.Impact, p.AimText) = ("Stable accommodation for care leavers", "Less self-harm; education/training. Children’s views", null));

        var page = (await portal.SearchAsync(here, here.Reader, words, "&kind=projects")).ShouldBeOk();

        Assert.Equal(isFound, page.Hits().Contains($"/{here.Slug}/projects/{plan.ProjectIds[0]}"));
    }

    [Fact]
    public async Task Get_StemAndBeginning_MarksTheWordsOfTheText()
    {
        var (here, plan) = await MakeAsync(projects: 1);
        await portal.ChangeProjectAsync(here, plan.ProjectIds[0], p => (p.Title, p.AimText) = ("Improve lives", "Children improved where schools improve"));

        var page = (await portal.SearchAsync(here, here.Reader, "improving scho", "&kind=projects")).ShouldBeOk();

        Assert.Equal(["Improve", "improved", "schools", "improve"], page.Document.QuerySelectorAll("main mark").Select(m => m.TextContent));
    }

    [Fact]
    public async Task Get_ProjectNamedAsMarkup_ShowsItAsText()
    {
        var (here, plan) = await MakeAsync(projects: 1);
        await portal.ChangeProjectAsync(here, plan.ProjectIds[0], p => (p.Title, p.Impact) = ("<b>quokka</b> & co", "<script>quokka</script>"));

        var page = (await portal.SearchAsync(here, here.Reader, "quokka")).ShouldBeOk();

        Assert.DoesNotContain("<b>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>quokka", page.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;<mark>quokka</mark>&lt;/b&gt; &amp; co", page.Html, StringComparison.Ordinal);
        Assert.Contains("<b>quokka</b> & co", page.Find(".p-hits__title").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Search plans, evidence")]
    [InlineData("   ", "Search plans, evidence")]
    [InlineData("%00", "Search plans, evidence")]
    [InlineData("%25%3A*%26%7C%21", "Enter at least one word or number")]
    [InlineData("%27%22%27%3B--", "Enter at least one word or number")]
    [InlineData("-school", "Enter a word to look for as well as words to leave out")]
    [InlineData("%22care", "A quotation mark was not closed")]
    [InlineData("%3A*%26care%7C%21()%3C-%3E", "")]
    [InlineData("the", "")]
    [InlineData("%D7%A9%D7%9C%D7%95%D7%9D", "Nothing was found")]
    [InlineData("%E2%80%AEcare%00", "")]
    [InlineData("%F0%9F%91%B6", "Enter at least one word or number")]
    [InlineData("care&kind=nonsense&page=-5", "")]
    [InlineData("care&kind=projects&page=99999999999", "")]
    [InlineData("care&q=again", "")]
    public async Task Get_StrangeWords_SaysSomethingClear(string words, string says)
    {
        var (here, _) = await MakeAsync();

        var page = (await portal.ClientFor(here.Reader).GetPageAsync($"/{here.Slug}/search?q={words}")).ShouldBeOk();

        Assert.Contains(says, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FourThousandCharacters_SaysHowManyAreAllowed()
    {
        var (here, _) = await MakeAsync();

        var page = (await portal.SearchAsync(here, here.Reader, new string('a', 4000))).ShouldBeOk();

        Assert.Contains("This must be 200 characters or fewer. You entered 4,000.", page.Text, StringComparison.Ordinal);
        Assert.Equal("q-error", page.Find("#q").GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task Get_MoreThanTen_ShowsTenAndThenPagesOfTwenty()
    {
        var (here, plan) = await MakeAsync(projects: 34);
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            foreach (var project in await database.Projects.ToListAsync())
            {
                project.Title = $"Wombat {project.Number}";
            }

            return true;
        });

        var all = (await portal.SearchAsync(here, here.Reader, "wombat")).ShouldBeOk();
        var link = all.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "Show all 34 projects");
        var first = (await all.Client.GetPageAsync(link.GetAttribute("href")!)).ShouldBeOk();
        var second = (await all.Client.GetPageAsync(first.Find("a[rel=next]").GetAttribute("href")!)).ShouldBeOk();

        Assert.Equal(["Improvement projects 34"], all.Kinds());
        Assert.Equal((10, 20, 14), (all.Hits().Count, first.Hits().Count, second.Hits().Count));
        Assert.Equal(plan.ProjectIds.Count, first.Hits().Concat(second.Hits()).Distinct().Count());
        Assert.Contains("Page 2 of 2", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_EachTextOfAProject_IsFoundByAMember()
    {
        var (here, plan) = await MakeAsync(projects: 1);
        foreach (var field in ProjectFields.All)
        {
            await portal.ChangeProjectAsync(here, plan.ProjectIds[0], p => field.Set(p, $"axolotl in {field.Name}"));

            var page = (await portal.SearchAsync(here, here.Reader, "axolotl", "&kind=projects")).ShouldBeOk();

            Assert.True(page.Hits().Count == 1, $"The search does not look through {field.Name}: add it to projects.search_text.");
            Assert.Contains($"axolotl in {field.Name}", page.Find(".p-hits__text").TextContent, StringComparison.Ordinal);
            await portal.ChangeProjectAsync(here, plan.ProjectIds[0], p => field.Set(p, null));
        }
    }

    [Theory]
    [InlineData(UpdateState.Draft, false, "Your draft")]
    [InlineData(UpdateState.SentBack, false, "Sent back to you")]
    [InlineData(UpdateState.Submitted, true, "Not accepted yet")]
    [InlineData(UpdateState.Accepted, true, "July to September 2020")]
    public async Task Get_Update_DraftsAreFoundByTheirWriterOnly(UpdateState state, bool isFoundByAll, string says)
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.CreateUpdateToReadAsync(here, plan, plan.ProjectIds[0], state, "The pangolin is home");

        var own = (await portal.SearchAsync(here, here.Contributor, "pangolin")).ShouldBeOk();

        Assert.Equal(["Updates 1"], own.Kinds());
        Assert.Contains(says, own.Find(".p-hits__place").TextContent, StringComparison.Ordinal);
        (await own.Client.GetPageAsync(own.Hits()[0])).ShouldBeOk();
        foreach (var person in new[] { here.Lead, here.Chief, here.Reader })
        {
            Assert.Equal(isFoundByAll ? 1 : 0, (await portal.SearchAsync(here, person, "pangolin")).ShouldBeOk().Hits().Count);
        }
    }

    [Fact]
    public async Task Get_AnotherPartnership_FindsNothingOfIt()
    {
        var ((here, _), (there, plan)) = (await MakeAsync(), await MakeAsync());
        await portal.SayAsync(there, plan, "narwhal");

        Assert.Empty((await portal.SearchAsync(here, here.Lead, "narwhal")).ShouldBeOk().Hits());
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SearchAsync(there, here.Lead, "narwhal")).Status);
        Assert.Equal(8, (await portal.SearchAsync(there, there.Lead, "narwhal")).ShouldBeOk().Hits().Count);
    }

    [Fact]
    public async Task Get_OwnWords_NamesTheKindsInThem()
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.Vocabulary = p.Vocabulary with { ImprovementProject = "Objective", Recommendation = "Priority area" });
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.SayAsync(here, plan, "lemur");

        var page = (await portal.SearchAsync(here, here.Reader, "lemur")).ShouldBeOk();

        Assert.Contains("Objectives 1", page.Kinds());
        Assert.Contains("Priority areas 1", page.Kinds());
    }

    [Fact]
    public async Task Header_OfEveryPage_HasTheSearch()
    {
        var (here, _) = await MakeAsync();

        var page = (await portal.ClientFor(here.Reader).GetPageAsync($"/{here.Slug}")).ShouldBeOk();
        var form = page.Find("header form[role=search]");

        Assert.Equal($"/{here.Slug}/search", form.GetAttribute("action"));
        Assert.Equal("get", form.GetAttribute("method"));
        Assert.Equal("q", page.Find("#header-search").GetAttribute("name"));
        Assert.Equal($"/{here.Slug}/search", page.Find(".p-places__list a").GetAttribute("href"));
        Assert.Null((await portal.ClientFor(null).GetPageAsync("/account/sign-in")).Document.QuerySelector("header form[role=search]"));
    }

    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync(int projects = 2)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        return (here, await portal.Data.CreatePlanAsync(here, projects));
    }
}
