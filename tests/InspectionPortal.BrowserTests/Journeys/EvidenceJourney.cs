using System.Security.Cryptography;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace InspectionPortal.BrowserTests.Journeys;

/// <summary>Evidence from the file on somebody's computer to its page, with a connection that is cut, and without scripts.</summary>
public sealed class EvidenceJourney(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private static readonly byte[] Large = [.. Enumerable.Range(0, 9_000_000).Select(i => i % 40 == 39 ? (byte)'\n' : (byte)('a' + (i % 26)))];

    [Fact]
    public async Task Add_ThreeFilesOverAConnectionThatIsCut_EachArrivesWhole()
    {
        await using var contributor = await portal.VisitAsync();
        await contributor.SignInAsync("contributor@aberdeen.example");
        await contributor.GoAsync("/aberdeen/evidence/new");
        var cut = 0;
        await contributor.Page.RouteAsync("**/evidence/uploads/*", async route =>
        {
            // Every second piece is lost on its way.
            if (route.Request.Method == "PATCH" && ++cut % 2 == 0)
            {
                await route.AbortAsync("connectionreset");
                return;
            }

            await route.ContinueAsync();
        });

        await contributor.Page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(
        [
            new FilePayload { Name = "recording of views.txt", MimeType = "text/plain", Buffer = Large },
            new FilePayload { Name = "figures.csv", MimeType = "text/csv", Buffer = "quarter,children\n1,310\n"u8.ToArray() },
            new FilePayload { Name = "notes.txt", MimeType = "text/plain", Buffer = "What staff said"u8.ToArray() },
        ], new() { Timeout = 60_000 });
        await Assertions.Expect(contributor.Page.Locator("[data-upload-list] input[name=UploadIds]")).ToHaveCountAsync(3, new() { Timeout = 60_000 });
        Assert.True(cut > 3);
        await contributor.CheckAsync();
        await contributor.FillAsync("Title", "Review of autumn", exact: true);
        await contributor.SelectAsync("Type of evidence", "Data");
        await contributor.Page.Locator("input[name=ProjectIds]").First.CheckAsync();
        await contributor.PressAsync("Add evidence");

        Assert.True(await contributor.SeesAsync("3 pieces of evidence added"));
        var hashes = await portal.Data.InTenantAsync(
            await TenantAsync(), d => d.EvidenceVersions.Where(v => v.Item!.Title.StartsWith("Review of autumn")).Select(v => v.Sha256).ToListAsync());
        Assert.Equal(3, hashes.Count);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Large)), hashes);
        await portal.ScanEvidenceAsync();
        await contributor.GoAsync("/aberdeen/evidence?q=notes.txt");
        await contributor.FollowAsync("Review of autumn: notes.txt");
        await contributor.Page.GetByText("View notes.txt").ClickAsync();
        Assert.Equal("What staff said", await contributor.Page.FrameLocator("iframe").Locator("body").InnerTextAsync());
        await contributor.CheckAsync();
    }

    [Fact]
    public async Task Add_WithoutScripts_OnAPhone_SendsTheFilesWithTheForm()
    {
        await using var lead = await portal.VisitAsync(375, javaScript: false);
        await lead.SignInAsync("lead@aberdeen.example");
        await lead.GoAsync("/aberdeen/evidence/new");
        await lead.Page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(
            new FilePayload { Name = "audit.txt", MimeType = "text/plain", Buffer = "Audit of 52 records"u8.ToArray() });
        await lead.PressAsync("Add evidence");
        Assert.True(await lead.SeesAsync("audit.txt (19 bytes)"));
        await lead.FillAsync("Title", "Audit", exact: true);
        await lead.SelectAsync("Type of evidence", "Audit");
        await lead.Page.Locator("input[name=ProjectIds]").First.CheckAsync();
        await lead.PressAsync("Add evidence");

        Assert.True(await lead.SeesAsync("Evidence added."));
        Assert.True(await lead.SeesAsync("Waiting for a virus scan"));
    }

    [Fact]
    public async Task Pages_OfEvidence_FitAPhone_AndPassAxe()
    {
        await using var lead = await portal.VisitAsync(375);
        await lead.SignInAsync("lead@aberdeen.example");
        foreach (var path in new[] { "/aberdeen/evidence", "/aberdeen/evidence/gaps", "/aberdeen/evidence/new", "/aberdeen/evidence/new?form=Note" })
        {
            Assert.Equal(200, await lead.GoAsync(path));
        }
    }

    private async Task<int> TenantAsync()
    {
        await using var scope = portal.Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Partnerships.Where(p => p.Slug == "aberdeen").Select(p => p.Id).SingleAsync();
    }
}
