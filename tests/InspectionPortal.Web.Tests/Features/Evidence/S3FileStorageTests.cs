using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Testing;
using InspectionPortal.Testing.S3;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Features.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Evidence;

/// <summary>A portal that keeps its files in an object storage.</summary>
public sealed class S3Portal : PortalFixture
{
    private Dictionary<string, string> _settings = [];

    public S3TestServer Storage { get; private set; } = null!;

    protected override IReadOnlyDictionary<string, string> Settings => _settings;

    public override async Task InitializeAsync()
    {
        Storage = await S3TestServer.StartAsync();
        _settings = new Dictionary<string, string>(Storage.Settings, StringComparer.Ordinal) { ["Evidence:AllowUnscanned"] = "true" };
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Storage.DisposeAsync();
    }
}

public sealed class S3FileStorageTests(S3Portal portal) : IClassFixture<S3Portal>
{
    private const int Length = 5_000_003;

    private EvidenceStore Store => portal.Host.Services.GetRequiredService<EvidenceStore>();

    private IFileStorage Storage => portal.Host.Services.GetRequiredService<IFileStorage>();

    [Fact]
    public async Task Post_File_IsKeptInTheObjectStorageAndComesBackTheSame()
    {
        var (here, plan) = await MadeAsync();
        var lead = portal.ClientFor(here.Lead);
        var sent = EvidenceForms.Sample("txt");

        var added = await new EvidenceForms(lead).AddFileAsync(here.Slug, plan.ProjectIds[0], sent, "notes.txt");

        Assert.Equal(HttpStatusCode.Redirect, added.Status);
        var version = await portal.Data.InTenantAsync(here.Id, d => d.EvidenceVersions.SingleAsync());
        Assert.False(Directory.Exists(Path.Combine(portal.DataDirectory, "evidence", here.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(portal.DataDirectory, "evidence", "incoming"), version.StorageName!));
        Assert.Contains(
            Directory.EnumerateFiles(portal.Storage.Directory, "*", SearchOption.AllDirectories),
            f => f.Contains($"portal/{here.Id}/{version.StorageName}", StringComparison.Ordinal));
        var address = $"/{here.Slug}/evidence/{version.ItemId}/versions/1/file";
        Assert.Equal(sent, await lead.GetByteArrayAsync(address));

        using var part = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(3, 9) } };
        using var response = await lead.SendAsync(part);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(sent[3..10], await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Keep_SeveralMegabytes_AreTheSameBytes_FromAnyPosition()
    {
        var (here, _) = await MadeAsync();
        var (file, bytes) = await ReceiveAsync(here.Id);

        await Store.KeepAsync(file, CancellationToken.None);
        await Store.KeepAsync(file, CancellationToken.None);

        await using var kept = await Store.OpenAsync(here.Id, file.StorageName, CancellationToken.None);
        Assert.Equal(Length, kept!.Length);
        Assert.Equal(file.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(kept)));
        kept.Position = Length - 5;
        var end = new byte[10];
        Assert.Equal(5, await kept.ReadAtLeastAsync(end, 10, throwOnEndOfStream: false));
        Assert.Equal(bytes[^5..], end[..5]);
    }

    [Fact]
    public async Task Open_OfAnotherPartnershipOrOfNothing_IsNull()
    {
        var (here, _) = await MadeAsync();
        var (file, _) = await ReceiveAsync(here.Id);
        await Store.KeepAsync(file, CancellationToken.None);

        Assert.Null(await Store.OpenAsync(here.Id + 1, file.StorageName, CancellationToken.None));
        Assert.Null(await Store.OpenAsync(here.Id, FileNames.New(), CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync(here.Id, "../1/secret", CancellationToken.None));
    }

    [Fact]
    public async Task Remove_TakesOneFile_AndAgainDoesNothing()
    {
        var (here, _) = await MadeAsync();
        var (gone, _) = await ReceiveAsync(here.Id);
        var (stays, _) = await ReceiveAsync(here.Id);
        await Store.KeepAsync(gone, CancellationToken.None);
        await Store.KeepAsync(stays, CancellationToken.None);

        await Store.RemoveAsync(here.Id, gone.StorageName, CancellationToken.None);
        await Store.RemoveAsync(here.Id, gone.StorageName, CancellationToken.None);

        var later = DateTimeOffset.UtcNow.AddDays(1);
        Assert.Equal([stays.StorageName], await Store.OlderThanAsync(here.Id, later, CancellationToken.None));
        Assert.Empty(await Store.OlderThanAsync(here.Id, DateTimeOffset.UtcNow.AddDays(-1), CancellationToken.None));
    }

    [Fact]
    public async Task Sweep_AFileThatNoEvidenceNames_IsRemovedFromTheObjectStorage()
    {
        var (here, plan) = await MadeAsync();
        await new EvidenceForms(portal.ClientFor(here.Lead))
            .AddFileAsync(here.Slug, plan.ProjectIds[0], EvidenceForms.Sample("txt"), "notes.txt");
        var named = await portal.Data.InTenantAsync(here.Id, d => d.EvidenceVersions.Select(v => v.StorageName!).SingleAsync());
        var (orphan, _) = await ReceiveAsync(here.Id);
        await Store.KeepAsync(orphan, CancellationToken.None);
        foreach (var kept in Directory.EnumerateFiles(portal.Storage.Directory, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(kept, DateTime.UtcNow.AddDays(-2));
        }

        await using (var scope = portal.Host.Services.CreateAsyncScope())
        {
            await ActivatorUtilities.CreateInstance<SweepEvidenceJob>(scope.ServiceProvider).ExecuteAsync(CancellationToken.None);
        }

        Assert.Equal([named], await Store.OlderThanAsync(here.Id, DateTimeOffset.UtcNow.AddDays(1), CancellationToken.None));
    }

    [Fact]
    public void Portal_WithABucket_KeepsNothingOnDisk() => Assert.IsType<S3FileStorage>(Storage);

    [Theory]
    [InlineData("evidence", "not an address", "key", "secret", "ServiceUrl")]
    [InlineData("evidence", "https://s3.example.net", "key", null, "SecretKey")]
    [InlineData(null, "https://s3.example.net", "key", "secret", "Bucket")]
    [InlineData("evidence", "https://s3.example.net", "key", "secret", null)]
    [InlineData(null, null, null, null, null)]
    public void Problem_OfSettings_NamesTheOneThatIsWrong(string? bucket, string? url, string? key, string? secret, string? named)
    {
        var problem = new S3Options { Bucket = bucket, ServiceUrl = url, AccessKey = key, SecretKey = secret }.Problem;
        Assert.Equal(named is null, problem is null);
        Assert.Contains(named ?? string.Empty, problem ?? string.Empty, StringComparison.Ordinal);
    }

    private async Task<(TestPartnership Here, TestPlan Plan)> MadeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        return (here, await portal.Data.CreatePlanAsync(here, projects: 1));
    }

    /// <summary>A picture that has arrived and waits to be kept.</summary>
    private async Task<(StoredFile File, byte[] Bytes)> ReceiveAsync(int tenantId)
    {
        var bytes = RandomNumberGenerator.GetBytes(Length);
        new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }.CopyTo(bytes, 0);
        using var content = new MemoryStream(bytes);
        var receipt = await Store.ReceiveAsync(content, "photo.jpg", tenantId, CancellationToken.None);
        return (receipt.File!, bytes);
    }
}

/// <summary>An object storage that is down, in a portal of its own.</summary>
public sealed class S3StorageDownTests(S3Portal portal) : IClassFixture<S3Portal>
{
    [Fact]
    public async Task Post_WhileTheStorageIsDown_IsAnErrorAndLeavesNoRow()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here, projects: 1);
        var lead = portal.ClientFor(here.Lead);
        var forms = new EvidenceForms(lead);
        var kept = await forms.AddFileAsync(here.Slug, plan.ProjectIds[0], EvidenceForms.Sample("txt"), "kept.txt", "Kept");
        Assert.Equal(HttpStatusCode.Redirect, kept.Status);
        var id = await portal.Data.InTenantAsync(here.Id, d => d.EvidenceItems.Select(i => i.Id).SingleAsync());
        var address = $"/{here.Slug}/evidence/{id}/versions/1/file";
        (await lead.GetPageAsync(address)).ShouldBeOk();

        await portal.Storage.StopAsync();
        var lost = await forms.AddFileAsync(here.Slug, plan.ProjectIds[0], EvidenceForms.Sample("txt"), "lost.txt", "Lost");

        Assert.Equal(HttpStatusCode.InternalServerError, lost.Status);
        Assert.Equal(["Kept"], await portal.Data.InTenantAsync(here.Id, d => d.EvidenceItems.Select(i => i.Title).ToListAsync()));
        Assert.Equal(HttpStatusCode.InternalServerError, (await lead.GetPageAsync(address)).Status);
    }
}
