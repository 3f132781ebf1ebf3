using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Archives;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Archives;

/// <summary>No way to ask for an archive sends bytes of it without an audit entry.</summary>
public sealed class DownloadArchiveTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const int Size = 1_000;

    private static readonly string Sha256 = new('a', 64);

    [Theory]
    [InlineData(null, null, Size)]
    [InlineData("bytes=0-", null, Size)]
    [InlineData("bytes=0-9", null, 10)]
    [InlineData("bytes=1-", null, Size - 1)]
    [InlineData("bytes=10-19", null, 10)]
    [InlineData("bytes=-999999", null, Size)]
    [InlineData("bytes=-1000", null, Size)]
    [InlineData("bytes=1-,2-", null, Size)]
    [InlineData("bytes=1-2,0-", null, Size)]
    [InlineData("bytes=5-1", null, Size)]
    [InlineData("items=1-", null, null)]
    [InlineData("bytes=1-", "\"another\"", Size)]
    [InlineData("bytes=1-", "Mon, 01 Jan 2018 00:00:00 GMT", Size)]
    [InlineData("bytes=nonsense", null, Size)]
    public async Task Get_AnyFormOfRange_WritesAnEntryForItsBytes(string? range, string? ifRange, int? expected)
    {
        var (partnership, address) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);

        using var response = await SendAsync(client, HttpMethod.Get, address, ("Range", range), ("If-Range", ifRange));
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(expected ?? bytes.Length, bytes.Length);
        Assert.Equal(1, await EntriesAsync(partnership));
    }

    [Fact]
    public async Task Get_OneByteAtATime_WritesAnEntryForEach()
    {
        var (partnership, address) = await MadeAsync();
        var client = portal.ClientFor(partnership.Lead);

        var sent = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => SendAsync(client, HttpMethod.Get, address, ("Range", $"bytes={i}-{i}"))));

        Assert.All(sent, r => Assert.Equal(HttpStatusCode.PartialContent, r.StatusCode));
        Assert.Equal(8, await EntriesAsync(partnership));
    }

    [Fact]
    public async Task Get_Archive_IsInTheSecurityLog()
    {
        var (partnership, address) = await MadeAsync();

        using var response = await SendAsync(portal.ClientFor(partnership.Lead), HttpMethod.Get, address);

        var lines = await portal.Data.OnPlatformAsync(database => database.SecurityEvents
            .Where(e => e.PartnershipId == partnership.Id && e.Kind == SecurityEventKind.ArchiveDownloaded).ToListAsync());
        Assert.Equal(partnership.Lead.Id, Assert.Single(lines).ByUserId);
    }

    [Theory]
    [InlineData("If-Modified-Since", "Mon, 01 Jan 2018 00:00:00 GMT")]
    [InlineData("If-None-Match", "\"another\"")]
    [InlineData("If-Unmodified-Since", "Mon, 01 Jan 2090 00:00:00 GMT")]
    [InlineData("If-Match", "*")]
    public async Task Get_WithACondition_WritesAnEntryForItsBytes(string name, string value)
    {
        var (partnership, address) = await MadeAsync();

        using var response = await SendAsync(portal.ClientFor(partnership.Lead), HttpMethod.Get, address, (name, value));

        Assert.Equal(Size, (await response.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal(1, await EntriesAsync(partnership));
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    public async Task Ask_AnotherWay_SendsNothingOfTheFile(string method)
    {
        var (partnership, address) = await MadeAsync();

        using var response = await SendAsync(portal.ClientFor(partnership.Lead), new HttpMethod(method), address);

        Assert.NotEqual("application/zip", response.Content.Headers.ContentType?.MediaType);
        Assert.False(response.IsSuccessStatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, HttpMethod method, string address, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers.Where(h => h.Value is not null))
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await client.SendAsync(request);
    }

    private Task<int> EntriesAsync(TestPartnership partnership) => portal.Data.InTenantAsync(
        partnership.Id, database => database.AuditEntries.CountAsync(a => a.Command == nameof(DownloadArchive) && a.UserId == partnership.Lead.Id));

    /// <summary>An archive that is ready, without the job that makes one.</summary>
    private async Task<(TestPartnership Partnership, string Address)> MadeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var job = new PartnershipJob
        {
            Kind = JobKind.Archive,
            State = JobState.Done,
            AskedByUserId = partnership.Lead.Id,
            AskedAt = DateTimeOffset.UtcNow,
            FinishedAt = DateTimeOffset.UtcNow,
            ExpiresAt = DateTimeOffset.UtcNow.AddDays(7),
            FileSha256 = Sha256,
            FileSize = Size,
        };
        await portal.Data.InTenantAsync(partnership.Id, database => Task.FromResult(database.Add(job).Entity.Id));
        var folder = Directory.CreateDirectory(Path.Combine(portal.DataDirectory, "archives", $"{partnership.Id}"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{job.Id:N}.zip"), new byte[Size]);
        return (partnership, $"/{partnership.Slug}/archive/{job.Id}/file");
    }
}
