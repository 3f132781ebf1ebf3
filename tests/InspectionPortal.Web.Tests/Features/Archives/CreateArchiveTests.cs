using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Archives;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Archives;

/// <summary>From asking to opening the zip, with the scheduler running.</summary>
public sealed class CreateArchiveTests(ArchivePortal portal) : IClassFixture<ArchivePortal>
{
    [Fact]
    public async Task Post_ByTheLead_MakesAZipThatMatchesItsManifestAndTheDatabase()
    {
        var (partnership, plan, file) = await MadeAsync();
        var (other, _, _) = await MadeAsync();

        var job = await portal.MakeAsync(partnership);
        using var archive = await portal.OpenAsync(partnership, job.Id);

        Assert.Equal((JobState.Done, null), (job.State, job.Failure));
        Assert.InRange(job.ExpiresAt!.Value - DateTimeOffset.UtcNow, TimeSpan.FromDays(6.9), TimeSpan.FromDays(7));
        var listed = archive.Json("manifest.json").GetProperty("files").EnumerateArray().ToDictionary(f => f.GetProperty("path").GetString()!);
        Assert.Equal(archive.Paths.Where(p => p != "manifest.json").Order(StringComparer.Ordinal), listed.Keys.Order(StringComparer.Ordinal));
        foreach (var (path, entry) in listed)
        {
            var bytes = archive.Bytes(path);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), entry.GetProperty("sha256").GetString());
            Assert.Equal(bytes.Length, entry.GetProperty("size").GetInt64());
            Assert.DoesNotContain(other.Canary, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            if (path.EndsWith(".json", StringComparison.Ordinal) && path.StartsWith("tables/", StringComparison.Ordinal))
            {
                Assert.Equal(archive.Json(path).GetArrayLength(), entry.GetProperty("rows").GetInt32());
                Assert.Equal(entry.GetProperty("rows").GetInt32(), listed[Path.ChangeExtension(path, ".csv")].GetProperty("rows").GetInt32());
            }
        }

        Assert.Contains(archive.Table("projects"), p => p.GetProperty("id").GetGuid() == plan.ProjectIds[0] && p.GetProperty("title").GetString()!.Contains(partnership.Canary, StringComparison.Ordinal));
        Assert.Equal(file.Title, archive.Text($"evidence/{file.ItemId}/1-evidence.txt"));
        Assert.Empty(archive.Json("manifest.json").GetProperty("gaps").EnumerateArray());
    }

    [Fact]
    public async Task Post_ByTheLead_HasEveryRowOfEveryTable()
    {
        var (partnership, _, _) = await MadeAsync();

        var job = await portal.MakeAsync(partnership);
        using var archive = await portal.OpenAsync(partnership, job.Id);

        var tables = await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            var counted = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var table in ArchiveTables.Of(database.Model))
            {
                counted[table.Name] = await table.ReadAsync(database, CancellationToken.None).CountAsync();
            }

            return counted;
        });

        // Making and fetching it is in the audit, after it was made: two changes of the job, and a download.
        tables["audit-entries"] -= 2;
        tables["audit-links"] -= 2;
        Assert.Equal(1, tables["audit-heads"]);
        Assert.Equal(tables, tables.Keys.ToDictionary(t => t, t => archive.Table(t).Count, StringComparer.Ordinal));
        Assert.Equal(4, archive.Table("people").Count(p => p.GetProperty("email").ValueKind != System.Text.Json.JsonValueKind.Null));
    }

    [Fact]
    public async Task Post_ReportsAndOfficers_GivesTheSignedBytesAndNamesWithoutAddresses()
    {
        var (partnership, plan, file) = await MadeAsync();
        await portal.Data.PublishReportAsync(partnership, plan, file);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        (await portal.ClientFor(officer.Person).GetPageAsync($"/{partnership.Slug}/recommendations")).ShouldBeOk();

        var job = await portal.MakeAsync(partnership);
        using var archive = await portal.OpenAsync(partnership, job.Id);

        var report = Assert.Single(archive.Table("published-reports"));
        var signed = await portal.Data.InTenantAsync(
            partnership.Id, database => database.PublishedReports.Select(r => r.Snapshot).SingleAsync());
        Assert.Equal(signed, archive.Bytes(report.GetProperty("snapshot").GetString()!));
        Assert.Contains(file.Title, archive.Text(report.GetProperty("scrutinyEdition").GetString()!), StringComparison.Ordinal);
        Assert.Single(archive.Table("scrutiny-grants"));
        Assert.Single(archive.Table("scrutiny-bodies"));
        var person = Assert.Single(archive.Table("people"), p => p.GetProperty("id").GetString() == officer.Person.Id.ToString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, person.GetProperty("email").ValueKind);
        Assert.DoesNotContain(officer.Person.Email, string.Concat(archive.Paths.Where(p => p.StartsWith("tables/", StringComparison.Ordinal)).Select(archive.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TextThatLooksLikeAFormula_IsHarmlessInTheCsvAndAsWrittenInTheJson()
    {
        var (partnership, plan, _) = await MadeAsync();
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0])).Title = "=HYPERLINK(\"http://example.org\",\"x\"), \"quoted\"\nand more";
            return true;
        });

        var job = await portal.MakeAsync(partnership);
        using var archive = await portal.OpenAsync(partnership, job.Id);

        Assert.Contains("\"'=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\"), \"\"quoted\"\"\nand more\"", archive.Text("tables/projects.csv"), StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFid,", archive.Text("tables/projects.csv"), StringComparison.Ordinal);
        Assert.Contains(archive.Table("projects"), p => p.GetProperty("title").GetString()!.StartsWith("=HYPERLINK", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_Twice_MakesOneArchive()
    {
        var (partnership, _, _) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);
        var page = (await client.GetPageAsync($"/{partnership.Slug}/archive")).ShouldBeOk();
        var other = (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/archive")).ShouldBeOk();

        var sent = await Task.WhenAll(page.SubmitAsync("#make"), page.SubmitAsync("#make"), other.SubmitAsync("#make"));

        Assert.All(sent, s => Assert.Equal(HttpStatusCode.Redirect, s.Status));
        var id = Assert.Single(await portal.Data.InTenantAsync(partnership.Id, d => d.PartnershipJobs.Select(j => j.Id).ToListAsync()));
        await portal.EndAsync(partnership, id);
        Assert.Equal([$"{id:N}.zip"], portal.Files(partnership));
    }

    [Fact]
    public async Task Post_FilesThatCannotBeIncluded_AreListedWithTheReason()
    {
        var (partnership, plan, gone) = await MadeAsync();
        var infected = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Infected words", released: false, ScanResult.Infected);
        var altered = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Altered words", released: false, ScanResult.Clean);
        File.Delete(await OnDiskAsync(partnership, gone));
        await File.WriteAllTextAsync(await OnDiskAsync(partnership, altered), "Other words");

        var job = await portal.MakeAsync(partnership);
        using var archive = await portal.OpenAsync(partnership, job.Id);

        Assert.Equal(JobState.Done, job.State);
        var gaps = archive.Json("manifest.json").GetProperty("gaps").EnumerateArray().ToDictionary(g => g.GetProperty("evidence").GetGuid(), g => g.GetProperty("why").GetString()!);
        Assert.Contains("no longer has the file", gaps[gone.ItemId], StringComparison.Ordinal);
        Assert.Contains("virus", gaps[infected.ItemId], StringComparison.Ordinal);
        Assert.Contains("the file has changed", gaps[altered.ItemId], StringComparison.Ordinal);
        Assert.DoesNotContain(archive.Paths, p => p.Contains($"{infected.ItemId}", StringComparison.Ordinal));
        Assert.Null(archive.Table("evidence-versions").Single(v => v.GetProperty("itemId").GetGuid() == infected.ItemId).GetProperty("file").GetString());
    }

    [Fact]
    public async Task Post_DiskThatCannotBeWritten_FailsInWordsAndWorksAgainAfterwards()
    {
        var (partnership, _, _) = await MadeAsync();
        var folder = Path.Combine(portal.DataDirectory, "archives", $"{partnership.Id}");
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        await File.WriteAllTextAsync(folder, "in the way");

        var failed = await portal.MakeAsync(partnership);
        var page = (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/archive")).ShouldBeOk();
        File.Delete(folder);
        var again = await portal.MakeAsync(partnership);

        Assert.Equal(JobState.Failed, failed.State);
        Assert.Contains("could not write to its disk", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.DataDirectory, page.Html, StringComparison.Ordinal);
        Assert.Equal(JobState.Done, again.State);
    }

    [Fact]
    public async Task Job_OfAPartnershipSuspendedMeanwhile_IsMadeAndOpensToNobody()
    {
        var (partnership, _, _) = await MadeAsync();
        await SetStateAsync(partnership, PartnershipState.Suspended);
        var id = await portal.Data.RunAsync(partnership.Id, async (_, services) =>
        {
            var row = new PartnershipJob { TenantId = partnership.Id, Kind = JobKind.Archive, AskedByUserId = partnership.Lead.Id, AskedAt = DateTimeOffset.UtcNow };
            await ((JobQueue)services.GetService(typeof(JobQueue))!).AskAsync<CreateArchiveJob>(row, CancellationToken.None);
            return row.Id;
        });

        var job = await portal.EndAsync(partnership, id);

        Assert.Equal(JobState.Done, job.State);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/archive/{id}/file")).Status);
        await SetStateAsync(partnership, PartnershipState.Active);
        using var archive = await portal.OpenAsync(partnership, id);
        Assert.NotEmpty(archive.Table("projects"));
    }

    [Fact]
    public async Task Download_InPieces_SendsTheRangeAndCountsEachPiece()
    {
        var (partnership, _, _) = await MadeAsync();
        var job = await portal.MakeAsync(partnership);
        var client = portal.ClientFor(partnership.Lead);
        var path = new Uri($"/{partnership.Slug}/archive/{job.Id}/file", UriKind.Relative);

        using var whole = await client.GetAsync(path);
        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        ask.Headers.Range = new RangeHeaderValue(10, 19);
        using var piece = await client.SendAsync(ask);

        Assert.Equal($"attachment; filename={partnership.Slug}-{job.FinishedAt!.Value.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.zip", whole.Content.Headers.ContentDisposition!.ToString().Split("; filename*")[0].Replace("\"", string.Empty, StringComparison.Ordinal));
        Assert.Equal("application/zip", whole.Content.Headers.ContentType!.MediaType);
        Assert.Equal(job.FileSha256, Convert.ToHexStringLower(SHA256.HashData(await whole.Content.ReadAsByteArrayAsync())));
        Assert.Equal(HttpStatusCode.PartialContent, piece.StatusCode);
        Assert.Equal((await whole.Content.ReadAsByteArrayAsync())[10..20], await piece.Content.ReadAsByteArrayAsync());
        Assert.Equal(2, (await portal.FindAsync(partnership, job.Id))!.Downloads);
        Assert.Equal(2, await portal.Data.InTenantAsync(partnership.Id, d => d.AuditEntries.CountAsync(a => a.Command == nameof(DownloadArchive) && a.UserId == partnership.Lead.Id)));
    }

    [Fact]
    public async Task Archive_OthersThanTheLead_AreRefused()
    {
        var (partnership, plan, _) = await MadeAsync();
        var (other, _, _) = await MadeAsync();
        var job = await portal.MakeAsync(partnership);
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);

        foreach (var path in (string[])[$"/{partnership.Slug}/archive", $"/{partnership.Slug}/archive/{job.Id}/file"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(partnership.Reader).GetPageAsync(path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(partnership.Contributor).GetPageAsync(path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(partnership.Chief).GetPageAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(officer.Person).GetPageAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(other.Lead).GetPageAsync(path)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(other.Lead).GetPageAsync($"/{other.Slug}/archive/{job.Id}/file")).Status);
        Assert.DoesNotContain("/archive", (await portal.ClientFor(partnership.Chief).GetPageAsync($"/{partnership.Slug}/audit")).ShouldBeOk().Html, StringComparison.Ordinal);
        Assert.Contains("/archive", (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/audit")).ShouldBeOk().Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_Archive_RemovesRowAndFile()
    {
        var (partnership, _, _) = await MadeAsync();
        var job = await portal.MakeAsync(partnership);
        var page = await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/archive");

        var first = await page.SubmitAsync($"form[action$='{job.Id}/delete']");
        var second = await page.SubmitAsync($"form[action$='{job.Id}/delete']");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, second.Status));
        Assert.Null(await portal.FindAsync(partnership, job.Id));
        Assert.Empty(portal.Files(partnership));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/archive/{job.Id}/file")).Status);
    }

    private async Task<string> OnDiskAsync(TestPartnership partnership, TestFile file) => Path.Combine(
        portal.DataDirectory, "evidence", $"{partnership.Id}",
        (await portal.Data.InTenantAsync(partnership.Id, d => d.EvidenceVersions.Where(v => v.Id == file.VersionId).Select(v => v.StorageName).SingleAsync()))!);

    private Task<bool> SetStateAsync(TestPartnership partnership, PartnershipState state) => portal.Data.OnPlatformAsync(async database =>
    {
        (await database.Partnerships.SingleAsync(p => p.Id == partnership.Id)).State = state;
        await database.SaveChangesAsync();
        return true;
    });

    private async Task<(TestPartnership Partnership, TestPlan Plan, TestFile File)> MadeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(partnership);
        var file = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], $"Words of {partnership.Canary}", released: false, ScanResult.Clean);
        await portal.Data.InTenantAsync(partnership.Id, database =>
        {
            database.Add(new ProgressUpdate { PeriodId = plan.PeriodId, ProjectId = plan.ProjectIds[0], State = UpdateState.Submitted, HelpNeeded = $"Help {partnership.Canary}" });
            return Task.FromResult(true);
        });
        return (partnership, plan, file);
    }
}
