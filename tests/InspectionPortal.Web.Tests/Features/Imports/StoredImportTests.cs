using System.Text;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Imports;
using InspectionPortal.Web.Tests.Features.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>A file is read once, and only so many files are kept.</summary>
public sealed class StoredImportTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Plan = "Ref,Action,Lead,Deadline,Comments\n1.1,Write the policy,Head of QA,May 2025,x\n1.2,Train every team,Head of QA,June 2025,y\n";

    [Fact]
    public async Task Get_Import_DoesNotReadTheFileAgain()
    {
        var (partnership, client) = await StartAsync();
        var (import, path) = await UploadAsync(client, partnership);
        await SpoilAsync(partnership, import);

        var page = (await client.GetPageAsync(path)).ShouldBeOk();

        Assert.Contains("Write the policy", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ReadByAnotherBuild_IsReadOnceMore()
    {
        var (partnership, client) = await StartAsync();
        var (import, path) = await UploadAsync(client, partnership);
        var key = (await RowAsync(partnership, import)).ReadingKey;
        await ChangeAsync(partnership, import, i => i.ReadingKey = "another");

        (await client.GetPageAsync(path)).ShouldBeOk();

        Assert.Equal(key, (await RowAsync(partnership, import)).ReadingKey);
        await SpoilAsync(partnership, import);
        Assert.Contains("Write the policy", (await client.GetPageAsync(path)).ShouldBeOk().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnotherChoice_IsReadByItAndKept()
    {
        var (partnership, client) = await StartAsync();
        var (import, path) = await UploadAsync(client, partnership);
        var page = (await client.GetPageAsync(path)).ShouldBeOk();
        await ChangeAsync(partnership, import, i => i.Choices = i.Choices with { Columns = new Dictionary<string, string> { ["Comments"] = "evidence" } });

        var chosen = (await client.GetPageAsync(path)).ShouldBeOk();
        await SpoilAsync(partnership, import);
        var again = (await client.GetPageAsync(path)).ShouldBeOk();

        Assert.NotEqual(page.Find("input[name=Seen]").GetAttribute("value"), chosen.Find("input[name=Seen]").GetAttribute("value"));
        Assert.Equal(chosen.Find("input[name=Seen]").GetAttribute("value"), again.Find("input[name=Seen]").GetAttribute("value"));
    }

    [Fact]
    public async Task Get_FileThatCannotBeReadAnyMore_SaysSoAndCanBeThrownAway()
    {
        var (partnership, client) = await StartAsync();
        var (import, path) = await UploadAsync(client, partnership);
        await ChangeAsync(partnership, import, i => i.ReadingKey = "another");
        await SpoilAsync(partnership, import);

        var page = (await client.GetPageAsync(path)).ShouldBeOk();
        await page.SubmitAsync("form[action$='discard']");

        Assert.Contains("The file cannot be shown right now", page.Text, StringComparison.Ordinal);
        var row = await RowAsync(partnership, import);
        Assert.Equal((ImportState.Discarded, null, null, null), (row.State, row.Data, row.Reading, row.ReadingKey));
    }

    [Fact]
    public async Task Post_BringIn_UsesWhatWasReadAndForgetsIt()
    {
        var (partnership, client) = await StartAsync();
        var (import, path) = await UploadAsync(client, partnership);
        var page = (await client.GetPageAsync(path)).ShouldBeOk();
        await SpoilAsync(partnership, import);

        await page.SubmitAsync("form[action$='confirm']");

        var row = await RowAsync(partnership, import);
        Assert.Equal((ImportState.BroughtIn, null, null), (row.State, row.Data, row.Reading));
        Assert.Equal(2, await portal.Data.InTenantAsync(partnership.Id, d => d.Projects.CountAsync()));
    }

    [Fact]
    public async Task Post_TooManyFilesWait_IsRefusedInWords()
    {
        var (partnership, client) = await StartAsync();
        var (import, _) = await UploadAsync(client, partnership);
        var options = portal.Host.Services.GetRequiredService<IOptions<ImportOptions>>().Value;
        options.WaitingFiles = 1;
        try
        {
            var refused = await client.SendFileAsync(partnership, "plan.csv", Encoding.UTF8.GetBytes(Plan));
            Assert.Contains("1 file of your partnership", refused.Text, StringComparison.Ordinal);
            await refused.SubmitAsync($"form[action$='{import}/discard']");
            Assert.NotNull((await client.SendFileAsync(partnership, "plan.csv", Encoding.UTF8.GetBytes(Plan))).Location);
        }
        finally
        {
            options.WaitingFiles = new ImportOptions().WaitingFiles;
        }
    }

    [Fact]
    public async Task Post_NoRoomIsLeft_IsRefusedInWordsForAPlanAndForEvidence()
    {
        var (partnership, client) = await StartAsync();
        var plan = await portal.Data.CreatePlanAsync(partnership);
        var options = portal.Host.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        options.MegabytesPerPartnership = 0;
        try
        {
            var import = await client.SendFileAsync(partnership, "plan.csv", Encoding.UTF8.GetBytes(Plan));
            var evidence = await new EvidenceForms(client).AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("txt"), "views.txt");

            Assert.All([import.Text, evidence.Text], text => Assert.Contains("Your partnership does not have enough space for this file", text, StringComparison.Ordinal));
            Assert.Equal((0, 0), await portal.Data.InTenantAsync(partnership.Id, async d => (await d.PlanImports.CountAsync(), await d.EvidenceVersions.CountAsync())));
        }
        finally
        {
            options.MegabytesPerPartnership = new StorageOptions().MegabytesPerPartnership;
        }
    }

    [Fact]
    public async Task Refusal_OfAPartnership_CountsItsEvidenceAndWaitingFilesAlone()
    {
        var (partnership, client) = await StartAsync();
        await UploadAsync(client, partnership);
        await portal.Data.InTenantAsync(partnership.Id, async d => (await d.PlanImports.SingleAsync()).Size = 700L * 1024 * 1024);
        var (other, _) = await StartAsync();
        var options = Options.Create(new StorageOptions { MegabytesPerPartnership = 1000 });

        Assert.NotNull(await portal.Data.InTenantAsync(partnership.Id, d => new StorageQuota(d, options).RefusalAsync(301L << 20, CancellationToken.None)));
        Assert.Null(await portal.Data.InTenantAsync(partnership.Id, d => new StorageQuota(d, options).RefusalAsync(300L << 20, CancellationToken.None)));
        Assert.Null(await portal.Data.InTenantAsync(other.Id, d => new StorageQuota(d, options).RefusalAsync(301L << 20, CancellationToken.None)));
    }

    private async Task<(TestPartnership Partnership, HttpClient Client)> StartAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, portal.ClientFor(partnership.Lead));
    }

    private static async Task<(Guid Id, string Path)> UploadAsync(HttpClient client, TestPartnership partnership)
    {
        var sent = await client.SendFileAsync(partnership, "plan.csv", Encoding.UTF8.GetBytes(Plan));
        return (Guid.Parse(sent.Location!.Split('/')[^1]), sent.Location);
    }

    private Task<PlanImport> RowAsync(TestPartnership partnership, Guid import) =>
        portal.Data.InTenantAsync(partnership.Id, d => d.PlanImports.AsNoTracking().SingleAsync(i => i.Id == import));

    private Task<bool> ChangeAsync(TestPartnership partnership, Guid import, Action<PlanImport> change) => portal.Data.InTenantAsync(partnership.Id, async d =>
    {
        change(await d.PlanImports.SingleAsync(i => i.Id == import));
        return true;
    });

    /// <summary>Puts something in place of the file's bytes that nothing can read.</summary>
    private Task<bool> SpoilAsync(TestPartnership partnership, Guid import) => ChangeAsync(partnership, import, i => i.Data = [0x25, 0x50, 0x44, 0x46]);
}
