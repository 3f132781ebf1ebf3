using System.IO.Compression;
using System.Text;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Features.Updates;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>What reading may cost: commands and bytes.</summary>
public sealed class ReadingBudgetTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const int MostCommands = 8;

    [Fact]
    public async Task Get_AnyReadingPage_SendsTheSameFewCommandsForTenAsForFiveHundred()
    {
        var small = await MakeAsync(10);
        var large = await MakeAsync(500);
        foreach (var path in new[] { "", "plan", "plan?q=project&late=true&aim=1", "projects/{project}", "measures", "measures/{measure}", "inspections", "inspections/{inspection}", "recommendations", "recommendations/{recommendation}" })
        {
            var few = await CountAsync(small, path, asOfficer: false);
            Assert.Equal((path, few), (path, await CountAsync(large, path, asOfficer: false)));
            Assert.True(few <= MostCommands, $"{path}: {few}");
            if (path.Length > 0)
            {
                var officer = await CountAsync(small, path, asOfficer: true);
                Assert.Equal((path, officer), (path, await CountAsync(large, path, asOfficer: true)));
                Assert.True(officer <= MostCommands, $"{path} as link officer: {officer}");
            }
        }
    }

    [Fact]
    public async Task Get_PlanOfAHundredProjects_IsSmall()
    {
        var (partnership, plan, _) = await MakeAsync(100);
        foreach (var project in plan.ProjectIds.Skip(1))
        {
            await portal.Data.CreateUpdateToReadAsync(partnership, plan, project, UpdateState.Accepted, string.Concat(Enumerable.Range(0, 60).Select(i => $"word{project.GetHashCode() + i} ")));
        }

        var client = portal.ClientFor(partnership.Lead);
        var page = (await client.GetPageAsync($"/{partnership.Slug}/plan")).ShouldBeOk();
        Assert.True(Encoding.UTF8.GetByteCount(page.Html) < 300_000, $"{Encoding.UTF8.GetByteCount(page.Html)} bytes");
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        using var response = await client.GetAsync(new Uri($"/{partnership.Slug}/plan", UriKind.Relative));
        Assert.Contains("gzip", response.Content.Headers.ContentEncoding, StringComparer.Ordinal);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.True(bytes.Length < 60_000, $"{bytes.Length} bytes compressed");
        await using var unpacked = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        Assert.Contains("</html>", await new StreamReader(unpacked).ReadToEndAsync(), StringComparison.Ordinal);
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan, TestPerson Officer)> MakeAsync(int projects)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        var plan = await portal.Data.CreatePlanAsync(partnership, projects);
        await portal.Data.CreateUpdateToReadAsync(partnership, plan, plan.ProjectIds[0], UpdateState.Accepted, "words");
        return (partnership, plan, (await portal.Data.CreateOfficerAsync(partnership, plan, GrantScope.LivePlan)).Person);
    }

    private async Task<int> CountAsync((TestPartnership Partnership, TestPlan Plan, TestPerson Officer) made, string path, bool asOfficer)
    {
        var client = portal.ClientFor(asOfficer ? made.Officer : made.Partnership.Lead);
        var address = $"/{made.Partnership.Slug}/" + path
            .Replace("{project}", made.Plan.ProjectIds[0].ToString(), StringComparison.Ordinal)
            .Replace("{measure}", made.Plan.MeasureIds[0].ToString(), StringComparison.Ordinal)
            .Replace("{inspection}", made.Plan.InspectionId.ToString(), StringComparison.Ordinal)
            .Replace("{recommendation}", made.Plan.RecommendationId.ToString(), StringComparison.Ordinal);
        portal.Host.Commands.Reset();
        (await client.GetPageAsync(address)).ShouldBeOk();
        return portal.Host.Commands.Texts.Count(t => !t.Contains("set_config", StringComparison.Ordinal));
    }
}
