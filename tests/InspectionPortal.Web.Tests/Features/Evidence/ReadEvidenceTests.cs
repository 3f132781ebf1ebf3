using System.Net;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Evidence;

/// <summary>Lists, pages, downloads and releases, as a member and by grant.</summary>
public sealed class ReadEvidenceTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Download_AsMember_SendsTheBytesToBeSavedAndNothingMore()
    {
        var (partnership, plan) = await MadeAsync();
        var file = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "What the file says", released: false);

        using var response = await GetFileAsync(partnership.Reader, partnership, file);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("What the file says", await response.Content.ReadAsStringAsync());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("evidence.txt", response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Download_Unscanned_OutsideDevelopment_WaitsForAScan()
    {
        var (partnership, plan) = await MadeAsync();
        var unscanned = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Secret bytes", released: false, ScanResult.NotScanned);
        var clean = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Clean bytes", released: true, ScanResult.Clean);
        await using var strict = portal.Host.WithWebHostBuilder(host => host.UseSetting("Evidence:AllowUnscanned", "false"));
        foreach (var person in new[] { partnership.Lead, partnership.Reader })
        {
            var client = portal.ClientFor(person, strict);
            var page = await client.GetPageAsync(Address(partnership, unscanned));
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Null(page.Response.Content.Headers.ContentDisposition);
            Assert.NotEqual("Secret bytes", page.Html);
            Assert.Contains("Waiting for a virus scan", page.Text, StringComparison.Ordinal);
            Assert.Contains("cannot be opened yet", (await client.GetPageAsync($"/{partnership.Slug}/evidence/{unscanned.ItemId}")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await client.GetPageAsync(Address(partnership, clean))).Status);
        }
    }

    [Fact]
    public async Task Download_Infected_IsNeverThere()
    {
        var (partnership, plan) = await MadeAsync();
        var file = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Infected", released: false, ScanResult.Infected);

        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(partnership.Lead).GetPageAsync(Address(partnership, file))).Status);
    }

    [Theory]
    [InlineData(GrantScope.LivePlan)]
    [InlineData(GrantScope.ApprovedReports)]
    public async Task Get_AsLinkOfficer_ShowsOnlyWhatTheGrantOpens(GrantScope scope)
    {
        var (partnership, plan) = await MadeAsync();
        var secret = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Not released", released: false);
        var listed = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Released and listed", released: true);
        var unlisted = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Released, in no report", released: true);
        await portal.Data.PublishReportAsync(partnership, plan, listed, secret);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, scope);
        var client = portal.ClientFor(officer.Person);

        var list = (await client.GetPageAsync($"/{partnership.Slug}/evidence")).ShouldBeOk();
        Assert.Contains("Released and listed", list.Text, StringComparison.Ordinal);
        Assert.Equal(scope == GrantScope.LivePlan, list.Text.Contains("Released, in no report", StringComparison.Ordinal));
        Assert.DoesNotContain("Not released", list.Text, StringComparison.Ordinal);
        Assert.Contains("Recommendation 1", list.Text, StringComparison.Ordinal);

        foreach (var (file, isOpen) in new[] { (secret, false), (listed, true), (unlisted, scope == GrantScope.LivePlan) })
        {
            var expected = isOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            Assert.Equal(expected, (await client.GetPageAsync($"/{partnership.Slug}/evidence/{file.ItemId}")).Status);
            Assert.Equal(expected, (await client.GetPageAsync(Address(partnership, file))).Status);
        }

        // The grant of reports opens no page of the live plan, so nothing leads there.
        var page = await client.GetPageAsync($"/{partnership.Slug}/evidence/{listed.ItemId}");
        Assert.Equal(scope == GrantScope.LivePlan, page.Html.Contains("/projects/", StringComparison.Ordinal));
        Assert.DoesNotContain("person-", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Get_AsLinkOfficer_OfAnotherPlan_ShowsNothing()
    {
        var (partnership, plan) = await MadeAsync();
        var file = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Of the first plan", released: true);
        var other = await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            var made = new Plan { Title = "Another plan" };
            database.Add(made);
            return Task.FromResult(made.Id);
        });
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan with { Id = other }, GrantScope.LivePlan);
        var client = portal.ClientFor(officer.Person);

        Assert.DoesNotContain("Of the first plan", (await client.GetPageAsync($"/{partnership.Slug}/evidence")).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{partnership.Slug}/evidence/{file.ItemId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(Address(partnership, file))).Status);
    }

    [Fact]
    public async Task Get_AsLinkOfficer_IsLoggedInWords()
    {
        var (partnership, plan) = await MadeAsync();
        var file = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Audit of 52 records", released: true);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var client = portal.ClientFor(officer.Person);

        await client.GetPageAsync($"/{partnership.Slug}/evidence");
        await client.GetPageAsync($"/{partnership.Slug}/evidence/{file.ItemId}");
        await client.GetPageAsync(Address(partnership, file));

        var entries = await portal.Data.InTenantAsync(partnership.Id, database => database.AccessEntries.OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync());
        Assert.Equal(
            ["List of released evidence", "Evidence: Audit of 52 records", "Evidence: Audit of 52 records, version 1, downloaded"],
            entries.Select(e => e.What));
        Assert.All(entries, e => Assert.Equal(officer.Person.Id, e.UserId));
        Assert.EndsWith("/versions/1/file", entries[2].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Release_OpensAVersion_AndWithdrawClosesIt()
    {
        var (partnership, plan) = await MadeAsync();
        var file = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "To release", released: false);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var (lead, reader) = (portal.ClientFor(partnership.Lead), portal.ClientFor(officer.Person));
        var address = $"/{partnership.Slug}/evidence/{file.ItemId}";

        var confirm = (await lead.GetPageAsync($"{address}/release?number=1")).ShouldBeOk();
        Assert.Contains("Can read it as soon as it is released", confirm.Text, StringComparison.Ordinal);
        var released = await confirm.SubmitAsync("main form");
        Assert.Equal(address, released.Location);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetPageAsync(Address(partnership, file))).Status);

        var page = await lead.GetPageAsync(address);
        Assert.Equal(address, (await page.SubmitAsync("form[action$='/withdraw']")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetPageAsync(Address(partnership, file))).Status);
        Assert.Equal(address, (await page.SubmitAsync("form[action$='/withdraw']")).Location);
    }

    [Fact]
    public async Task Post_Release_WithAStaleVersion_IsAConflictAndReleasesNothing()
    {
        var (partnership, plan) = await MadeAsync();
        var file = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "To release", released: false);
        var lead = portal.ClientFor(partnership.Lead);
        var confirm = await lead.GetPageAsync($"/{partnership.Slug}/evidence/{file.ItemId}/release?number=1");
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.EvidenceVersions.FirstAsync()).ScanNote = "Changed meanwhile";
            return true;
        });

        var sent = await confirm.SubmitAsync("main form");

        Assert.Equal(HttpStatusCode.Conflict, sent.Status);
        Assert.Null((await portal.Data.InTenantAsync(partnership.Id, database => database.EvidenceVersions.AsNoTracking().FirstAsync())).ReleasedAt);
        Assert.Equal(HttpStatusCode.Redirect, (await sent.SubmitAsync("main form")).Status);
    }

    [Fact]
    public async Task Get_Release_OfInfected_OffersNothing_AndToOthers_IsForbidden()
    {
        var (partnership, plan) = await MadeAsync();
        var file = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Infected", released: false, ScanResult.Infected);
        var confirm = await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/evidence/{file.ItemId}/release");

        Assert.Empty(confirm.Document.QuerySelectorAll("main form"));
        Assert.Contains("The scan found a virus", confirm.Text, StringComparison.Ordinal);
        foreach (var person in new[] { partnership.Contributor, partnership.Chief, partnership.Reader })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(person).GetPageAsync($"/{partnership.Slug}/evidence/{file.ItemId}/release")).Status);
        }
    }

    [Fact]
    public async Task Get_Release_SaysForEachGrantWhatItOpens_AsTheOfficersFindIt()
    {
        var (partnership, plan) = await MadeAsync();
        var unlisted = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "In no report", released: true);
        var listed = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Listed", released: true);
        await portal.Data.PublishReportAsync(partnership, plan, listed);
        var other = await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            var made = new Plan { Title = "Another plan" };
            database.Add(made);
            return Task.FromResult(made.Id);
        });
        var live = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var reports = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.ApprovedReports);
        var elsewhere = await portal.Data.CreateOfficerAsync(partnership, plan with { Id = other }, GrantScope.LivePlan);
        var lead = portal.ClientFor(partnership.Lead);

        foreach (var (file, words) in new[]
        {
            (unlisted, "Cannot read it yet. Can read it after the next report that lists it is approved"),
            (listed, "Can read it now: an approved report lists it"),
        })
        {
            var rows = (await lead.GetPageAsync($"/{partnership.Slug}/evidence/{file.ItemId}")).ShouldBeOk()
                .Document.QuerySelectorAll(".p-rows li").Select(r => r.TextContent).ToList();
            Assert.Equal(3, rows.Count);
            Assert.Contains(rows, r => r.Contains("Can read it now", StringComparison.Ordinal) && r.Contains("live plan", StringComparison.Ordinal));
            Assert.Contains(rows, r => r.Contains(words, StringComparison.Ordinal) && r.Contains("approved reports", StringComparison.Ordinal));
            Assert.Contains(rows, r => r.Contains("not evidence for anything in this plan", StringComparison.Ordinal) && r.Contains("Another plan", StringComparison.Ordinal));

            // What the page says is what they find.
            foreach (var (officer, isOpen) in new[] { (live, true), (reports, file == listed), (elsewhere, false) })
            {
                Assert.Equal(
                    isOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await portal.ClientFor(officer.Person).GetPageAsync(Address(partnership, file))).Status);
            }
        }
    }

    [Fact]
    public async Task Post_NewVersion_KeepsTheOldAndItsRelease()
    {
        var (partnership, plan) = await MadeAsync();
        var file = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "First version", released: true);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var contributor = portal.ClientFor(partnership.Contributor);
        var address = $"/{partnership.Slug}/evidence/{file.ItemId}";

        var sent = await new EvidenceForms(contributor).SendAsync(
            $"{address}/versions/new", new ByteArrayContent("Second version"u8.ToArray()), "second.txt");

        Assert.Equal(address, sent.Location);
        var page = await contributor.GetPageAsync(address);
        Assert.Contains("Version 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("Version 1 is released", page.Text, StringComparison.Ordinal);
        var reader = portal.ClientFor(officer.Person);
        Assert.Equal("First version", (await reader.GetPageAsync($"{address}/versions/1/file")).Html);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetPageAsync($"{address}/versions/2/file")).Status);
        Assert.DoesNotContain("Version 2", (await reader.GetPageAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NewVersion_ToWhatIsNotTheirs_IsNotThere()
    {
        var (partnership, plan) = await MadeAsync();
        var (there, therePlan) = await MadeAsync();
        var theirs = await portal.Data.CreateFileAsync(there, therePlan.ProjectIds[0], "Theirs", released: true);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            database.RemoveRange(await database.ProjectLeads.Where(l => l.ProjectId == plan.ProjectIds[1]).ToListAsync());
            return true;
        });
        var notOwn = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[1], "Not the contributor's", released: false);

        foreach (var (person, id) in new[] { (partnership.Contributor, notOwn.ItemId), (partnership.Lead, theirs.ItemId), (partnership.Lead, Guid.NewGuid()) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(person).GetPageAsync($"/{partnership.Slug}/evidence/{id}/versions/new")).Status);
        }
    }

    [Fact]
    public async Task Get_List_FiltersByWhatTheAddressSays()
    {
        var (partnership, plan) = await MadeAsync();
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Alpha", released: true);
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[1], "Beta", released: false);
        var client = portal.ClientFor(partnership.Reader);
        async Task<string> ShownAsync(string query) =>
            string.Join(' ', (await client.GetPageAsync($"/{partnership.Slug}/evidence{query}")).ShouldBeOk().Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent).Order(StringComparer.Ordinal));

        Assert.Equal("Alpha Beta", await ShownAsync(string.Empty));
        Assert.Equal("Alpha", await ShownAsync($"?project={plan.ProjectIds[0]}"));
        Assert.Equal("Alpha Beta", await ShownAsync($"?recommendation={plan.RecommendationId}"));
        Assert.Equal("Beta", await ShownAsync($"?recommendation={plan.RecommendationId}&state=NotReleased"));
        Assert.Equal("Alpha", await ShownAsync("?state=Released"));
        Assert.Equal(string.Empty, await ShownAsync($"?project={Guid.NewGuid()}"));
        Assert.Equal("Alpha Beta", await ShownAsync("?project=nonsense&state=nonsense&page=-3"));
    }

    [Fact]
    public async Task Get_List_FiltersByMeasurePeriodAgencyTypeStateAndWords()
    {
        var (partnership, plan) = await MadeAsync();
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Alpha", released: true);
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[1], "Beta 100%", released: false, ScanResult.NotScanned);
        var (agency, update) = await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var lead = await database.ProjectLeads.Where(l => l.ProjectId == plan.ProjectIds[0]).Select(l => l.LeadResponsibility!).FirstAsync();
            database.RemoveRange(await database.ProjectLeads.Where(l => l.ProjectId == plan.ProjectIds[1]).ToListAsync());
            var beta = await database.EvidenceItems.Include(i => i.Links).SingleAsync(i => i.Title.StartsWith("Beta"));
            (beta.Kind, beta.MadeOn, beta.Source) = (EvidenceType.Audit, new DateOnly(2001, 2, 3), "Survey of plovers");
            beta.Links.Add(new EvidenceLink { MeasureId = plan.MeasureIds[0] });
            var written = new ProgressUpdate { ProjectId = plan.ProjectIds[1], PeriodId = plan.PeriodId };
            database.Add(written);
            beta.Links.Add(new EvidenceLink { Update = written });
            return (lead.AgencyId, written.Id);
        });
        var client = portal.ClientFor(partnership.Reader);
        async Task<string> ShownAsync(string query) =>
            string.Join(' ', (await client.GetPageAsync($"/{partnership.Slug}/evidence{query}")).ShouldBeOk().Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent).Order(StringComparer.Ordinal));

        Assert.Equal("Beta 100%", await ShownAsync($"?measure={plan.MeasureIds[0]}"));
        Assert.Equal("Beta 100%", await ShownAsync($"?period={plan.PeriodId}"));
        Assert.Equal("Beta 100%", await ShownAsync("?kind=Audit"));
        Assert.Equal("Beta 100%", await ShownAsync("?state=WaitingForScan"));
        Assert.Equal("Beta 100%", await ShownAsync("?state=OutOfDate"));
        Assert.Equal("Beta 100%", await ShownAsync("?q=100%25"));
        Assert.Equal("Beta 100%", await ShownAsync("?q=PLOVER"));
        Assert.Equal("Alpha", await ShownAsync("?kind=Data&state=Released"));
        Assert.Contains("Alpha", await ShownAsync($"?agency={agency}"), StringComparison.Ordinal);
        Assert.Equal(string.Empty, await ShownAsync("?state=VirusFound"));
        Assert.Equal(string.Empty, await ShownAsync("?q=%25_"));
        Assert.NotEqual(Guid.Empty, update);
    }

    [Fact]
    public async Task Get_Gaps_SaysWhatAnInspectorWouldAsk()
    {
        var (partnership, plan) = await MadeAsync();
        async Task<TestPage> GapsAsync() => (await portal.ClientFor(partnership.Reader).GetPageAsync($"/{partnership.Slug}/evidence/gaps")).ShouldBeOk();
        Assert.Contains("No evidence at all", (await GapsAsync()).Text, StringComparison.Ordinal);

        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "One", released: false);
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Two", released: false);
        var page = await GapsAsync();
        Assert.Contains("All 2 pieces are of the type “Data”", page.Find("#one-type").TextContent, StringComparison.Ordinal);
        Assert.Contains("2 pieces, none released", page.Find("#not-released").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("#none, #out-of-date"));

        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var two = await database.EvidenceItems.SingleAsync(i => i.Title == "Two");
            (two.Kind, two.MadeOn) = (EvidenceType.ViewsOfStaff, new DateOnly(2001, 2, 3));
            (await database.EvidenceVersions.FirstAsync(v => v.ItemId == two.Id)).ReleasedAt = DateTimeOffset.UtcNow;
            return true;
        });
        page = await GapsAsync();
        Assert.Empty(page.Document.QuerySelectorAll("#one-type, #not-released"));
        Assert.Contains("1 piece of evidence is from before", page.Find("#out-of-date").TextContent, StringComparison.Ordinal);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(officer.Person).GetPageAsync($"/{partnership.Slug}/evidence/gaps")).Status);
    }

    [Fact]
    public async Task View_Text_IsSandboxedInOurOwnPageOnly_AndOthersAreNotShown()
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);
        var text = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "<script>alert(1)</script>", released: false);
        var word = await new EvidenceForms(client).AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("docx"), "a.docx");

        using var response = await client.GetAsync(new Uri($"/{partnership.Slug}/evidence/{text.ItemId}/versions/1/view", UriKind.Relative));
        Assert.Equal("inline", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("sandbox;", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal(["SAMEORIGIN"], response.Headers.GetValues("X-Frame-Options"));
        var frame = (await client.GetPageAsync($"/{partnership.Slug}/evidence/{text.ItemId}")).Find("iframe");
        Assert.True(frame.HasAttribute("sandbox"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"{word.Location}/versions/1/view")).Status);
        Assert.Empty((await client.FollowAsync(word)).Document.QuerySelectorAll("iframe"));
    }

    [Fact]
    public async Task Download_Range_SendsThatPart()
    {
        var (partnership, plan) = await MadeAsync();
        var file = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "0123456789", released: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(partnership, file));
        request.Headers.Range = new System.Net.Http.Headers.RangeHeaderValue(2, 4);

        using var response = await portal.ClientFor(partnership.Lead).SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("234", await response.Content.ReadAsStringAsync());
        Assert.NotNull(response.Headers.ETag);
    }

    [Fact]
    public async Task Post_SameContentTwice_IsNoticed()
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);
        var forms = new EvidenceForms(client);
        await forms.AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("txt"), "a.txt", "The first");

        var sent = await forms.AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("txt"), "b.txt", "The second");

        var page = await client.FollowAsync(sent);
        Assert.Contains("The same content is already in “The first”", page.Text, StringComparison.Ordinal);
        Assert.Contains("The first, version 1", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_List_SaysWhatIsClaimedAndNotEvidenced_AndWhatToDoWhenEmpty()
    {
        var (partnership, plan) = await MadeAsync();
        var empty = await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/evidence");
        Assert.Contains("Add the first piece of evidence", empty.Text, StringComparison.Ordinal);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            await database.Projects.ForEachAsync(p => p.Status = ProjectStatus.DoneAwaitingEvidence);
            return true;
        });
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Alpha", released: false);

        var page = (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/evidence")).ShouldBeOk();

        var claimed = page.Find(".p-rows").TextContent;
        Assert.Contains("Project 2", claimed, StringComparison.Ordinal);
        Assert.DoesNotContain("Project 1", claimed, StringComparison.Ordinal);
        Assert.Empty((await portal.ClientFor(partnership.Reader).GetPageAsync($"/{partnership.Slug}/evidence")).Document.QuerySelectorAll("main a[href*='/evidence/new']"));
    }

    [Fact]
    public async Task Get_Pages_SendTheSameFewCommandsHoweverMuchThereIs()
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var file = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "First", released: true);
        string[] paths = [$"/{partnership.Slug}/evidence", $"/{partnership.Slug}/evidence/{file.ItemId}", $"/{partnership.Slug}/people/scrutiny", $"/{partnership.Slug}/people/access-log"];
        var before = await CountsAsync(partnership, officer, paths);
        for (var i = 0; i < 30; i++)
        {
            await portal.Data.CreateNoteAsync(partnership, plan.ProjectIds[i % 2], $"Note {i}", released: i % 2 == 0);
        }

        var after = await CountsAsync(partnership, officer, paths);

        Assert.Equal(before, after);
        Assert.All(after, count => Assert.InRange(count, 1, 16));
    }

    private async Task<List<int>> CountsAsync(TestPartnership partnership, TestOfficer officer, string[] paths)
    {
        var counts = new List<int>();
        foreach (var (person, path) in paths.Select(p => (partnership.Lead, p)).Concat(paths[..2].Append("/inspect").Append("/inspect/reads").Select(p => (officer.Person, p))))
        {
            var client = portal.ClientFor(person);
            (await client.GetPageAsync(path)).ShouldBeOk();
            portal.Host.Commands.Reset();
            (await client.GetPageAsync(path)).ShouldBeOk();
            counts.Add(portal.Host.Commands.Texts.Count);
        }

        return counts;
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MadeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, await portal.Data.CreatePlanAsync(partnership));
    }

    private static string Address(TestPartnership partnership, TestFile file) => $"/{partnership.Slug}/evidence/{file.ItemId}/versions/1/file";

    private Task<HttpResponseMessage> GetFileAsync(TestPerson person, TestPartnership partnership, TestFile file) =>
        portal.ClientFor(person).GetAsync(new Uri(Address(partnership, file), UriKind.Relative));
}

/// <summary>The same person in a portal of another configuration.</summary>
internal static class OtherHosts
{
    public static HttpClient ClientFor(this PortalFixture portal, TestPerson person, WebApplicationFactory<Program> host)
    {
        var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        foreach (var header in portal.ClientFor(person).DefaultRequestHeaders)
        {
            client.DefaultRequestHeaders.Add(header.Key, header.Value);
        }

        return client;
    }
}
