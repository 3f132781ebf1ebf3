using System.IO.Compression;
using System.Text.Json;
using InspectionPortal.Testing;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Tests.Jobs;

namespace InspectionPortal.Web.Tests.Features.Archives;

/// <summary>A portal that makes archives.</summary>
public sealed class ArchivePortal : JobPortal
{
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
