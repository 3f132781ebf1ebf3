using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Commands;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>The evidence pack: what is in it, for whom, and that it can be checked.</summary>
public sealed class PackTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData(GrantScope.LivePlan, "pack.zip")]
    [InlineData(GrantScope.LivePlan, "recommendations/{recommendation}/pack.zip")]
    [InlineData(GrantScope.LivePlan, "inspections/{inspection}/pack.zip")]
    [InlineData(GrantScope.ApprovedReports, "pack.zip")]
    public async Task Get_Pack_AsALinkOfficer_HasTheReleasedEvidenceAndTheReportsWithTheirHashes(GrantScope scope, string address)
    {
        var (steps, officer) = await MakeAsync(scope);
        var path = address.Replace("{recommendation}", $"{steps.Plan.RecommendationId}", StringComparison.Ordinal)
            .Replace("{inspection}", $"{steps.Plan.InspectionId}", StringComparison.Ordinal);

        var bytes = await portal.ClientFor(officer.Person).GetByteArrayAsync(new Uri($"/{steps.Partnership.Slug}/{path}",
            UriKind.Relative));

        using var zip = new ZipArchive(new MemoryStream(bytes));
        var names = zip.Entries.Select(e => e.FullName).ToList();
        Assert.Equal(
            ["evidence/001-Audit-of-plans/v1-evidence.txt", "reports/01-July-to-September-2020.json",
                "reports/01-July-to-September-2020.html", "index.html", "manifest.csv"],
            names);
        Assert.Equal("Audit of plans", Read(zip, names[0]));
        var manifest = Read(zip, "manifest.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(','))
            .ToDictionary(c => c[1], c => c[0]);
        Assert.Equal(names.Take(4).Order(StringComparer.Ordinal), manifest.Keys.Order(StringComparer.Ordinal));
        Assert.All(manifest, row => Assert.Equal(Hash(zip, row.Key), row.Value));
        var report = await steps.PublishedAsync();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(report!.ScrutinyEdition)),
            manifest["reports/01-July-to-September-2020.json"]);
        var index = Read(zip, "index.html");
        Assert.Contains("href=\"evidence/001-Audit-of-plans/v1-evidence.txt\"", index, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", index, StringComparison.Ordinal);
        Assert.DoesNotContain("Kept back", index, StringComparison.Ordinal);
        Assert.Contains("July to September 2020", Read(zip, "reports/01-July-to-September-2020.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Pack_IsInTheAccessLogInWords()
    {
        var (steps, officer) = await MakeAsync(GrantScope.LivePlan);

        await portal.ClientFor(officer.Person).GetByteArrayAsync(new Uri($"/{steps.Partnership.Slug}/pack.zip", UriKind.Relative));

        var read = Assert.Single(await portal.Data.InTenantAsync(steps.Partnership.Id, d => Task.FromResult(
            d.AccessEntries.Select(e => e.What).ToList())));
        Assert.Equal("Evidence pack of all evidence: 1 item and 1 report", read);
    }

    [Fact]
    public async Task Get_PackOfARecommendation_WithAGrantOfReports_IsNotThere()
    {
        var (steps, officer) = await MakeAsync(GrantScope.ApprovedReports);

        var page = await portal.ClientFor(officer.Person).GetPageAsync(
            $"/{steps.Partnership.Slug}/recommendations/{steps.Plan.RecommendationId}/pack.zip");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task Verify_APack_SaysWhetherItIsWhole()
    {
        var (steps, officer) = await MakeAsync(GrantScope.LivePlan);
        var bytes = await portal.ClientFor(officer.Person).GetByteArrayAsync(new Uri($"/{steps.Partnership.Slug}/pack.zip",
            UriKind.Relative));

        Assert.Equal((true, "4 files are unchanged."), await VerifyAsync(bytes));
        Assert.Equal((false, "evidence/001-Audit-of-plans/v1-evidence.txt was changed."), await VerifyAsync(
            Changed(bytes, "evidence/001-Audit-of-plans/v1-evidence.txt", "Other")));
        Assert.Equal((false, "index.html is missing."), await VerifyAsync(Changed(bytes, "index.html", null)));
        Assert.Equal((false, "added.txt is not in manifest.csv."), await VerifyAsync(Changed(bytes, "added.txt", "Added")));
        Assert.Contains("cannot be read", (await VerifyAsync(bytes[..(bytes.Length / 2)])).Said, StringComparison.Ordinal);
    }

    private static async Task<(bool IsWhole, string Said)> VerifyAsync(byte[] pack)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pack);
            await using var said = new StringWriter();
            return (await PackVerb.VerifyAsync(file, said, said), said.ToString().Trim());
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static byte[] Changed(byte[] pack, string name, string? text)
    {
        using var memory = new MemoryStream();
        memory.Write(pack);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            if (text is not null)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return memory.ToArray();
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Hash(ZipArchive zip, string name)
    {
        using var content = zip.GetEntry(name)!.Open();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private async Task<(QuarterSteps Steps, TestOfficer Officer)> MakeAsync(GrantScope scope)
    {
        var steps = await QuarterSteps.MakeAsync(portal);
        await portal.Data.CreateFileAsync(steps.Partnership, steps.Plan.ProjectIds[0], "Audit of plans", released: true, ScanResult.Clean);
        await portal.Data.CreateNoteAsync(steps.Partnership, steps.Plan.ProjectIds[0], "Kept back", released: false);
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await steps.ApproveAsync(steps.Partnership.Chief);
        return (steps, await portal.Data.CreateOfficerAsync(steps.Partnership, steps.Plan, scope));
    }
}
