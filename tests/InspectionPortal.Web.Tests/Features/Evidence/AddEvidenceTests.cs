using System.Net;
using System.Security.Cryptography;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data.EvidenceFiles;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Evidence;

public sealed class AddEvidenceTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Theory]
    [InlineData("pdf", "report.pdf", "application/pdf")]
    [InlineData("docx", "Minutes.DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xlsx", "figures.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("csv", "figures.csv", "text/csv")]
    [InlineData("csv-1252", "figures.csv", "text/csv")]
    [InlineData("txt", "views.txt", "text/plain")]
    [InlineData("png", "chart.png", "image/png")]
    [InlineData("jpg", "wall.jpg", "image/jpeg")]
    [InlineData("jpg", "wall.jpeg", "image/jpeg")]
    [InlineData("odt", "minutes.odt", "application/vnd.oasis.opendocument.text")]
    [InlineData("pptx", "slides.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    [InlineData("doc", "old.doc", "application/msword")]
    [InlineData("msg", "mail.msg", "application/vnd.ms-outlook")]
    [InlineData("eml", "mail.eml", "message/rfc822")]
    [InlineData("rtf", "notes.rtf", "application/rtf")]
    [InlineData("gif", "wall.gif", "image/gif")]
    [InlineData("mp3", "voices.mp3", "audio/mpeg")]
    [InlineData("wav", "voices.wav", "audio/wav")]
    [InlineData("mp4", "film.mp4", "video/mp4")]
    [InlineData("zip", "pack.zip", "application/zip")]
    public async Task Post_EachAcceptedType_IsStoredWithItsHash(string kind, string name, string contentType)
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);
        var bytes = EvidenceForms.Sample(kind);

        var sent = await new EvidenceForms(client).AddFileAsync(partnership.Slug, plan.ProjectIds[0], bytes, name);

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var version = Assert.Single(await VersionsAsync(partnership));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), version.Sha256);
        Assert.Equal((name, contentType, bytes.LongLength, ScanResult.NotScanned), (version.FileName, version.ContentType, version.Size, version.Scan));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Assert.Single(Files(partnership))));
        var page = await client.FollowAsync(sent);
        Assert.Contains(version.Sha256, page.Text, StringComparison.Ordinal);
        Assert.Contains("Not scanned for viruses: only the partnership can open it", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exe", "report.pdf")]
    [InlineData("png", "wall.jpg")]
    [InlineData("jpg", "chart.png")]
    [InlineData("zip", "minutes.docx")]
    [InlineData("xlsx", "minutes.docx")]
    [InlineData("docx", "figures.xlsx")]
    [InlineData("docm", "minutes.docx")]
    [InlineData("binary", "figures.csv")]
    [InlineData("pdf", "views.txt")]
    [InlineData("pdf", "report.exe")]
    [InlineData("pdf", "report.pdf.html")]
    [InlineData("docx", "minutes.docm")]
    [InlineData("doc", "figures.xls")]
    [InlineData("msg", "old.doc")]
    [InlineData("exe", "old.doc")]
    [InlineData("mp3", "film.mp4")]
    [InlineData("wav", "wall.webp")]
    [InlineData("html", "page.html")]
    [InlineData("svg", "drawing.svg")]
    [InlineData("html", "chart.png")]
    [InlineData("svg", "report.pdf")]
    [InlineData("binary", "mail.eml")]
    [InlineData("pdf", "pdf")]
    public async Task Post_ContentThatIsNotWhatTheNameSays_IsRefusedAndLeavesNothing(string kind, string name)
    {
        var (partnership, plan) = await MadeAsync();

        var page = await new EvidenceForms(portal.ClientFor(partnership.Lead))
            .AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample(kind), name, "What I typed");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(EvidenceFileType.Accepted, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("What I typed", page.Find("#Title").GetAttribute("value"));
        Assert.NotNull(page.Find($"input[name=ProjectIds][value='{plan.ProjectIds[0]}'][checked]"));
        await AssertNothingAsync(partnership);
    }

    [Fact]
    public async Task Post_MacrosByContentType_InADocumentThatHasNone_IsRefused()
    {
        var (partnership, plan) = await MadeAsync();

        var page = await new EvidenceForms(portal.ClientFor(partnership.Lead))
            .AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.MacroTypes(), "minutes.docx");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        await AssertNothingAsync(partnership);
    }

    [Theory]
    [InlineData("docm", "minutes.docm")]
    [InlineData("doc-macros", "old.doc")]
    public async Task Post_Macros_AreFlagged(string kind, string name)
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);

        var sent = await new EvidenceForms(client).AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample(kind), name);

        Assert.True(Assert.Single(await VersionsAsync(partnership)).HasMacros);
        Assert.Contains("Has macros", (await client.FollowAsync(sent)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Zip_ListsWhatItHolds()
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);

        var sent = await new EvidenceForms(client).AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("zip"), "pack.zip");

        Assert.Equal("readme.txt", Assert.Single(Assert.Single(await VersionsAsync(partnership)).Contents!).Name);
        Assert.Contains("What is in the zip (1 file)", (await client.FollowAsync(sent)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_DocumentWithAPassword_IsRefused()
    {
        var (partnership, plan) = await MadeAsync();

        var page = await new EvidenceForms(portal.ClientFor(partnership.Lead))
            .AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("docx-password"), "minutes.doc");

        Assert.Contains("Remove the password", Assert.Single(page.Errors), StringComparison.Ordinal);
        await AssertNothingAsync(partnership);
    }

    [Fact]
    public async Task Post_FileWithoutAScanner_OutsideADemonstration_IsRefusedWithTheReason()
    {
        var (partnership, plan) = await MadeAsync();
        await using var strict = portal.Host.WithWebHostBuilder(host => host.UseSetting("Evidence:AllowUnscanned", "false"));
        var client = portal.ClientFor(partnership.Lead, strict);

        var form = await client.GetPageAsync($"/{partnership.Slug}/evidence/new");
        Assert.Contains("no virus scanner is set up", form.Text, StringComparison.Ordinal);
        Assert.Empty(form.Document.QuerySelectorAll("input[type=file]"));
        var page = await new EvidenceForms(client).AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("pdf"), "a.pdf");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("no virus scanner is set up", Assert.Single(page.Errors), StringComparison.Ordinal);
        await AssertNothingAsync(partnership);
        var note = await new EvidenceForms(client).SendAsync(
            $"/{partnership.Slug}/evidence/new?form=Note", null, null, [.. EvidenceForms.Fields(plan.ProjectIds[0]), ("Note", "N")]);
        Assert.Equal(HttpStatusCode.Redirect, note.Status);
    }

    [Fact]
    public async Task Get_Form_AsksForTheFileFirst_AndKeepsWhatIsSaidOfIt()
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);
        var form = await client.GetPageAsync($"/{partnership.Slug}/evidence/new");

        var asked = form.Document.QuerySelectorAll($"{EvidenceForms.Form} input:not([type=hidden]), {EvidenceForms.Form} select, {EvidenceForms.Form} textarea")
            .Select(f => f.GetAttribute("name")).Distinct().ToList();
        Assert.Equal(["File", "Title", "Description", "MadeOn", "Source", "Kind", "Classification", "HasPersonalData"], asked[..8]);
        Assert.Contains("Do not add children’s records", form.Text, StringComparison.Ordinal);
        var sent = await new EvidenceForms(client).SendAsync(
            $"/{partnership.Slug}/evidence/new", new ByteArrayContent(EvidenceForms.Sample("txt")), "a.txt",
            [.. EvidenceForms.Fields(plan.ProjectIds[0]), ("MadeOn", "3 March 2020"), ("Source", "Survey of families"), ("HasPersonalData", "true")]);
        var page = (await client.FollowAsync(sent)).Text;

        Assert.Contains("3 March 2020", page, StringComparison.Ordinal);
        Assert.Contains("Survey of families", page, StringComparison.Ordinal);
        Assert.True((await portal.Data.InTenantAsync(partnership.Id, d => d.EvidenceItems.SingleAsync())).HasPersonalData);
    }

    [Fact]
    public async Task Post_OneByteTooMany_IsRefusedWithTheFormKept()
    {
        var (partnership, plan) = await MadeAsync();
        using var file = new LongFile(EvidenceStore.MaxBytes + 1);

        var page = await new EvidenceForms(portal.ClientFor(partnership.Lead))
            .SendAsync($"/{partnership.Slug}/evidence/new", file, "long.pdf", EvidenceForms.Fields(plan.ProjectIds[0], "What I typed"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("25 MB", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("What I typed", page.Find("#Title").GetAttribute("value"));
        await AssertNothingAsync(partnership);
    }

    [Fact]
    public async Task Post_EmptyFile_IsRefused()
    {
        var (partnership, plan) = await MadeAsync();

        var page = await new EvidenceForms(portal.ClientFor(partnership.Lead)).AddFileAsync(partnership.Slug, plan.ProjectIds[0], [], "empty.pdf");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("empty", Assert.Single(page.Errors), StringComparison.Ordinal);
        await AssertNothingAsync(partnership);
    }

    [Theory]
    [InlineData("../../x.pdf", "x.pdf")]
    [InlineData("C:\\Users\\me\\x.pdf", "x.pdf")]
    [InlineData("safe\u202Efdp.pdf", "safefdp.pdf")]
    [InlineData("a\"b;c.pdf", "a_b_c.pdf")]
    [InlineData("a\r\nSet-Cookie: b.pdf", "aSet-Cookie_ b.pdf")]
    [InlineData("Tèst – 日本.pdf", "Tèst – 日本.pdf")]
    [InlineData(" .pdf", "file.pdf")]
    public async Task Post_TrickyName_IsMadeSafe(string given, string safe)
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);

        var sent = await new EvidenceForms(client).AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("pdf"), given);

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(safe, Assert.Single(await VersionsAsync(partnership)).FileName);
        Assert.Matches("^[0-9a-f]{32}$", Path.GetFileName(Assert.Single(Files(partnership))));
        using var download = await client.GetAsync(new Uri($"{sent.Location}/versions/1/file", UriKind.Relative));
        Assert.Equal(safe, download.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task Post_NameOf300Characters_KeepsItsEnding()
    {
        var (partnership, plan) = await MadeAsync();

        await new EvidenceForms(portal.ClientFor(partnership.Lead))
            .AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("pdf"), new string('n', 300) + ".pdf");

        var name = Assert.Single(await VersionsAsync(partnership)).FileName!;
        Assert.Equal(EvidenceVersion.FileNameMaxLength, name.Length);
        Assert.EndsWith("n.pdf", name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AnotherTenantsIds_IsTheSameAsIdsOfNothing()
    {
        var (here, _) = await MadeAsync();
        var (_, there) = await MadeAsync();
        var forms = new EvidenceForms(portal.ClientFor(here.Lead));
        var messages = new List<string>();
        foreach (var (recommendation, project, measure) in new[]
        {
            (there.RecommendationId, there.ProjectIds[0], there.MeasureIds[0]), (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()),
        })
        {
            foreach (var link in new[] { ("RecommendationIds", recommendation), ("ProjectIds", project), ("MeasureIds", measure), ("UpdateId", project) })
            {
                var page = await forms.SendAsync(
                    $"/{here.Slug}/evidence/new?form=Note", null, null,
                    [("Title", "T"), ("Kind", "Audit"), ("Classification", "Official"), ("Note", "N"), (link.Item1, link.Item2.ToString())]);
                Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
                messages.Add($"{link.Item1} {Assert.Single(page.Errors)}");
            }
        }

        Assert.Equal(messages[..4], messages[4..]);
        await AssertNothingAsync(here);
    }

    [Fact]
    public async Task Post_ContributorForOwnItem_IsAdded_AndForAnother_IsRefused()
    {
        var (partnership, plan) = await MadeAsync();
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            database.RemoveRange(await database.ProjectLeads.Where(l => l.ProjectId == plan.ProjectIds[1]).ToListAsync());
            return true;
        });
        var forms = new EvidenceForms(portal.ClientFor(partnership.Contributor));

        var other = await forms.SendAsync(
            $"/{partnership.Slug}/evidence/new?form=Note", null, null, [.. EvidenceForms.Fields(plan.ProjectIds[1]), ("Note", "N")]);
        var otherMeasure = await forms.SendAsync(
            $"/{partnership.Slug}/evidence/new?form=Note", null, null,
            [("Title", "T"), ("Kind", "Audit"), ("Note", "N"), ("MeasureIds", plan.MeasureIds[1].ToString())]);
        var recommendation = await forms.SendAsync(
            $"/{partnership.Slug}/evidence/new?form=Note", null, null,
            [("Title", "T"), ("Kind", "Audit"), ("Note", "N"), ("RecommendationIds", plan.RecommendationId.ToString())]);
        Assert.All([other, otherMeasure, recommendation], p => Assert.Equal(HttpStatusCode.UnprocessableEntity, p.Status));
        await AssertNothingAsync(partnership);

        var own = await forms.AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("pdf"), "a.pdf");
        Assert.Equal(HttpStatusCode.Redirect, own.Status);
    }

    [Fact]
    public async Task Post_ContributorWhoseResponsibilityEnded_IsRefused()
    {
        var (partnership, plan) = await MadeAsync();
        var forms = portal.ClientFor(partnership.Contributor);
        var page = await forms.GetPageAsync($"/{partnership.Slug}/evidence/new?form=Note&project={plan.ProjectIds[0]}");
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.ResponsibilityHolders.FirstAsync()).Until = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-2));
            return true;
        });

        using var content = EvidenceForms.Content(page, null, null, [.. EvidenceForms.Fields(plan.ProjectIds[0]), ("Note", "N")]);
        var sent = await forms.SendFormAsync($"/{partnership.Slug}/evidence/new", content);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        await AssertNothingAsync(partnership);
    }

    [Fact]
    public async Task Post_SameFormTwiceAtOnce_AddsOneItem()
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);
        var page = await client.GetPageAsync($"/{partnership.Slug}/evidence/new");
        async Task<TestPage> SendAsync()
        {
            using var content = EvidenceForms.Content(
                page, new ByteArrayContent(EvidenceForms.Sample("pdf")), "a.pdf", EvidenceForms.Fields(plan.ProjectIds[0]));
            return await client.SendFormAsync($"/{partnership.Slug}/evidence/new", content);
        }

        var sent = await Task.WhenAll(SendAsync(), SendAsync(), SendAsync());

        Assert.All(sent, s => Assert.Equal(HttpStatusCode.Redirect, s.Status));
        Assert.Single(await VersionsAsync(partnership));
        Assert.Single(Files(partnership));
        Assert.Empty(Waiting());
    }

    [Fact]
    public async Task Post_WithoutATokenThatComesFirst_IsRefused()
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);
        var page = await client.GetPageAsync($"/{partnership.Slug}/evidence/new?form=Note");
        var token = page.Find($"{EvidenceForms.Form} input[name=__RequestVerificationToken]").GetAttribute("value")!;
        (string, string)[] said = [("Form", "Note"), ("Title", "T"), ("Kind", "Audit"), ("Note", "N"), ("ProjectIds", plan.ProjectIds[0].ToString())];

        var without = await PostAsync(client, partnership, said);
        var wrong = await PostAsync(client, partnership, [("__RequestVerificationToken", "nonsense"), .. said]);
        var late = await PostAsync(client, partnership, [.. said, ("__RequestVerificationToken", token)]);
        Assert.All([without, wrong, late], p => Assert.Equal(HttpStatusCode.BadRequest, p.Status));
        await AssertNothingAsync(partnership);

        var first = await PostAsync(client, partnership, [("__RequestVerificationToken", token), .. said]);
        Assert.Equal(HttpStatusCode.Redirect, first.Status);
        client.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        var inHeader = await PostAsync(client, partnership, said);
        Assert.Equal(HttpStatusCode.Redirect, inHeader.Status);
    }

    [Fact]
    public async Task Post_ByWhoMayNot_IsRefusedBeforeAnythingIsRead()
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        foreach (var (person, status) in new[]
        {
            (partnership.Reader, HttpStatusCode.Forbidden), (partnership.Chief, HttpStatusCode.Forbidden), (officer.Person, HttpStatusCode.NotFound),
        })
        {
            var client = portal.ClientFor(person);
            using var file = new LongFile(1024);
            using var content = new MultipartFormDataContent { { file, "File", "a.pdf" } };

            Assert.Equal(status, (await client.SendFormAsync($"/{partnership.Slug}/evidence/new", content)).Status);
            Assert.Equal(status, (await client.GetPageAsync($"/{partnership.Slug}/evidence/new")).Status);
        }

        await AssertNothingAsync(partnership);
    }

    [Theory]
    [InlineData("https://www.example.org/report?year=2020#a", true)]
    [InlineData("http://example.org", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("ftp://example.org/x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//example.org", false)]
    [InlineData("https://someone:secret@example.org", false)]
    [InlineData("not an address", false)]
    [InlineData("", false)]
    public async Task Post_Link_IsKeptWhenItIsAWebAddress(string url, bool isKept)
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);

        var page = await new EvidenceForms(client).SendAsync(
            $"/{partnership.Slug}/evidence/new?form=Link", null, null, [.. EvidenceForms.Fields(plan.ProjectIds[0]), ("Url", url)]);

        Assert.Equal(isKept ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, page.Status);
        if (isKept)
        {
            page = await client.FollowAsync(page);
            Assert.Equal("noopener noreferrer nofollow external", page.Find($"a[href='{url}']").GetAttribute("rel"));
            Assert.Equal(ScanResult.NotNeeded, Assert.Single(await VersionsAsync(partnership)).Scan);
        }
    }

    [Fact]
    public async Task Post_NothingFilledIn_SaysHowToPutEachRight()
    {
        var (partnership, _) = await MadeAsync();

        var page = await new EvidenceForms(portal.ClientFor(partnership.Lead)).SendAsync($"/{partnership.Slug}/evidence/new", null, null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(
            [$"Choose {EvidenceFileType.Accepted}, 25 MB or smaller", "Choose the type of evidence", "Choose what it is evidence for: from 1 to 50 items",
                "Enter a title"],
            page.Errors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Post_HtmlAndTooMuch_IsShownAsTextAndRefused()
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);
        var forms = new EvidenceForms(client);
        var path = $"/{partnership.Slug}/evidence/new?form=Note";

        var long1 = await forms.SendAsync(path, null, null, [.. EvidenceForms.Fields(plan.ProjectIds[0], new string('t', 201)), ("Note", new string('n', 20_001))]);
        Assert.Equal(2, long1.Errors.Count);
        var kept = await client.FollowAsync(await forms.SendAsync(
            path, null, null, [.. EvidenceForms.Fields(plan.ProjectIds[0], "<b>Title</b>"), ("Note", "<script>alert(1)</script>")]));

        Assert.Contains("<script>alert(1)</script>", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", kept.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FormThatBreaksOff_IsABadRequestAndLeavesNothing()
    {
        var (partnership, plan) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);
        var page = await client.GetPageAsync($"/{partnership.Slug}/evidence/new");
        using var whole = EvidenceForms.Content(page, new ByteArrayContent(EvidenceForms.Sample("pdf")), "a.pdf", EvidenceForms.Fields(plan.ProjectIds[0]));
        var bytes = await whole.ReadAsByteArrayAsync();
        using var cut = new ByteArrayContent(bytes[..^60]);
        cut.Headers.ContentType = whole.Headers.ContentType;

        var sent = await client.SendFormAsync($"/{partnership.Slug}/evidence/new", cut);

        Assert.Equal(HttpStatusCode.BadRequest, sent.Status);
        await AssertNothingAsync(partnership);
    }

    [Fact]
    public async Task Get_WithAnOwnProjectAndUpdate_ComesWithThemChosen()
    {
        var (partnership, plan) = await MadeAsync();

        var page = (await portal.ClientFor(partnership.Contributor).GetPageAsync($"/{partnership.Slug}/evidence/new?project={plan.ProjectIds[0]}")).ShouldBeOk();

        Assert.NotNull(page.Find($"input[name=ProjectIds][value='{plan.ProjectIds[0]}'][checked]"));
        Assert.Empty(page.Document.QuerySelectorAll("input[name=RecommendationIds]"));
    }

    private static async Task<TestPage> PostAsync(HttpClient client, TestPartnership partnership, (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        return await client.SendFormAsync($"/{partnership.Slug}/evidence/new", content);
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MadeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, await portal.Data.CreatePlanAsync(partnership));
    }

    private Task<List<EvidenceVersion>> VersionsAsync(TestPartnership partnership) =>
        portal.Data.InTenantAsync(partnership.Id, database => database.EvidenceVersions.AsNoTracking().ToListAsync());

    private string[] Files(TestPartnership partnership)
    {
        var folder = Path.Combine(portal.DataDirectory, "evidence", $"{partnership.Id}");
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }

    private string[] Waiting()
    {
        var folder = Path.Combine(portal.DataDirectory, "evidence", "incoming");
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }

    private async Task AssertNothingAsync(TestPartnership partnership)
    {
        Assert.Empty(await VersionsAsync(partnership));
        Assert.Equal(0, await portal.Data.InTenantAsync(partnership.Id, database => database.EvidenceItems.CountAsync()));
        Assert.Empty(Files(partnership));
        Assert.Empty(Waiting());
    }
}

/// <summary>Nothing else runs beside it, since what it measures is the whole process.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class AddEvidenceMemoryTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Post_TheLargestFile_AllocatesNoMoreThanASmallOne()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(partnership);
        var client = portal.ClientFor(partnership.Lead);
        await AllocatedAsync(client, partnership, plan, 1024);

        var small = await AllocatedAsync(client, partnership, plan, 1024);
        var large = await AllocatedAsync(client, partnership, plan, EvidenceStore.MaxBytes);

        // What is left over is tasks of many small reads; the file itself would be 25 MB once, and more as it grew.
        Assert.InRange(large - small, long.MinValue, 12 * 1024 * 1024);
    }

    private static async Task<long> AllocatedAsync(HttpClient client, TestPartnership partnership, TestPlan plan, long length)
    {
        using var file = new LongFile(length);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var sent = await new EvidenceForms(client).SendAsync(
            $"/{partnership.Slug}/evidence/new", file, "long.pdf", EvidenceForms.Fields(plan.ProjectIds[0]));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        return allocated;
    }
}
