using System.Diagnostics;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tenancy;
using InspectionPortal.Web.Tests.Features.Archives;
using Npgsql;

namespace InspectionPortal.Web.Tests.Commands;

/// <summary>The verbs, run as processes, by their exit codes and what they print.</summary>
public sealed class VerbTests(PortalFixture portal) : IClassFixture<PortalFixture>
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
        Assert.Contains("was current", second.Output, StringComparison.Ordinal);
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
        NpgsqlConnection.ClearAllPools();
        await portal.Cluster.DropAsync(database);

        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Equal(0, second.ExitCode);
        Assert.True(before > 100);
        Assert.Equal(before, after);
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
    public async Task Administrator_New_PrintsALinkThatSetsThePassword()
    {
        var email = $"{TestData.Unique("administrator")}@tests.example";

        var run = await RunAsync(portal.Database, "administrator", email);
        var page = (await portal.ClientFor(null).GetPageAsync(run.Output.Trim())).ShouldBeOk();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(email, page.Text, StringComparison.Ordinal);
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
    }

    [Theory]
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
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
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
        start.Environment["Demo__Password"] = "inspect-improve-2026";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
