using System.Diagnostics;
using System.Security.Cryptography;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tests.Features.Archives;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Tests.Commands;

/// <summary>The verbs, run as processes from a folder that has nothing to do with the portal, by their exit codes and what they print.</summary>
public sealed class VerbTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Migrate_EmptyDatabase_AppliesEverythingOnce()
    {
        var database = await portal.Cluster.CreateEmptyAsync();

        var first = await RunAsync(database, "migrate");
        var second = await RunAsync(database, "migrate");
        await portal.Cluster.DropAsync(database);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("_Initial", first.Output, StringComparison.Ordinal);
        Assert.Contains("is up to date", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_Twice_ChangesNothingTheSecondTime()
    {
        var database = await portal.Cluster.CloneAsync();
        var connection = portal.Cluster.OwnerConnection(database);

        var first = await RunAsync(database, "seed");
        var before = await RowsAsync(connection);
        var second = await RunAsync(database, "seed");
        var after = await RowsAsync(connection);
        var withoutPassword = await WithoutPasswordAsync(connection);
        NpgsqlConnection.ClearAllPools();
        await portal.Cluster.DropAsync(database);

        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Equal(0, second.ExitCode);
        Assert.True(before > 100);
        Assert.Equal(before, after);
        Assert.Equal(0, withoutPassword);
    }

    [Fact]
    public async Task Seed_FolderThatIsNotThere_ExitsOneWithOneLine()
    {
        var run = await RunAsync(portal.Database, "seed", "--from", Path.Combine(portal.DataDirectory, "nowhere"));

        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Seed_FileThatIsWrong_SaysWhichAndSavesNothingOfIt()
    {
        var folder = Path.Combine(portal.DataDirectory, "seed");
        Directory.CreateDirectory(Path.Combine(folder, "wrong"));
        await File.WriteAllTextAsync(Path.Combine(folder, "wrong", "partnership.yaml"), "slug: wrong\nname: Wrong\nquorum: many\n");

        var run = await RunAsync(portal.Database, "seed", "--from", folder);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("partnership.yaml", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrator_New_PrintsALinkAndTheLogSaysSo()
    {
        var email = $"{TestData.Unique("administrator")}@tests.example";

        var run = await RunAsync(portal.Database, "administrator", email);
        var page = (await portal.ClientFor(null).GetPageAsync(new Uri(run.Output.Trim()).PathAndQuery)).ShouldBeOk();
        await page.SubmitAsync("main form", ("Name", "Administrator"), ("Password", "three unrelated words"));
        var again = await RunAsync(portal.Database, "administrator", email);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(email, page.Text, StringComparison.Ordinal);
        Assert.True(await portal.Data.OnPlatformAsync(d => d.Users.Where(u => u.Email == email).Select(u => u.IsPlatformAdministrator && u.EmailConfirmed).SingleAsync()));
        Assert.True(await portal.Data.OnPlatformAsync(d => d.SecurityEvents.AnyAsync(
            e => e.Kind == SecurityEventKind.InvitationLinkHandedOut && e.Detail!.StartsWith("Administrator"))));
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("administrator already", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrator_AccountItDidNotMake_IsRefusedUnlessTakenOver()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        var lead = portal.ClientFor(here.Lead);
        await portal.Data.OnPlatformAsync(d => Task.FromResult(d.Add(new LinkOfficer { BodyId = officer.BodyId, UserId = here.Lead.Id })));

        var refused = await RunAsync(portal.Database, "administrator", here.Lead.Email);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--take-over", Assert.Single(refused.Error.Trim().Split('\n')), StringComparison.Ordinal);
        (await lead.GetPageAsync($"/{here.Slug}/people")).ShouldBeOk();

        var taken = await RunAsync(portal.Database, "administrator", here.Lead.Email, "--take-over");
        Assert.True(taken.ExitCode == 0, taken.Error);
        Assert.Contains($"{here.Name} now has no partnership lead", taken.Output, StringComparison.Ordinal);
        Assert.Equal("/account/sign-in", (await lead.GetPageAsync($"/{here.Slug}/people")).Location?.Split('?')[0]);
        var user = await portal.Data.OnPlatformAsync(d => d.Users.AsNoTracking().SingleAsync(u => u.Id == here.Lead.Id));
        Assert.Equal((null, false, false), (user.PasswordHash, user.EmailConfirmed, user.IsPlatformAdministrator));
        Assert.Equal(0, await portal.Data.InTenantAsync(here.Id, d => d.Memberships.CountAsync(m => m.UserId == here.Lead.Id)));
        Assert.False(await portal.Data.OnPlatformAsync(d => d.LinkOfficers.AnyAsync(o => o.UserId == here.Lead.Id)));
        Assert.False(await portal.Data.OnPlatformAsync(d => d.UserSessions.AnyAsync(s => s.UserId == here.Lead.Id && s.EndedAt == null)));
        Assert.True(await portal.Data.OnPlatformAsync(d => d.SecurityEvents.AnyAsync(
            e => e.Kind == SecurityEventKind.AccountTakenOver && e.AboutUserId == here.Lead.Id)));
        Assert.True(await portal.Data.OnPlatformAsync(d => d.PlatformAuditEntries.AnyAsync(e => e.EntityId == $"{here.Lead.Id}" && e.Command == "TakeOver")));
    }

    [Fact]
    public async Task Administrator_NoAddress_ExitsOne()
    {
        var run = await RunAsync(portal.Database, "administrator", "nobody");

        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Archive_OfAClosedPartnership_WritesItOnce()
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.State = PartnershipState.Closed);
        await portal.Data.CreatePlanAsync(partnership);
        var file = Path.Combine(portal.DataDirectory, "out.zip");

        var first = await RunAsync(portal.Database, "archive", partnership.Slug, "--to", file);
        var second = await RunAsync(portal.Database, "archive", partnership.Slug, "--to", file);
        var nobody = await RunAsync(portal.Database, "archive", "nobody-here", "--to", file + "2");

        Assert.True(first.ExitCode == 0, first.Error);
        using var archive = new TestArchive(File.OpenRead(file));
        Assert.NotEmpty(archive.Table("projects"));
        Assert.Equal((1, 1), (second.ExitCode, nobody.ExitCode));
        Assert.False(File.Exists(file + "2"));
        var entry = Assert.Single(await portal.Data.InTenantAsync(partnership.Id, d => d.AuditEntries.Where(a => a.Command == "archive").ToListAsync()));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file))), entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditVerify_WholeThenTampered_SaysSoOfEachPartnership()
    {
        var (whole, tampered) = (await portal.Data.CreatePartnershipAsync(), await portal.Data.CreatePartnershipAsync());
        await portal.Data.CreatePlanAsync(whole);
        await portal.Data.CreatePlanAsync(tampered);
        var before = await RunAsync(portal.Database, "audit", "verify", "--tenant", tampered.Slug);
        await using (var connection = new NpgsqlConnection(portal.OwnerConnection))
        {
            await connection.OpenAsync();
            await using var change = new NpgsqlCommand($"update audit_entries set command = 'Nothing' where tenant_id = {tampered.Id} and entity_type = 'Plan'", connection);
            await change.ExecuteNonQueryAsync();
        }

        var after = await RunAsync(portal.Database, "audit", "verify");
        var nobody = await RunAsync(portal.Database, "audit", "verify", "--tenant", "nobody-here");

        Assert.True(before.ExitCode == 0, before.Error);
        Assert.Matches($"^{tampered.Slug}: [0-9]+ entries and 0 published reports are unchanged. Last hash [0-9a-f]{{64}}$", before.Output.Trim());
        Assert.Equal((1, 1), (after.ExitCode, nobody.ExitCode));
        Assert.Contains($"{whole.Slug}: ", after.Output, StringComparison.Ordinal);
        Assert.Matches($"{tampered.Slug}: entry [0-9]+ \\([0-9a-f-]{{36}}, .* UTC, Added Plan by Nothing\\) is not what was sealed", after.Error);
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("audit verify aberdeen")]
    [InlineData("archive aberdeen")]
    [InlineData("dance")]
    [InlineData("seed --from")]
    [InlineData("migrate now")]
    public async Task Verb_UsedWrongly_ExitsTwo(string arguments)
    {
        var run = await RunAsync(portal.Database, arguments.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Usage:", run.Error, StringComparison.Ordinal);
    }

    private static async Task<long> WithoutPasswordAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from users where password_hash is null", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<long> RowsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select sum((xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', relname), false, true, '')))[1]::text::bigint)::bigint
            from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'data_protection_keys'
            """,
            connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string database, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = portal.DataDirectory };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Portal"] = portal.Cluster.AppConnection(database);
        start.Environment["ConnectionStrings__PortalOwner"] = portal.Cluster.OwnerConnection(database);
        start.Environment["Portal__DataDirectory"] = portal.DataDirectory;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
