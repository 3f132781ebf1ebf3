using System.Diagnostics;
using System.Text.Json;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>The verb, run as a process, by its exit codes and what it prints.</summary>
public sealed class ImportVerbTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Import_DryRunAsJson_PrintsTheDocumentAlone()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var file = await FileAsync("plan.docx");

        var run = await RunAsync("import", file, "--tenant", partnership.Slug, "--dry-run", "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        var project = json.RootElement.GetProperty("plan").GetProperty("aims")[0].GetProperty("projects")[0];
        Assert.Equal("Write the policy", project.GetProperty("title").GetString());
        Assert.Equal("month", project.GetProperty("deadline").GetProperty("kind").GetString());
        Assert.Equal("2025-05-31", project.GetProperty("deadline").GetProperty("due").GetString());
        Assert.Equal("lead", project.GetProperty("leads")[0].GetProperty("kind").GetString());
        Assert.Equal("title", json.RootElement.GetProperty("columns")[0].GetProperty("mappedTo").GetString());
        Assert.Equal("doubt", json.RootElement.GetProperty("issues")[0].GetProperty("severity").GetString());
    }

    [Fact]
    public async Task Import_OnceAndAgain_SavesOnceAndCanBeUndone()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var file = await FileAsync("saved.docx");

        var run = await RunAsync("import", file, "--tenant", partnership.Slug);
        var again = await RunAsync("import", file, "--tenant", partnership.Slug, "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Imported: 1 new aim and 1 new project.", run.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(again.Output);
        Assert.Single(json.RootElement.GetProperty("plan").GetProperty("aims").EnumerateArray());
        var (projects, imports, commands) = await portal.Data.InTenantAsync(partnership.Id, async db => (
            await db.Projects.CountAsync(), await db.PlanImports.AsNoTracking().ToListAsync(), await db.AuditEntries.Where(a => a.EntityType == "ImprovementProject").Select(a => a.Command).ToListAsync()));
        Assert.Equal((1, ImportState.BroughtIn, "Import"), (projects, Assert.Single(imports).State, Assert.Single(commands)));
        var page = await portal.ClientFor(partnership.Lead).OpenAsync($"/{partnership.Slug}/plans/import");
        (await portal.ClientFor(partnership.Lead).FollowAsync(await page.SubmitAsync("form[action$=undo]"))).ShouldBeOk();
        Assert.Equal(0, await portal.Data.InTenantAsync(partnership.Id, db => db.Plans.CountAsync()));
    }

    [Theory]
    [InlineData("nowhere.docx")]
    [InlineData("broken.docx")]
    public async Task Import_FileThatCannotBeRead_ExitsOneWithOneLine(string name)
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var file = name == "broken.docx" ? await FileAsync(name, 200) : Path.Combine(portal.DataDirectory, name);

        var run = await RunAsync("import", file, "--tenant", partnership.Slug, "--dry-run", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Import_UnknownPartnership_ExitsOne()
    {
        var run = await RunAsync("import", await FileAsync("other.docx"), "--tenant", "nobody-here", "--dry-run");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nobody-here", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_UsedWrongly_ExitsTwo() => Assert.Equal(2, (await RunAsync("import", "plan.docx", "--dry-run")).ExitCode);

    private async Task<string> FileAsync(string name, int? bytes = null)
    {
        var path = Path.Combine(portal.DataDirectory, name);
        using var file = new WordFile().Heading("Plan").Table(["Action", "Lead", "Deadline"], ["Write the policy", "Head of QA", "May 2025"]).Save();
        var content = file.ToArray();
        await File.WriteAllBytesAsync(path, bytes is { } length ? content[..length] : content);
        return path;
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in arguments.Prepend(typeof(Program).Assembly.Location))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Portal"] = portal.Cluster.AppConnection(portal.Database);
        start.Environment["ConnectionStrings__PortalOwner"] = portal.Cluster.OwnerConnection(portal.Database);
        start.Environment["Portal__DataDirectory"] = portal.DataDirectory;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
