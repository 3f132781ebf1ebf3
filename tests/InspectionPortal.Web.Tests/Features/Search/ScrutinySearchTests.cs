using System.Net;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Search;

/// <summary>What a link officer finds: of granted plans what their pages show, and nothing else.</summary>
public sealed class ScrutinySearchTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_TwoPlansAndAGrantForOne_FindsThatOneOnly()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var (granted, other) = (await portal.Data.CreatePlanAsync(here), await portal.Data.CreatePlanAsync(here with { Canary = TestData.Unique("other") }));
        await portal.SayAsync(here, granted, "kestrel");
        await portal.SayAsync(here, other, "kestrel");
        var released = await portal.Data.CreateNoteAsync(here, granted.ProjectIds[0], "Kestrel audit", released: true);
        await portal.Data.CreateNoteAsync(here, other.ProjectIds[0], "Kestrel audit elsewhere", released: true);
        var officer = await portal.Data.CreateOfficerAsync(here, granted, GrantScope.LivePlan);
        var expected = new[]
        {
            $"/plans/{granted.Id}", $"/projects/{granted.ProjectIds[0]}", $"/projects/{granted.ProjectIds[0]}#sub-action-{granted.SubActionIds[0]}",
            $"/measures/{granted.MeasureIds[0]}", $"/recommendations/{granted.RecommendationId}", $"/inspections/{granted.InspectionId}",
            $"/evidence/{released}", $"/projects/{granted.ProjectIds[1]}#updates",
        }.Select(p => $"/{here.Slug}{p}").ToList();

        var within = (await portal.SearchAsync(here, officer.Person, "kestrel")).ShouldBeOk();
        var across = (await portal.ClientFor(officer.Person).GetPageAsync("/inspect/search?q=kestrel")).ShouldBeOk();

        Assert.Equal(expected, within.Hits());
        Assert.Equal(expected, across.Hits());
        Assert.All(across.Document.QuerySelectorAll(".p-hits__place"), p => Assert.StartsWith(here.Name, p.TextContent, StringComparison.Ordinal));
        foreach (var found in expected.Where(p => !p.Contains("/plans/", StringComparison.Ordinal)))
        {
            (await within.Client.GetPageAsync(found)).ShouldBeOk();
        }
    }

    /// <summary>
    /// The database's own rules are planned for each table that the statement names. With the rules of the code beside them, planning took
    /// longer than reading 20,000 rows.
    /// </summary>
    [Theory]
    [InlineData("{0}/search?q=kestrel")]
    [InlineData("inspect/search?q=kestrel")]
    public async Task Get_AsALinkOfficer_FindsKeysByTheRulesOfTheDatabaseAlone(string path)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.SayAsync(here, plan, "kestrel");
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        var client = portal.ClientFor(officer.Person);
        portal.Host.Commands.Reset();

        (await client.GetPageAsync($"/{path.Replace("{0}", here.Slug, StringComparison.Ordinal)}")).ShouldBeOk();

        var find = Assert.Single(portal.Host.Commands.Texts, c => c.Contains("UNION ALL", StringComparison.Ordinal)
            && c.Contains("\"Rank\"", StringComparison.Ordinal));
        Assert.Contains("FROM recommendations", find, StringComparison.Ordinal);
        Assert.All(
            new[] { "recommendation_links", "plan_inspections", "evidence_links", "evidence_versions" },
            table => Assert.DoesNotContain(table, find, StringComparison.Ordinal));
        Assert.InRange(portal.Host.Commands.Texts.Count, 1, 16);
    }

    [Theory]
    [InlineData(UpdateState.Draft)]
    [InlineData(UpdateState.Submitted)]
    [InlineData(UpdateState.SentBack)]
    public async Task Get_UpdateThatIsNotAccepted_IsNotFound(UpdateState state)
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.CreateUpdateToReadAsync(here, plan, plan.ProjectIds[0], state, "The osprey is back");
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);

        await FindsAsync(here, officer.Person, "osprey", []);
    }

    [Fact]
    public async Task Get_CommentsAndWhatIsAskedOfChiefOfficers_IsNotFound()
    {
        var (here, plan) = await MakeAsync();
        var update = await portal.Data.CreateUpdateToReadAsync(here, plan, plan.ProjectIds[0], UpdateState.Accepted, "Done", u => u.HelpNeeded = "A dormouse");
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            database.Add(new UpdateComment { UpdateId = update, ByUserId = here.Lead.Id, Text = "A dormouse", At = DateTimeOffset.UtcNow });
            return Task.FromResult(true);
        });
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);

        await FindsAsync(here, officer.Person, "dormouse", []);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_Risk_IsFoundWhereThePartnershipOpensIt(bool isOpen)
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.Layout = p.Layout with { ShowRiskToScrutiny = isOpen });
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.ChangeProjectAsync(here, plan.ProjectIds[0], p => p.Risk = "No stoat is free");
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);

        var page = (await portal.SearchAsync(here, officer.Person, "stoat")).ShouldBeOk();

        Assert.Equal(isOpen ? 1 : 0, page.Hits().Count);

        // Nor by leaving it out: what is found without the word would tell where it is.
        Assert.Equal(isOpen ? 1 : 2, (await portal.SearchAsync(here, officer.Person, "project -stoat", "&kind=projects")).Hits().Count);
        Assert.Single((await portal.SearchAsync(here, here.Reader, "stoat")).Hits());
    }

    [Fact]
    public async Task Get_GrantOfApprovedReports_FindsThemAndTheEvidenceTheyList()
    {
        var (here, plan) = await MakeAsync();
        await portal.SayAsync(here, plan, "plover");
        var listed = await portal.Data.CreateFileAsync(here, plan.ProjectIds[0], "Plover survey", released: true);
        var quarter = new QuarterSteps(portal, here, plan);
        await quarter.CloseAsync();
        await quarter.SubmitAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports);
        await FindsAsync(here, officer.Person, "plover", []);
        await quarter.ApproveAsync(here.Chief);
        await portal.Data.CreateFileAsync(here, plan.ProjectIds[0], "Plover survey of later", released: true);

        await FindsAsync(here, officer.Person, "plover", [$"/evidence/{listed.ItemId}", $"/reports/{plan.PeriodId}"]);
        await FindsAsync(here, officer.Person, "approach", []);
    }

    [Fact]
    public async Task Get_WordsOfTheMembersEditionOnly_AreFoundByMembersOnly()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.CreateUpdateToReadAsync(here, plan, plan.ProjectIds[0], UpdateState.Accepted, "Done", u => u.HelpNeeded = "Somebody to mind the capercaillie");
        var quarter = new QuarterSteps(portal, here, plan);
        await quarter.CloseAsync();
        await quarter.SubmitAsync();
        await quarter.ApproveAsync(here.Chief);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);

        Assert.Equal(["Published reports 1"], (await portal.SearchAsync(here, here.Reader, "capercaillie")).ShouldBeOk().Kinds());
        await FindsAsync(here, officer.Person, "capercaillie", []);
    }

    [Fact]
    public async Task Get_WithheldReport_IsFoundByThoseWhoDecideOnReportsOnly()
    {
        var (here, plan) = await MakeAsync();
        var quarter = new QuarterSteps(portal, here, plan);
        await quarter.CloseAsync();
        await quarter.SubmitAsync();
        await quarter.ApproveAsync(here.Chief);
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            database.Add(ReportWithholding.Of(await database.PublishedReports.AsNoTracking().FirstAsync(), "A court order", DateTimeOffset.UtcNow, here.Chief.Id));
            return true;
        });
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports);

        await FindsAsync(here, officer.Person, "september", []);
        Assert.Empty((await portal.SearchAsync(here, here.Reader, "september", "&kind=reports")).ShouldBeOk().Hits());
        Assert.Single((await portal.SearchAsync(here, here.Chief, "september", "&kind=reports")).ShouldBeOk().Hits());
    }

    [Fact]
    public async Task Get_AcrossPartnerships_FindsInEachAndNowhereElse()
    {
        var ((first, one), (second, two), (third, three)) = (await MakeAsync(), await MakeAsync(), await MakeAsync());
        foreach (var (partnership, plan) in new[] { (first, one), (second, two), (third, three) })
        {
            await portal.ChangeProjectAsync(partnership, plan.ProjectIds[0], p => p.Title = "Bittern");
        }

        var officer = await portal.Data.CreateOfficerAsync(first, one, GrantScope.LivePlan);
        await portal.Data.GrantAsync(second, two, officer.BodyId, GrantScope.LivePlan);
        await portal.Data.GrantAsync(third, three, officer.BodyId, GrantScope.ApprovedReports);

        var page = (await portal.ClientFor(officer.Person).GetPageAsync("/inspect/search?q=bittern")).ShouldBeOk();

        Assert.Equal(
            new[] { $"/{first.Slug}/projects/{one.ProjectIds[0]}", $"/{second.Slug}/projects/{two.ProjectIds[0]}" }.Order(StringComparer.Ordinal),
            page.Hits().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Get_ByLinkOfficer_IsInTheAccessLogWithoutTheWords()
    {
        var (here, plan) = await MakeAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);

        await portal.SearchAsync(here, officer.Person, "secretword");
        await portal.ClientFor(officer.Person).GetPageAsync("/inspect/search?q=secretword");

        var entries = await portal.Data.InTenantAsync(here.Id, database => database.AccessEntries.AsNoTracking().OrderBy(e => e.At).ToListAsync());
        Assert.Equal([("Search results", $"/{here.Slug}/search"), ("Search results", "/inspect/search")], entries.Select(e => (e.What, e.Path)));
    }

    [Fact]
    public async Task GetAcross_ByAnybodyElse_IsNotThere()
    {
        var (here, plan) = await MakeAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(here.Lead).GetPageAsync("/inspect/search?q=care")).Status);
        Assert.Contains(
            "Nothing was found",
            (await portal.ClientFor((await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan)).Person)
                .GetPageAsync("/inspect/search?q=nothinghere")).ShouldBeOk().Text,
            StringComparison.Ordinal);
    }

    private async Task FindsAsync(TestPartnership here, TestPerson officer, string words, IReadOnlyList<string> paths)
    {
        var expected = paths.Select(p => $"/{here.Slug}{p}").ToList();
        Assert.Equal(expected, (await portal.SearchAsync(here, officer, words)).ShouldBeOk().Hits());
        Assert.Equal(expected, (await portal.ClientFor(officer).GetPageAsync($"/inspect/search?q={words}")).ShouldBeOk().Hits());
    }

    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        return (here, await portal.Data.CreatePlanAsync(here));
    }
}
