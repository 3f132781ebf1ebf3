using System.Text.RegularExpressions;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>The plans of the other four partnerships, counted as a reader of their documents counts them.</summary>
public sealed partial class SeededPlansTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public Task Seed_Jersey_JoinsTheRowsThatGoOnAndLosesNone() => portal.InTenantAsync("jersey", async database =>
    {
        var aims = await database.StretchAims.OrderBy(a => a.Position).Select(a => new { a.KeyOutcomes, a.Vision, Projects = a.Projects.Count }).ToListAsync();
        Assert.Equal([6, 9, 4, 6, 6], aims.Select(a => a.KeyOutcomes.Count));
        Assert.All(aims, a => Assert.NotNull(a.Vision));
        Assert.Equal([9, 12, 3, 4, 9], aims.Select(a => a.Projects));

        // The table has 68 rows; 31 of them go on with the row above, 17 of these with a blank first cell.
        var rows = (await database.Projects.Select(p => p.Source).ToListAsync()).SelectMany(s => RowsOf(s.Place!)).ToList();
        Assert.Equal(68, rows.Count);
        Assert.Equal(68, rows.Distinct().Count());
        Assert.Equal(31, rows.Count - await database.Projects.CountAsync());

        Assert.Equal(38, await database.SubActions.CountAsync());
        Assert.Equal(0, await database.Recommendations.CountAsync());
        Assert.Equal(
            [InspectionKind.Inspection, InspectionKind.Report, InspectionKind.InternalAssessment],
            (await database.Inspections.Select(i => i.Kind).ToListAsync()).Order());
        Assert.Equal(2, (await database.Projects.Select(p => p.Deadline).ToListAsync()).Count(d => d.Text == "TBA"));
        Assert.Equal(0, await database.Projects.CountAsync(p => p.Rag != null));
        Assert.True((await database.Projects.SingleAsync(p => p.Number == "1.3")).Source.Unclear);
        return true;
    });

    [Fact]
    public Task Seed_Derby_KeepsObjectivesStepsAndWhatIsSaidInTheirPlace() => portal.InTenantAsync("derby", async database =>
    {
        var aims = await database.StretchAims.OrderBy(a => a.Position).Select(a => a.Projects.Count).ToListAsync();
        Assert.Equal([11, 10, 4], aims);
        var steps = await database.SubActions.GroupBy(s => s.Category).ToDictionaryAsync(g => g.Key, g => g.Count());
        Assert.Equal(43, steps[SubActionCategory.ClosingTheLoop]);
        Assert.Equal(
            (2, 37, 30, 36, 19),
            (steps[SubActionCategory.Financial], steps[SubActionCategory.Workforce], steps[SubActionCategory.Partners], steps[SubActionCategory.Systems], steps[SubActionCategory.Leadership]));
        Assert.Equal(36, await database.CategoryNotes.CountAsync(n => n.Text == "N/A"));
        Assert.Equal(3, await database.CategoryNotes.CountAsync(n => n.Text.StartsWith("Dependent on caseloads")));
        Assert.Equal(1, await database.CategoryNotes.CountAsync(n => n.Text == "none"));
        Assert.Equal(1, await database.CategoryNotes.CountAsync(n => n.Text == "See below action"));
        Assert.True(await database.DependsOn.AnyAsync(d => d.OnAim!.Number == "3"));

        Assert.Equal(11, await database.Recommendations.CountAsync(r => r.Kind == RecommendationKind.Recommendation && r.Theme != null && r.IsReworded));
        Assert.Equal(12, await database.Recommendations.CountAsync(r => r.Kind == RecommendationKind.OwnPriority && r.InspectionId == null));
        Assert.False(await database.RecommendationLinks.AnyAsync(l => l.Basis == LinkBasis.Stated));
        Assert.Equal(11, await database.Recommendations.CountAsync(r => r.Kind == RecommendationKind.Recommendation && r.Links.Count > 0));
        Assert.Equal(6, await database.Recommendations.CountAsync(r => r.Kind == RecommendationKind.OwnPriority && r.Links.Count > 0));

        var judgements = await database.Gradings.Select(g => new { g.Grade, Whole = g.Parent!.Title }).ToListAsync();
        Assert.Equal(6, judgements.Count);
        Assert.Equal(2, judgements.Count(g => g.Whole is not null && g.Whole.Contains("looked after", StringComparison.Ordinal)));
        Assert.Single(judgements, g => g.Grade == "outstanding");
        Assert.Single(judgements, g => g.Grade == "requires improvement");
        return true;
    });

    [Fact]
    public Task Seed_Dumfries_HoldsTheReviewAndWhoReportsToWhom() => portal.InTenantAsync("dumfries", async database =>
    {
        var inspection = await database.Inspections.Include(i => i.Recommendations).SingleAsync();
        Assert.Equal("April 2014", inspection.PublishedText);
        Assert.Equal(["1", "2", "3", "4", "5"], inspection.Recommendations.OrderBy(r => r.Position).Select(r => r.Number));
        Assert.All(inspection.Recommendations, r => Assert.Equal(RecommendationKind.AreaForImprovement, r.Kind));
        var review = await database.ProgressReviews.Include(r => r.Findings).Include(r => r.Bodies).SingleAsync();
        Assert.Equal("May 2015", review.PublishedText);
        Assert.Equal(new DateOnly(2014, 12, 8), review.FieldworkFrom);
        Assert.Equal(5, review.Findings.Count);
        Assert.All(review.Findings, f => Assert.Null(f.Judgement));
        Assert.Equal(["15", "50"], review.Samples.Select(s => s.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Contains("November 2016", review.Next, StringComparison.Ordinal);
        Assert.NotNull(review.NotMet);

        // The review says that the team facilitated the Executive Group's work, not that it reports to it.
        var agencies = await database.Agencies.ToListAsync();
        Assert.Null(agencies.Single(a => a.Name.Contains("improvement team", StringComparison.OrdinalIgnoreCase)).ReportsToId);
        var chain = new List<string>();
        for (var above = agencies.Single(a => a.Code == "CPC").ReportsTo; above is not null; above = above.ReportsTo)
        {
            chain.Add(above.Name);
        }

        Assert.Equal(3, chain.Count);
        Assert.Contains("Executive Group", chain[0], StringComparison.Ordinal);
        Assert.Contains("Chief Officers", chain[1], StringComparison.Ordinal);
        Assert.Contains("Community Planning", chain[2], StringComparison.Ordinal);
        Assert.Equal(5, await database.StretchAims.CountAsync());
        Assert.False(await database.Projects.AnyAsync(p => p.Answers.Count == 0));
        return true;
    });

    [Fact]
    public Task Seed_Shetland_HangsItsChangesStraightUnderTheAim() => portal.InTenantAsync("shetland", async database =>
    {
        var aim = await database.StretchAims.SingleAsync();
        Assert.Contains("75%", aim.Statement.Replace(" %", "%", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotNull(aim.Population);
        Assert.Equal(6, await database.Projects.CountAsync(p => p.AimId == aim.Id && p.DriverId == null && p.IsChangeIdea));
        Assert.Equal(6, await database.Projects.CountAsync(p => p.Status == ProjectStatus.InProgress));
        var target = await database.MeasureTargets.SingleAsync(t => t.Measure!.AimId == aim.Id);
        Assert.Equal((75m, new DateOnly(2018, 3, 31)), (target.Value, target.By.Due!.Value));
        Assert.All(await database.Projects.Select(p => p.Deadline).ToListAsync(), d => Assert.Equal("", d.Text));
        Assert.Equal(0, await database.Inspections.CountAsync() + await database.Recommendations.CountAsync() + await database.KeyDrivers.CountAsync());
        return true;
    });

    [Theory]
    [InlineData("jersey")]
    [InlineData("derby")]
    [InlineData("dumfries")]
    [InlineData("shetland")]
    public async Task Get_Plan_ShowsEveryRowAndSaysWhereItComesFrom(string slug)
    {
        var page = await portal.ReadAsync(slug, "/plan");
        var projects = await portal.InTenantAsync(slug, database => database.Projects.Select(p => new { p.Id, p.Title, p.Source }).ToListAsync());
        Assert.All(projects, p => Assert.Equal(p.Title, page.Find($"a[href='/{slug}/projects/{p.Id}']").TextContent));
        Assert.All(projects, p => Assert.NotNull(p.Source.Place));
    }

    /// <summary>"driver 2, rows 3-4" as (2, 3) and (2, 4).</summary>
    private static IEnumerable<(int Driver, int Row)> RowsOf(string place)
    {
        var match = Rows().Match(place);
        Assert.True(match.Success, place);
        int Part(string name) => int.Parse(match.Groups[name].Value, System.Globalization.CultureInfo.InvariantCulture);
        var last = match.Groups["to"].Success ? Part("to") : Part("from");
        return Enumerable.Range(Part("from"), last - Part("from") + 1).Select(row => (Part("driver"), row));
    }

    [GeneratedRegex(@"driver (?<driver>\d+), rows? (?<from>\d+)(-(?<to>\d+))?", RegexOptions.None, 1000)]
    private static partial Regex Rows();
}
