using System.Net;
using System.Text;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

public sealed class GetCoverageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_WithGaps_SaysThemInWordsWithWhatClosesThem()
    {
        var (here, plan) = await MakeAsync();
        await AddRecommendationAsync(here, plan, "2", theme: null);

        var page = await CoverageAsync(here, here.Lead);

        Assert.Contains("1 of 2 recommendations has linked work, 1 has none. 1 has no measure, 1 has no lead, 2 have no evidence.", page.Text, StringComparison.Ordinal);
        Assert.Contains("No work for recommendation 2 .", page.Text.Replace("2.", "2 .", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith($"{here.PlanPath}/link?recommendation=", page.Find("#no-work > a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.StartsWith($"/{here.Slug}/evidence/new?recommendation=", page.Find("#no-evidence > a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("(no work)", page.Find("#no-lead").TextContent, StringComparison.Ordinal);
        Assert.Equal(["1.1, Not rated, our own view", "1.2, Not rated, our own view"], Chips(page));
        Assert.Equal("2", page.Find($"a[href$='measures?recommendation={plan.RecommendationId}']").FirstChild!.TextContent);
    }

    [Fact]
    public async Task Get_AsAReader_OffersNothingThatIsRefused()
    {
        var (here, plan) = await MakeAsync();
        await AddRecommendationAsync(here, plan, "2", theme: null);

        var page = await CoverageAsync(here, here.Reader);

        Assert.Empty(page.Document.QuerySelectorAll("main a[href*='/link'], main a[href*='/new'], main a[href$='/edit'], main .govuk-button"));
        Assert.NotEmpty(page.Document.QuerySelectorAll("#no-work"));
    }

    [Fact]
    public async Task Get_NoRecommendation_SaysSoAndClaimsNothing()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        here.PlanId = await portal.Data.InTenantAsync(here.Id, database =>
        {
            var plan = new Plan { Title = "Alone" };
            plan.Aims.Add(new StretchAim { Number = "1", Statement = "Aim" });
            database.Add(plan);
            return Task.FromResult(plan.Id);
        });

        var page = await CoverageAsync(here, here.Lead);

        Assert.Contains("No recommendation has been added, so there is nothing to compare this plan with.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("All", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("%", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main table"));
    }

    [Fact]
    public async Task Get_NoPlanOrNoAims_IsAPage()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(here.Lead).GetPageAsync($"{here.PlanPath}/coverage")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(here.Lead).GetPageAsync($"{here.PlanPath}/coverage.csv")).Status);
        here.PlanId = await portal.Data.InTenantAsync(here.Id, database =>
        {
            var plan = new Plan { Title = "Bare" };
            database.AddRange(plan, new Recommendation { Number = "1", Text = "Alone", Kind = RecommendationKind.OwnPriority });
            return Task.FromResult(plan.Id);
        });
        var page = await CoverageAsync(here, here.Lead);
        Assert.Contains("The one own priority has no linked work.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/plans/{Guid.NewGuid()}/coverage")).Status);
    }

    [Fact]
    public async Task Get_FiledInOneThemeWorkedOnInAnother_ShadesItAndSaysSo()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            database.Add(new StretchAim { PlanId = plan.Id, Number = "2", Statement = "Learning", Position = 1 });
            (await database.Recommendations.SingleAsync(r => r.Id == plan.RecommendationId)).Theme = "Learning";
            return true;
        });

        var page = await CoverageAsync(here, here.Lead);

        Assert.Contains("In one theme, but the work is under another: 1 (theme 2, work under 1).", page.Text, StringComparison.Ordinal);
        Assert.Equal("Listed here, no work", page.Find("td.is-filed").TextContent.Trim());
    }

    [Fact]
    public async Task Get_MoreThanFiveAims_TurnsTheMatrix()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            database.AddRange(Enumerable.Range(2, 5).Select(n => new StretchAim { PlanId = plan.Id, Number = $"{n}", Statement = $"Aim {n}", Position = n }));
            return Task.FromResult(true);
        });

        var page = await CoverageAsync(here, here.Lead);

        Assert.Empty(page.Document.QuerySelectorAll(".p-matrix"));
        Assert.Contains("1.1", page.Find(".p-coverage__aims > li").TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.Document.QuerySelectorAll(".p-coverage thead th").Length);
    }

    [Fact]
    public async Task Get_OwnPrioritiesAndOrphans_StandApart()
    {
        var (here, plan) = await MakeAsync(projects: 3);
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            var own = new Recommendation { Number = "E1", Text = "Own one", Kind = RecommendationKind.OwnPriority };
            database.Add(own);
            var links = await database.RecommendationLinks.Where(l => l.ProjectId != plan.ProjectIds[0]).ToListAsync();
            database.RemoveRange(links);
            database.Add(new RecommendationLink { Recommendation = own, ProjectId = plan.ProjectIds[1] });
            return true;
        });

        var page = await CoverageAsync(here, here.Lead);

        Assert.Contains("2 projects are not linked to any recommendation. 1 of them is linked to the plan’s own priorities.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The one own priority has linked work. 1 has no evidence.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["1.2", "1.3"], page.Document.QuerySelectorAll("#orphans + table td.p-no").Select(c => c.TextContent));
    }

    [Fact]
    public async Task Get_AsALinkOfficer_CountsReleasedEvidenceOnly()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Kept", released: false);
        var released = await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Released", released: true);
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            database.Add(new EvidenceLink { ItemId = released, MeasureId = plan.MeasureIds[1] });
            return Task.FromResult(true);
        });
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);

        Assert.Equal("2", await EvidenceCountAsync(here, here.Reader, plan));
        Assert.Equal("1", await EvidenceCountAsync(here, officer.Person, plan));
        var csv = await portal.ClientFor(officer.Person).GetStringAsync(new Uri($"{here.PlanPath}/coverage.csv", UriKind.Relative));
        Assert.Contains(",2,2,1,", csv, StringComparison.Ordinal);
        var reports = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(reports.Person).GetPageAsync($"{here.PlanPath}/coverage")).Status);
    }

    [Fact]
    public async Task Counts_OfEveryKindOfLink_AreWhatTheListsBehindThemShow()
    {
        var (here, plan) = await MakeAsync(projects: 4);
        var targets = await LinkEverywhereAsync(here, plan);
        var client = portal.ClientFor(here.Lead);
        var page = await CoverageAsync(here, here.Lead);
        foreach (var (kind, id) in targets)
        {
            var row = page.Find($"#row-{id}");
            var measures = (await client.GetPageAsync($"/{here.Slug}/measures?recommendation={id}")).ShouldBeOk();
            var evidence = (await client.GetPageAsync($"/{here.Slug}/evidence?recommendation={id}")).ShouldBeOk();
            var work = (await client.GetPageAsync($"{here.PlanPath}?recommendation={id}")).ShouldBeOk();
            Assert.Equal((kind, measures.Document.QuerySelectorAll("tbody tr").Length), (kind, Count(row, 3)));
            Assert.Equal((kind, evidence.Document.QuerySelectorAll("main tbody tr").Count(r => r.TextContent.Contains("Proof", StringComparison.Ordinal))), (kind, Count(row, 2)));
            Assert.Equal(
                (kind, string.Join(' ', row.QuerySelectorAll(".p-rating").Select(c => c.TextContent.Split(',')[0].Trim()).Order())),
                (kind, string.Join(' ', work.Document.QuerySelectorAll("main td.p-no")
                    .Where(c => !c.ParentElement!.TextContent.Contains("No action needed", StringComparison.Ordinal)).Select(c => c.TextContent.Trim()).Order())));
        }
    }

    [Fact]
    public async Task Get_Csv_IsUtf8WithBomQuotedAndHarmless()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            var recommendation = await database.Recommendations.SingleAsync(r => r.Id == plan.RecommendationId);
            recommendation.Text = "=HYPERLINK(\"http://x\"), \"said\"\nand é";
            recommendation.Theme = "@theme";
            recommendation.Number = "-1";
            return true;
        });

        var response = await portal.ClientFor(here.Reader).GetAsync(new Uri($"{here.PlanPath}/coverage.csv", UriKind.Relative));
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith("Kind,Number,Recommendation,Theme,", text, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\"), \"\"said\"\"\nand é\"", text, StringComparison.Ordinal);
        Assert.Contains("'-1", text, StringComparison.Ordinal);
        Assert.Contains("'@theme", text, StringComparison.Ordinal);
        Assert.Contains("1.1 (our own view); 1.2 (our own view)", text, StringComparison.Ordinal);
        Assert.EndsWith("no evidence\r\n", text, StringComparison.Ordinal);
    }

    /// <summary>A recommendation for each way of linking, measures everywhere, and evidence for each kind of thing.</summary>
    private Task<Dictionary<string, Guid>> LinkEverywhereAsync(TestPartnership here, TestPlan plan) => portal.Data.InTenantAsync(here.Id, async database =>
    {
        var projects = await database.Projects.OrderBy(p => p.Position).ToListAsync();
        var under = new KeyDriver { AimId = plan.AimId, ParentId = plan.DriverId, Text = "Secondary", Position = 1 };
        database.Add(under);
        projects[1].Driver = under;
        (projects[2].DriverId, projects[3].DriverId) = (null, null);
        projects[3].NoActionNeededReason = "Nothing to do";
        var onAim = new Measure { PlanId = plan.Id, AimId = plan.AimId, Title = "On the aim" };
        var onDriver = new Measure { PlanId = plan.Id, Driver = under, Title = "On the driver" };
        database.AddRange(onAim, onDriver);
        database.RemoveRange(await database.RecommendationLinks.ToListAsync());
        var made = new Dictionary<string, Guid>(StringComparer.Ordinal);
        void Add(string name, params RecommendationLink[] links)
        {
            var recommendation = new Recommendation { InspectionId = plan.InspectionId, Number = name, Text = name, Position = made.Count + 1 };
            foreach (var link in links)
            {
                link.Recommendation = recommendation;
                database.Add(link);
            }

            database.Add(recommendation);
            made[name] = recommendation.Id;
        }

        Add("aim", new RecommendationLink { AimId = plan.AimId });
        Add("driver", new RecommendationLink { DriverId = plan.DriverId });
        Add("under", new RecommendationLink { Driver = under });
        Add("project", new RecommendationLink { ProjectId = projects[2].Id });
        Add("measure", new RecommendationLink { MeasureId = plan.MeasureIds[0] });
        Add("loose", new RecommendationLink { Measure = onAim });
        Add("both", new RecommendationLink { AimId = plan.AimId }, new RecommendationLink { ProjectId = projects[0].Id });
        Add("none");
        void Prove(EvidenceLink link)
        {
            var item = new EvidenceItem { Title = $"Proof {database.ChangeTracker.Entries<EvidenceItem>().Count()}", Form = EvidenceForm.Note, AddedByUserId = here.Lead.Id, AddedAt = DateTimeOffset.UtcNow };
            item.Versions.Add(new EvidenceVersion { Number = 1, Sha256 = new string('0', 64), Note = "Note", Scan = ScanResult.NotNeeded, AddedAt = DateTimeOffset.UtcNow, AddedByUserId = here.Lead.Id });
            item.Links.Add(link);
            database.Add(item);
        }

        Prove(new EvidenceLink { ProjectId = projects[0].Id });
        Prove(new EvidenceLink { SubActionId = plan.SubActionIds[1] });
        Prove(new EvidenceLink { MeasureId = plan.MeasureIds[2] });
        Prove(new EvidenceLink { Measure = onAim });
        Prove(new EvidenceLink { Measure = onDriver });
        Prove(new EvidenceLink { RecommendationId = made["none"] });
        Prove(new EvidenceLink { ProjectId = projects[3].Id });
        return made;
    });

    private static int Count(AngleSharp.Dom.IElement row, int fromEnd)
    {
        var cell = row.QuerySelectorAll("td.p-num")[3 - fromEnd];
        return cell.QuerySelector("a") is { } link ? int.Parse(link.FirstChild!.TextContent, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    private async Task<string> EvidenceCountAsync(TestPartnership here, TestPerson person, TestPlan plan) =>
        (await CoverageAsync(here, person)).Find($"a[href$='evidence?recommendation={plan.RecommendationId}']").FirstChild!.TextContent;

    private static IEnumerable<string> Chips(TestPage page) => page.Document.QuerySelectorAll(".p-coverage .p-rating").Select(c => c.TextContent.Trim());

    private Task<Guid> AddRecommendationAsync(TestPartnership here, TestPlan plan, string number, string? theme) => portal.Data.InTenantAsync(here.Id, database =>
    {
        var recommendation = new Recommendation { InspectionId = plan.InspectionId, Number = number, Text = $"Recommendation {number}", Theme = theme, Position = 1 };
        database.Add(recommendation);
        return Task.FromResult(recommendation.Id);
    });

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync(int projects = 2, Action<Partnership>? change = null)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(change);
        return (partnership, await portal.Data.CreatePlanAsync(partnership, projects));
    }

    private async Task<TestPage> CoverageAsync(TestPartnership partnership, TestPerson person) =>
        (await portal.ClientFor(person).GetPageAsync($"{partnership.PlanPath}/coverage")).ShouldBeOk();
}
