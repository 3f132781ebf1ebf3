using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Reports;

namespace InspectionPortal.Web.Tests.Features.Comparisons;

/// <summary>The charts over all quarters and the life of a project, against the frozen reports.</summary>
public sealed class GetRatingTrendTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_WholePlan_TableAndPictureHaveTheCountsOfTheFrozenReports()
    {
        var two = await TwoQuarters.MakeAsync(portal);

        var page = (await portal.ClientFor(two.Partnership.Reader).GetPageAsync(two.Ratings)).ShouldBeOk();

        var expected = new[] { await two.FirstBytesAsync(), await two.SecondBytesAsync() }.Select(Row).ToList();
        expected[0] += ",0";
        expected[1] += ",1";
        Assert.Equal(expected, page.Document.QuerySelectorAll(".p-trend tbody tr")
            .Select(r => string.Join(',', r.Children.Select(c => c.TextContent.Trim()))));
        Assert.Equal(["July to September 2020,0,2,0,1,3,0", "October to December 2020,1,0,1,2,4,1"], expected);
        Assert.Equal("October to December 2020: 1 on track, 1 off track and 2 not rated. The table has every number.", page.Find(".p-trend__wide desc").TextContent);
        Assert.Equal("Forecasts moved later once.", page.Find(".p-trend > p").TextContent);

        static string Row(QuarterSnapshot report)
        {
            var ratings = report.Aims.SelectMany(a => a.Projects).Where(p => p.NoActionNeeded is null).Select(p => p.Rating).ToList();
            return string.Join(',',
                [report.Period.Title,
                    .. new[] { "on-track", "at-risk", "off-track", null }.Select(c => $"{ratings.Count(r => r == c)}"), $"{ratings.Count}"]);
        }
    }

    [Fact]
    public async Task Get_ByAimAndLead_HasAGroupForEach()
    {
        var two = await TwoQuarters.MakeAsync(portal);
        var client = portal.ClientFor(two.Partnership.Reader);

        var aims = (await client.GetPageAsync($"{two.Ratings}?by=aim")).ShouldBeOk();
        var leads = (await client.GetPageAsync($"{two.Ratings}?by=lead")).ShouldBeOk();
        var slips = (await client.GetPageAsync($"{two.Ratings}?by=slips")).ShouldBeOk();

        var canary = two.Partnership.Canary;
        Assert.Equal([$"1. Aim {canary}", $"9. Dropped aim {canary}"], aims.Document.QuerySelectorAll(".p-trend h2")
            .Select(h => h.TextContent.Trim()));
        Assert.Equal([$"Post {canary}", "No lead"], leads.Document.QuerySelectorAll(".p-trend h2").Select(h => h.TextContent.Trim()));
        Assert.Equal(
            ["The whole plan,0,1,1", $"Post {canary},0,1,1", "No lead,0,0,0"],
            slips.Document.QuerySelectorAll("main tbody tr").Select(r => string.Join(',', r.Children.Select(c => c.TextContent.Trim()))));
    }

    [Fact]
    public async Task Get_Life_SaysEachQuarterNewestFirst()
    {
        var two = await TwoQuarters.MakeAsync(portal);

        var page = (await portal.ClientFor(two.Partnership.Reader).GetPageAsync(two.LifeOf(two.Plan.ProjectIds[0]))).ShouldBeOk();

        Assert.Equal(["October to December 2020", "July to September 2020"], page.Document.QuerySelectorAll(".p-quarter h2")
            .Select(h => h.TextContent.Trim()));
        var quarters = page.Document.QuerySelectorAll(".p-quarter")
            .Select(q => string.Join(' ', q.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains("Off track Down", quarters[0], StringComparison.Ordinal);
        Assert.Contains($"Moved from 30 September 2020 to 31 December 2020: {TwoQuarters.SlipReason}", quarters[0],
            StringComparison.Ordinal);
        Assert.Contains(TwoQuarters.RatingReason, quarters[0], StringComparison.Ordinal);
        Assert.Contains(TwoQuarters.SecretHelp, quarters[1], StringComparison.Ordinal);
        Assert.Contains("Its forecast moved later once.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_LifeOfWhatNoReportHas_SaysSo()
    {
        var steps = await QuarterSteps.MakeSubmittedAsync(portal);

        var address = $"/{steps.Partnership.Slug}/projects/{steps.Plan.ProjectIds[0]}/quarters";
        var page = (await portal.ClientFor(steps.Partnership.Reader).GetPageAsync(address)).ShouldBeOk();

        Assert.Contains("No approved report about it to show", page.Text, StringComparison.Ordinal);
    }
}
