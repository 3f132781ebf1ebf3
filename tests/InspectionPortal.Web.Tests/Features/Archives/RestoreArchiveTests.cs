using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Features.Archives;
using InspectionPortal.Web.Features.Archives.Restoring;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Archives;

/// <summary>An archive becomes a new partnership, whole and with nobody in it.</summary>
public sealed partial class RestoreArchiveTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public Task Model_EveryTenantEntity_IsRestoredOrLeftOutWithAReason() => portal.Data.OnPlatformAsync(database =>
    {
        var own = database.Model.GetEntityTypes().Where(e => typeof(ITenantScoped).IsAssignableFrom(e.ClrType)).ToList();
        var restored = RestoreModel.Kinds(database.Model).ToList();
        Assert.Equal(
            own.Select(e => e.ClrType.Name).Order(StringComparer.Ordinal),
            restored.Select(e => e.ClrType.Name).Concat(RestoreModel.LeftOut.Keys.Select(k => k.Name)).Order(StringComparer.Ordinal));
        Assert.All(RestoreModel.LeftOut.Values.Concat(RestoreModel.Changed.Values), why => Assert.True(why.Length > 20));
        Assert.Empty(
            from kind in restored
            from key in kind.GetForeignKeys()
            where key.PrincipalEntityType != kind && restored.IndexOf(key.PrincipalEntityType) > restored.IndexOf(kind)
            select $"{kind.ClrType.Name} comes before {key.PrincipalEntityType.ClrType.Name}");
        Assert.Empty(
            from kind in restored
            from key in kind.GetForeignKeys()
            where RestoreModel.LeftOut.ContainsKey(key.PrincipalEntityType.ClrType) && key.IsRequired
            select $"{kind.ClrType.Name} needs {key.PrincipalEntityType.ClrType.Name}, which is not restored");
        return Task.FromResult(true);
    });

    [Fact]
    public async Task Restore_ThenArchiveAgain_HoldsTheSame()
    {
        var here = await WholeAsync();
        var first = await ArchiveAsync(here.Id);
        var slug = $"{here.Slug}-again";

        var restored = await RestoreAsync(first, slug);

        Assert.Empty(restored.Gaps);
        using var before = new TestArchive(new MemoryStream(first));
        using var after = new TestArchive(new MemoryStream(await ArchiveAsync(restored.Id)));
        var leftOut = await LeftOutAsync();
        var (ids, idsAgain) = (new List<string>(), new List<string>());
        foreach (var table in before.Paths.Where(p => p.StartsWith("tables/", StringComparison.Ordinal) && p.EndsWith(".json", StringComparison.Ordinal))
            .Where(p => !leftOut.Contains(p) && p != "tables/people.json").Order(StringComparer.Ordinal))
        {
            Assert.Equal($"{table}\n{Plain(before.Text(table), ids)}", $"{table}\n{Plain(after.Text(table), idsAgain)}");
        }

        // Members are not restored; of the others, everybody whom a row names still has a name.
        var names = before.Table("people").Select(p => p.GetProperty("name").GetString()).ToHashSet();
        Assert.All(after.Table("people"), p => Assert.Contains(p.GetProperty("name").GetString(), names));
        Assert.Equal(Hashes(before, "reports/"), Hashes(after, "reports/"));
        Assert.Equal(Hashes(before, "evidence/"), Hashes(after, "evidence/"));
        Assert.NotEmpty(Hashes(before, "reports/"));
        Assert.NotEmpty(Hashes(before, "evidence/"));
        Assert.All(leftOut.Where(t => !t.Contains("audit", StringComparison.Ordinal)), table => Assert.Equal("[]", after.Text(table).Trim()));
    }

    [Fact]
    public async Task Restore_BesideTheOriginal_SharesNothingWithIt()
    {
        var here = await WholeAsync();
        var before = await ArchiveAsync(here.Id);

        var restored = await RestoreAsync(before, $"{here.Slug}-copy");

        using var after = new TestArchive(new MemoryStream(await ArchiveAsync(here.Id)));
        using var copy = new TestArchive(new MemoryStream(await ArchiveAsync(restored.Id)));
        var own = after.Table("projects").Concat(after.Table("plans")).Concat(after.Table("audit-entries")).Select(r => r.GetProperty("id").GetString()).ToHashSet();
        Assert.Empty(copy.Table("projects").Concat(copy.Table("plans")).Concat(copy.Table("audit-entries")).Select(r => r.GetProperty("id").GetString()).Where(own.Contains));
        using var archive = new TestArchive(new MemoryStream(before));
        Assert.Equal(archive.Text("tables/projects.json"), after.Text("tables/projects.json"));
        Assert.Equal(archive.Text("tables/audit-entries.json"), after.Text("tables/audit-entries.json"));
    }

    [Fact]
    public async Task Restore_WhereTheOriginalIsGone_KeepsTheIds()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var archive = Changed(await ArchiveAsync(here.Id), "tables/agencies.json", text => text, other => other);
        var known = plan.ProjectIds.ToHashSet();

        // Another portal: here every id is changed to one that no partnership has.
        var moved = Moved(archive);
        var restored = await RestoreAsync(moved, $"{here.Slug}-moved");

        using var read = new TestArchive(new MemoryStream(moved));
        var ids = read.Table("projects").Select(r => Guid.Parse(r.GetProperty("id").GetString()!)).ToHashSet();
        Assert.DoesNotContain(ids, known.Contains);
        Assert.Equal(ids, (await portal.Data.InTenantAsync(restored.Id, d => d.Projects.Select(p => p.Id).ToListAsync())).ToHashSet());
    }

    [Fact]
    public async Task Restore_Any_LetsNobodyIn()
    {
        var here = await WholeAsync();
        var plan = await portal.Data.InTenantAsync(here.Id, d => d.Plans.Select(p => p.Id).FirstAsync());
        var officer = await portal.Data.CreateOfficerAsync(here, OnlyItsId(plan), GrantScope.LivePlan);
        var users = await portal.Data.OnPlatformAsync(d => d.Users.Select(u => u.Id).ToListAsync());

        var restored = await RestoreAsync(await ArchiveAsync(here.Id), $"{here.Slug}-shut");

        foreach (var person in new[] { here.Lead, here.Chief, here.Contributor, here.Reader, officer.Person })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(person).GetPageAsync($"/{here.Slug}-shut/plans")).Status);
        }

        Assert.Equal(0, await portal.Data.InTenantAsync(restored.Id, d => d.Memberships.CountAsync()));
        Assert.Equal(0, await portal.Data.InTenantAsync(restored.Id, d => d.ScrutinyGrants.CountAsync()));
        Assert.Equal(0, await portal.Data.InTenantAsync(restored.Id, d => d.ResponsibilityHolders.CountAsync()));
        var made = await portal.Data.OnPlatformAsync(d => d.Users.Where(u => !users.Contains(u.Id)).ToListAsync());
        Assert.NotEmpty(made);
        Assert.All(made, u => Assert.True(u is { IsDisabled: true, PasswordHash: null, EmailConfirmed: false, IsPlatformAdministrator: false } && u.Email!.EndsWith(".invalid", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Restore_Any_SealsItsAuditAndKeepsReports()
    {
        var here = await WholeAsync();
        var restored = await RestoreAsync(await ArchiveAsync(here.Id), $"{here.Slug}-seal");

        var verdict = await portal.Host.Services.GetRequiredService<PartnershipScopes>().RunAsync(
            restored.Id, acting: null, "test", s => s.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));

        Assert.Null(verdict.Broken);
        var entries = await portal.Data.InTenantAsync(restored.Id, d => d.AuditEntries.CountAsync());
        Assert.Equal(await portal.Data.InTenantAsync(here.Id, d => d.AuditEntries.CountAsync()) + 1, entries);
        Assert.Single(await portal.Data.InTenantAsync(restored.Id, d => d.AuditEntries.Where(e => e.EntityType == "RestoredArchive").ToListAsync()));
        Assert.Equal(1, await portal.Data.InTenantAsync(restored.Id, d => d.Approvals.CountAsync()));
    }

    [Fact]
    public async Task Restore_AReleasedFile_IsScannedBeforeItIsReleased()
    {
        var here = await WholeAsync();
        await portal.Data.InTenantAsync(here.Id, async d =>
        {
            (await d.EvidenceVersions.SingleAsync(v => v.Note != null)).ReleasedAt = DateTimeOffset.UtcNow;
            return true;
        });

        var restored = await RestoreAsync(await ArchiveAsync(here.Id), $"{here.Slug}-scan");

        var versions = await portal.Data.InTenantAsync(restored.Id, d => d.EvidenceVersions.OrderBy(v => v.Note == null).ToListAsync());
        Assert.Equal([(ScanResult.NotNeeded, true), (ScanResult.NotScanned, false)], versions.Select(v => (v.Scan, v.ReleasedAt is not null)));
    }

    [Fact]
    public async Task Restore_AFileThatCameInPieces_IsWhole()
    {
        var here = await WholeAsync();
        const int size = 26 * 1024 * 1024;
        await LargeFileAsync(here, size);

        var restored = await RestoreAsync(await ArchiveAsync(here.Id), $"{here.Slug}-large");

        Assert.Empty(restored.Gaps);
        var large = await portal.Data.InTenantAsync(restored.Id, d => d.EvidenceVersions.SingleAsync(v => v.Size == size));
        await using var file = await portal.Host.Services.GetRequiredService<EvidenceStore>()
            .OpenAsync(restored.Id, large.StorageName!, CancellationToken.None);
        Assert.Equal(size, file!.Length);
    }

    /// <summary>A picture of this many bytes that came piece by piece.</summary>
    private Task<bool> LargeFileAsync(TestPartnership here, int size) => portal.Data.InTenantAsync(here.Id, async database =>
    {
        var store = portal.Host.Services.GetRequiredService<EvidenceStore>();
        var bytes = RandomNumberGenerator.GetBytes(size);
        new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }.CopyTo(bytes, 0);
        var name = FileNames.New();
        await store.AppendAsync(name, 0, size, new MemoryStream(bytes), CancellationToken.None);
        var file = (await store.JudgeAsync(name, "photo.jpg", here.Id, CancellationToken.None)).File!;
        await store.KeepAsync(file, CancellationToken.None);
        database.Add(new EvidenceVersion
        {
            ItemId = await database.EvidenceItems.Where(i => i.Form == EvidenceForm.File).Select(i => i.Id).FirstAsync(),
            Number = 2,
            Sha256 = file.Sha256,
            FileName = file.FileName,
            ContentType = file.ContentType,
            Size = file.Size,
            StorageName = file.StorageName,
            Scan = ScanResult.Clean,
            AddedAt = DateTimeOffset.UtcNow,
            AddedByUserId = here.Lead.Id,
        });
        return true;
    });

    [Fact]
    public async Task Restore_AClosedPlan_StaysClosed()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        await portal.Data.InTenantAsync(here.Id, async d =>
        {
            (await d.Plans.SingleAsync(p => p.Id == plan.Id)).Become(PlanState.Closed, new DateOnly(2026, 1, 2));
            return true;
        });

        var restored = await RestoreAsync(await ArchiveAsync(here.Id), $"{here.Slug}-closed");

        var there = await portal.Data.InTenantAsync(restored.Id, d => d.Plans.SingleAsync());
        Assert.Equal((PlanState.Closed, new DateOnly(2026, 1, 2)), (there.State, there.ClosedOn!.Value));
        Assert.Equal(2, await portal.Data.InTenantAsync(restored.Id, d => d.Projects.CountAsync()));
    }

    [Fact]
    public async Task Restore_AChangedArchive_IsRefusedAndLeavesNothing()
    {
        var here = await WholeAsync();
        var good = await ArchiveAsync(here.Id);
        var count = await portal.Data.OnPlatformAsync(d => d.Partnerships.CountAsync());
        var users = await portal.Data.OnPlatformAsync(d => d.Users.CountAsync());
        (string What, byte[] Archive, string Said)[] bad =
        [
            ("a table", Rewritten(good, (path, bytes) => path == "tables/projects.json" ? Replaced(bytes, "Project 1", "Project X") : bytes), "was changed"),
            ("a report", Rewritten(good, (path, bytes) => path.StartsWith("reports/", StringComparison.Ordinal) ? [.. bytes, (byte)' '] : bytes), "was changed"),
            ("a file of evidence", Rewritten(good, (path, bytes) => path.StartsWith("evidence/", StringComparison.Ordinal) ? [1, .. bytes] : bytes), "was changed"),
            ("one file more", Rewritten(good, (_, bytes) => bytes, ("tables/more.json", "[]")), "added to the archive or removed"),
            ("one file fewer", Rewritten(good, (path, bytes) => path == "README.txt" ? null : bytes), "added to the archive or removed"),
            ("a newer format", Rewritten(good, (path, bytes) => path == "manifest.json" ? Replaced(bytes, "\"format\": 2", "\"format\": 3") : bytes), "newer version"),
            ("a name that leads out", Rewritten(good, (_, bytes) => bytes, ("../out.txt", "x")), "a name that the portal does not give"),
            ("a name of another system", Rewritten(good, (_, bytes) => bytes, ("C:\\out.txt", "x")), "a name that the portal does not give"),
            ("a bomb", Bomb(good), "much more than its size"),
            ("no archive", Encoding.UTF8.GetBytes("PK hello"), "not an archive"),
            ("an unknown table", Listed(good, "tables/strange.json", "[]"), "newer version"),
            ("a report that was not approved", Changed(good, Report(good), text => text.Replace("scrutiny", "Scrutiny", StringComparison.Ordinal), other => other), "not the one that was approved"),
            ("a row that refers to none", Changed(good, "tables/measures.json", text => Id().Replace(text, m => m.Index < 400 ? m.Value : Guid.NewGuid().ToString()), other => other), "do not fit"),
            ("a state that there is not", Changed(good, "tables/plans.json", text => text.Replace("\"Active\"", "\"Wonderful\"", StringComparison.Ordinal), other => other), "not as the portal writes it"),
        ];
        foreach (var (what, archive, said) in bad)
        {
            var wrong = await Assert.ThrowsAsync<ArchiveException>(() => RestoreAsync(archive, $"{here.Slug}-bad"));
            Assert.True(wrong.Message.Contains(said, StringComparison.Ordinal), $"{what}: {wrong.Message}");
        }

        var other = await Assert.ThrowsAsync<ArchiveException>(() => RestoreAsync(good, $"{here.Slug}-bad", new string('0', 64)));
        Assert.Contains("SHA-256", other.Message, StringComparison.Ordinal);
        Assert.Equal((count, users), (await portal.Data.OnPlatformAsync(d => d.Partnerships.CountAsync()), await portal.Data.OnPlatformAsync(d => d.Users.CountAsync())));
        await RestoreAsync(good, $"{here.Slug}-bad", Convert.ToHexStringLower(SHA256.HashData(good)));
    }

    [Fact]
    public async Task Post_AnArchive_MakesAPartnershipOnce()
    {
        var here = await WholeAsync();
        var archive = await ArchiveAsync(here.Id);
        var client = portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true));
        var slug = $"{here.Slug}-page";

        var done = await SendAsync(client, archive, slug);
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        var id = await portal.Data.OnPlatformAsync(d => d.Partnerships.Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync());
        Assert.Equal($"/admin/partnerships/{id}", done.Location);
        Assert.Contains("Invite its first partnership lead", (await client.FollowAsync(done)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await portal.Data.InTenantAsync(id, d => d.Projects.CountAsync()));

        var again = await SendAsync(client, archive, slug);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Another partnership has this address", again.Text, StringComparison.Ordinal);
        var broken = await SendAsync(client, archive[..^500], $"{slug}-2");
        Assert.Contains("not an archive of the portal, or it is damaged", broken.Text, StringComparison.Ordinal);
        Assert.Contains("Short name must only", (await SendAsync(client, archive, "Not A Slug")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ThePage_IsForPlatformAdministrators()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(here.Lead).GetPageAsync("/admin/partnerships/restore")).Status);
        (await portal.ClientFor(await portal.Data.CreatePersonAsync(administrator: true)).GetPageAsync("/admin/partnerships/restore")).ShouldBeOk();
    }

    private static async Task<TestPage> SendAsync(HttpClient client, byte[] archive, string slug)
    {
        var start = (await client.OpenAsync("/admin/partnerships/restore")).ShouldBeOk();
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in TestPage.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)start.Find("form[enctype]")).Where(f => f.Key != "Slug"))
        {
            form.Add(new StringContent(value), field);
        }

        form.Add(new StringContent(slug), "Slug");
        using var content = new ByteArrayContent(archive);
        form.Add(content, "File", "archive.zip");
        return await client.SendFormAsync("/admin/partnerships/restore", form);
    }

    /// <summary>A partnership with a plan, a published report with an approval, evidence and an access log.</summary>
    private async Task<TestPartnership> WholeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var file = await portal.Data.CreateFileAsync(here, plan.ProjectIds[0], $"Evidence {here.Canary}", released: true);
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[1], "A note", released: false);
        await portal.Data.SlipAsync(here, plan.ProjectIds[0], "31 March 2031", "Staff left");
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            var answer = await database.Projects.FirstAsync();
            answer.Risk = "A risk";
            return true;
        });
        await portal.Data.PublishReportAsync(here, plan, file);
        var period = await portal.Data.CreateNextPeriodAsync(here, plan);
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            var bytes = Encoding.UTF8.GetBytes("{}");
            var submission = new Submission
            {
                PeriodId = period,
                Number = 1,
                Snapshot = bytes,
                Sha256 = CanonicalJson.Hash(bytes),
                ScrutinyEdition = bytes,
                State = SubmissionState.Returned,
                SubmittedByUserId = here.Lead.Id,
                SubmittedAt = DateTimeOffset.UtcNow,
            };
            submission.Approvals.Add(new Approval
            {
                UserId = here.Chief.Id,
                Capacity = "Chief Executive",
                Sha256 = submission.Sha256,
                Decision = ApprovalDecision.Dissent,
                Comment = "Not yet",
                At = DateTimeOffset.UtcNow,
            });
            database.Add(submission);
            var statement = new PositionStatement { RecommendationId = plan.RecommendationId, HowWell = "Better", Grade = "good" };
            statement.Write(here.Contributor.Id, DateTimeOffset.UtcNow);
            statement.Submit(plan.PeriodId);
            statement.Approve(here.Chief.Id, DateTimeOffset.UtcNow);
            database.Add(statement);
            return Task.FromResult(true);
        });
        return here;
    }

    private async Task<byte[]> ArchiveAsync(int tenantId)
    {
        var path = Path.Combine(portal.DataDirectory, $"{Guid.NewGuid():N}.zip");
        await portal.Host.Services.GetRequiredService<PartnershipScopes>().RunAsync(
            tenantId, acting: null, "archive",
            within => within.GetRequiredService<ArchiveBuilder>().BuildAsync(
                new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite), askedBy: null, (_, _, _, _) => Task.CompletedTask, CancellationToken.None));
        return await File.ReadAllBytesAsync(path);
    }

    private async Task<RestoredPartnership> RestoreAsync(byte[] archive, string slug, string? sha256 = null)
    {
        RestoredPartnership? restored = null;
        await portal.Host.Services.GetRequiredService<PartnershipScopes>().RunAsPlatformAsync(
            "archive restore",
            async scope => restored = await scope.GetRequiredService<UnitOfWork>().RunAsync(
                token => scope.GetRequiredService<ArchiveRestorer>().RestoreAsync(
                    new MemoryStream(archive), new RestoreTarget(slug, null, sha256), DateTimeOffset.UtcNow, token),
                CancellationToken.None));
        return restored!;
    }

    private Task<HashSet<string>> LeftOutAsync() => portal.Data.OnPlatformAsync(database => Task.FromResult(
        RestoreModel.LeftOut.Keys.Select(k => $"tables/{database.Model.FindEntityType(k)!.GetTableName()!.Replace('_', '-')}.json").ToHashSet()));

    private static readonly string[] Differing =
    [
        "slug", "email", "isMember", "scan", "scannedAt", "scanTriedAt", "scanNote", "releasedAt", "releasedByUserId", "isReleased",
        "firstLeadUserId",
    ];

    /// <summary>The table without what must differ: ids and accounts as they first stand, the address, the seal, and what was added since.</summary>
    private static string Plain(string table, List<string> ids)
    {
        var rows = JsonNode.Parse(table)!.AsArray();
        foreach (var row in rows.OfType<JsonObject>().ToList())
        {
            if (row["entityType"]?.GetValue<string>() is "RestoredArchive")
            {
                rows.Remove(row);
            }

            foreach (var name in Differing)
            {
                row.Remove(name);
            }
        }

        return Id().Replace(rows.ToJsonString(), match =>
        {
            if (!ids.Contains(match.Value))
            {
                ids.Add(match.Value);
            }

            return $"#{ids.IndexOf(match.Value)}";
        });
    }

    private static List<string> Hashes(TestArchive archive, string folder) =>
        [.. archive.Paths.Where(p => p.StartsWith(folder, StringComparison.Ordinal)).Select(p => Convert.ToHexString(SHA256.HashData(archive.Bytes(p)))).Order(StringComparer.Ordinal)];

    private static string Report(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.Select(e => e.FullName).First(n => n.StartsWith("reports/published-reports/", StringComparison.Ordinal) && n.EndsWith("-snapshot.json", StringComparison.Ordinal));
    }

    private static byte[] Replaced(byte[] bytes, string from, string to)
    {
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains(from, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>The archive with other files, its list as it was.</summary>
    private static byte[] Rewritten(byte[] archive, Func<string, byte[], byte[]?> change, params (string Path, string Text)[] more)
    {
        using var from = new ZipArchive(new MemoryStream(archive));
        using var stream = new MemoryStream();
        using (var to = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var content = new MemoryStream();
                using (var read = entry.Open())
                {
                    read.CopyTo(content);
                }

                if (change(entry.FullName, content.ToArray()) is { } bytes)
                {
                    using var write = to.CreateEntry(entry.FullName).Open();
                    write.Write(bytes);
                }
            }

            foreach (var (path, text) in more)
            {
                using var write = to.CreateEntry(path).Open();
                write.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    /// <summary>The archive with a changed file and a list that fits it, as somebody with some skill would make it.</summary>
    private static byte[] Changed(byte[] archive, string path, Func<string, string> change, Func<string, string> others)
    {
        var changed = Rewritten(archive, (p, bytes) => p == "manifest.json" ? bytes
            : p == path ? Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bytes))) : Encoding.UTF8.GetBytes(others(Encoding.UTF8.GetString(bytes))));
        return WithList(changed);
    }

    private static byte[] Listed(byte[] archive, string path, string text) => WithList(Rewritten(archive, (_, bytes) => bytes, (path, text)), path);

    private static byte[] WithList(byte[] archive, string? more = null)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        var files = zip.Entries.Where(e => e.FullName != "manifest.json").Select(e =>
        {
            using var read = e.Open();
            return new { path = e.FullName, size = e.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(read)) };
        }).ToList();
        Assert.True(more is null || files.Exists(f => f.path == more));
        return Rewritten(archive, (p, bytes) =>
        {
            if (p != "manifest.json")
            {
                return bytes;
            }

            var list = JsonNode.Parse(bytes)!.AsObject();
            list["files"] = JsonSerializer.SerializeToNode(files);
            return Encoding.UTF8.GetBytes(list.ToJsonString());
        });
    }

    /// <summary>The same archive with other ids, as one from another portal has them.</summary>
    private static byte[] Moved(byte[] archive)
    {
        var ids = new Dictionary<string, string>();
        string Move(string text) => Id().Replace(text, m => ids.TryGetValue(m.Value, out var known) ? known : (ids[m.Value] = Guid.CreateVersion7().ToString()));
        using var from = new ZipArchive(new MemoryStream(archive));
        using var stream = new MemoryStream();
        using (var to = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var read = new StreamReader(entry.Open());
                using var write = to.CreateEntry(Move(entry.FullName)).Open();
                write.Write(Encoding.UTF8.GetBytes(entry.FullName.EndsWith(".json", StringComparison.Ordinal) ? Move(read.ReadToEnd()) : read.ReadToEnd()));
            }
        }

        return WithList(stream.ToArray());
    }

    private static TestPlan OnlyItsId(Guid plan) => new(
        plan, Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty, [], [], [], Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty);

    /// <summary>A file that unpacks to far more than it takes.</summary>
    private static byte[] Bomb(byte[] archive) => Rewritten(archive, (path, bytes) => path == "tables/projects.json" ? new byte[40 * 1024 * 1024] : bytes);

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
