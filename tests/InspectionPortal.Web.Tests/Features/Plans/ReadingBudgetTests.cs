using System.IO.Compression;
using System.Text;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>What reading may cost: commands and bytes.</summary>
public sealed class ReadingBudgetTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Get_PlanOfAHundredProjects_IsSmall()
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        var plan = await portal.Data.CreatePlanAsync(partnership, projects: 100);
        foreach (var project in plan.ProjectIds)
        {
            await portal.Data.CreateUpdateToReadAsync(partnership, plan, project, UpdateState.Accepted, string.Concat(Enumerable.Range(0, 60).Select(i => $"word{project.GetHashCode() + i} ")));
        }

        var client = portal.ClientFor(partnership.Lead);
        var page = (await client.GetPageAsync(partnership.PlanPath)).ShouldBeOk();
        Assert.True(Encoding.UTF8.GetByteCount(page.Html) < 300_000, $"{Encoding.UTF8.GetByteCount(page.Html)} bytes");
        var written = (await client.GetPageAsync($"{partnership.PlanPath}?view=written")).ShouldBeOk();
        Assert.True(Encoding.UTF8.GetByteCount(written.Html) < 300_000, $"{Encoding.UTF8.GetByteCount(written.Html)} bytes as written");
        var timeline = (await client.GetPageAsync($"{partnership.PlanPath}/timeline")).ShouldBeOk();
        Assert.True(Encoding.UTF8.GetByteCount(timeline.Html) < 300_000, $"{Encoding.UTF8.GetByteCount(timeline.Html)} bytes of timeline");
        Assert.Contains("p-short", page.Find("table").ClassList, StringComparer.Ordinal);
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        using var response = await client.GetAsync(new Uri(partnership.PlanPath, UriKind.Relative));
        Assert.Contains("gzip", response.Content.Headers.ContentEncoding, StringComparer.Ordinal);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.True(bytes.Length < 60_000, $"{bytes.Length} bytes compressed");
        await using var unpacked = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        Assert.Contains("</html>", await new StreamReader(unpacked).ReadToEndAsync(), StringComparison.Ordinal);
    }
}
