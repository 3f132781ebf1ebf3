using System.Net;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Testing.Clamd;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Evidence;

/// <summary>A portal with a scanner, in Development's settings, which would let members read what nobody scanned.</summary>
public sealed class ScannedPortal : PortalFixture
{
    public ClamdTestServer Clamd { get; } = ClamdTestServer.Start();

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Evidence:Scanner"] = Clamd.OwnAddress };

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Clamd.DisposeAsync();
    }
}

public sealed class ScanEvidenceTests(ScannedPortal portal) : IClassFixture<ScannedPortal>
{
    [Fact]
    public async Task Scan_ScannerDown_HoldsEverything_AndDrainsWhenItIsBack()
    {
        var (partnership, plan) = await MadeAsync();
        var lead = portal.ClientFor(partnership.Lead);
        var forms = new EvidenceForms(lead);
        portal.Clamd.Down();
        try
        {
            foreach (var name in new[] { "a.txt", "b.txt", "c.txt" })
            {
                Assert.Equal(HttpStatusCode.Redirect, (await forms.AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("txt"), name, name)).Status);
            }

            await portal.ScanEvidenceAsync();
        }
        finally
        {
            portal.Clamd.Up();
        }

        var waiting = await VersionsAsync(partnership);
        Assert.All(waiting, v => Assert.Equal((ScanResult.NotScanned, null), (v.Scan, v.ReleasedAt)));
        var page = await lead.GetPageAsync($"/{partnership.Slug}/evidence/{waiting[0].ItemId}");
        Assert.Contains("Waiting for a virus scan", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetPageAsync($"/{partnership.Slug}/evidence/{waiting[0].ItemId}/versions/1/file")).Status);

        await portal.ScanEvidenceAsync();

        Assert.All(await VersionsAsync(partnership), v => Assert.True(v is { Scan: ScanResult.Clean, ScannedAt: not null }));
        Assert.Equal(HttpStatusCode.OK, (await lead.GetPageAsync($"/{partnership.Slug}/evidence/{waiting[0].ItemId}/versions/1/file")).Status);
    }

    [Theory]
    [InlineData("eicar", "virus.txt")]
    [InlineData("eicar-zip", "virus.zip")]
    [InlineData("eicar-docx", "virus.docx")]
    public async Task Scan_Virus_IsNeverReadNorReleased(string kind, string name)
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var lead = portal.ClientFor(partnership.Lead);
        await new EvidenceForms(lead).AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample(kind), name);

        await portal.ScanEvidenceAsync();

        var version = Assert.Single(await VersionsAsync(partnership));
        Assert.Equal(ScanResult.Infected, version.Scan);
        var address = $"/{partnership.Slug}/evidence/{version.ItemId}";
        var page = await lead.GetPageAsync(address);
        Assert.Contains("The scanner calls it Local-Eicar", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll($"main a[href*='{version.ItemId}/release'], main a[href$='/file']"));
        foreach (var person in new[] { partnership.Lead, partnership.Reader, officer.Person })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(person).GetPageAsync($"{address}/versions/1/file")).Status);
        }

        var refused = await ReleaseAsync(lead, address, version);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Null(Assert.Single(await VersionsAsync(partnership)).ReleasedAt);
    }

    [Fact]
    public async Task Post_Release_WhatWaits_IsRefused_UntilItIsClean()
    {
        var (partnership, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan);
        var lead = portal.ClientFor(partnership.Lead);
        await new EvidenceForms(lead).AddFileAsync(partnership.Slug, plan.ProjectIds[0], EvidenceForms.Sample("txt"), "a.txt");
        var version = Assert.Single(await VersionsAsync(partnership));
        var address = $"/{partnership.Slug}/evidence/{version.ItemId}";

        var refused = await ReleaseAsync(lead, address, version);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("waiting for a virus scan", refused.Text, StringComparison.Ordinal);

        await portal.ScanEvidenceAsync();
        var confirm = (await lead.GetPageAsync($"{address}/release?number=1")).ShouldBeOk();
        Assert.Equal(address, (await confirm.SubmitAsync("main form")).Location);
        Assert.Equal("Views of children", (await portal.ClientFor(officer.Person).GetPageAsync($"{address}/versions/1/file")).Html);
    }

    [Fact]
    public async Task Database_ReleaseOfWhatIsNotClean_IsRefusedWhoeverAsks()
    {
        var (partnership, plan) = await MadeAsync();
        await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Not scanned", released: false, ScanResult.NotScanned);

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.EvidenceVersions.SingleAsync()).ReleasedAt = DateTimeOffset.UtcNow;
            return true;
        }));

        Assert.Equal("ck_evidence_versions_released_clean", Assert.IsType<PostgresException>(refused.InnerException).ConstraintName);
    }

    [Fact]
    public async Task Scan_WhatTheScannerCannotJudge_WaitsAnHour_WithTheReason()
    {
        var (partnership, plan) = await MadeAsync();
        var file = await portal.Data.CreateFileAsync(partnership, plan.ProjectIds[0], "Strange", released: false, ScanResult.NotScanned);
        portal.Clamd.Says = "stream: Can't allocate memory ERROR\0";
        try
        {
            await portal.ScanEvidenceAsync();
        }
        finally
        {
            portal.Clamd.Says = null;
        }

        var seen = portal.Clamd.Received.Count;
        await portal.ScanEvidenceAsync();

        Assert.Equal(seen, portal.Clamd.Received.Count);
        Assert.Equal(ScanResult.NotScanned, Assert.Single(await VersionsAsync(partnership)).Scan);
        Assert.Contains(
            "Can't allocate memory", (await portal.ClientFor(partnership.Lead).GetPageAsync($"/{partnership.Slug}/evidence/{file.ItemId}")).Text, StringComparison.Ordinal);
        await portal.Data.InTenantAsync(partnership.Id, async database =>
        {
            (await database.EvidenceVersions.SingleAsync()).ScanTriedAt = DateTimeOffset.UtcNow.AddHours(-2);
            return true;
        });
        await portal.ScanEvidenceAsync();
        Assert.Equal(ScanResult.Clean, Assert.Single(await VersionsAsync(partnership)).Scan);
    }

    private static async Task<TestPage> ReleaseAsync(HttpClient client, string address, EvidenceVersion version)
    {
        var form = await client.GetPageAsync($"{address}/versions/new");
        var token = form.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Number"] = "1",
            ["Version"] = $"{version.Version}",
            ["__RequestVerificationToken"] = token,
        });
        return await client.SendFormAsync($"{address}/release", content);
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MadeAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, await portal.Data.CreatePlanAsync(partnership));
    }

    private Task<List<EvidenceVersion>> VersionsAsync(TestPartnership partnership) =>
        portal.Data.InTenantAsync(partnership.Id, database => database.EvidenceVersions.AsNoTracking().OrderBy(v => v.AddedAt).ToListAsync());
}
