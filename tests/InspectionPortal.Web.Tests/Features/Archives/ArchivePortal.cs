using System.IO.Compression;
using System.Text.Json;
using InspectionPortal.Testing;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Archives;

/// <summary>A portal whose scheduler runs.</summary>
public sealed class ArchivePortal : PortalFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    protected override bool RunsJobs => true;

    /// <summary>Asks for an archive on the page and waits until it has ended, well or not.</summary>
    public async Task<PartnershipJob> MakeAsync(TestPartnership partnership)
    {
        var client = ClientFor(partnership.Lead);
        var page = (await client.GetPageAsync($"/{partnership.Slug}/archive")).ShouldBeOk();
        var id = Guid.Parse(page.Find("#make input[name=Id]").GetAttribute("value")!);
        var sent = await page.SubmitAsync("#make");
        Assert.Equal($"/{partnership.Slug}/archive", sent.Location);
        return await EndAsync(partnership, id);
    }

    /// <summary>Waits until the job has ended.</summary>
    public async Task<PartnershipJob> EndAsync(TestPartnership partnership, Guid id)
    {
        for (var until = DateTimeOffset.UtcNow + Patience; DateTimeOffset.UtcNow < until; await Task.Delay(100))
        {
            if (await FindAsync(partnership, id) is { IsUnderWay: false } ended)
            {
                return ended;
            }
        }

        throw new Xunit.Sdk.XunitException("The job did not end.");
    }

    public Task<PartnershipJob?> FindAsync(TestPartnership partnership, Guid id) =>
        Data.InTenantAsync(partnership.Id, database => database.PartnershipJobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id));

    /// <summary>Downloads and opens an archive.</summary>
    public async Task<TestArchive> OpenAsync(TestPartnership partnership, Guid id)
    {
        var response = await ClientFor(partnership.Lead).GetAsync(new Uri($"/{partnership.Slug}/archive/{id}/file", UriKind.Relative));
        response.EnsureSuccessStatusCode();
        return new TestArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
    }

    /// <summary>Files of the partnership's archives on disk.</summary>
    public IReadOnlyList<string> Files(TestPartnership partnership)
    {
        var folder = Path.Combine(DataDirectory, "archives", $"{partnership.Id}");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f))] : [];
    }
}

/// <summary>An archive that was downloaded.</summary>
public sealed class TestArchive(Stream content) : IDisposable
{
    private readonly ZipArchive _zip = new(content, ZipArchiveMode.Read);

    public IReadOnlyList<string> Paths => [.. _zip.Entries.Select(e => e.FullName)];

    public byte[] Bytes(string path)
    {
        using var from = (_zip.GetEntry(path) ?? throw new Xunit.Sdk.XunitException($"No {path} in the archive.")).Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    public string Text(string path) => System.Text.Encoding.UTF8.GetString(Bytes(path));

    public JsonElement Json(string path) => JsonDocument.Parse(Bytes(path)).RootElement;

    public IReadOnlyList<JsonElement> Table(string name) => [.. Json($"tables/{name}.json").EnumerateArray()];

    public void Dispose() => _zip.Dispose();
}
