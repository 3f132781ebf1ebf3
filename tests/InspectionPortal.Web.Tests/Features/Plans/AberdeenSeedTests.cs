using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>Aberdeen's plan, as its seed tells it and as its readers see it.</summary>
public sealed class AberdeenSeedTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task Seed_Aberdeen_HoldsThePlanAsWritten()
    {
        await portal.Data.InTenantAsync(portal.Aberdeen.Id, async database =>
        {
            Assert.Equal(5, await database.StretchAims.CountAsync());
            Assert.Equal(11, await database.KeyDrivers.CountAsync());
            Assert.Equal(13, await database.Projects.CountAsync(p => p.NoActionNeededReason == null));
            Assert.Equal("1.1", (await database.Projects.SingleAsync(p => p.NoActionNeededReason != null)).Number);
            // The plan's own measures; series made up to show charts are counted nowhere.
            Assert.Equal(24, await database.Measures.CountAsync(m => !m.IsIllustrative));
            Assert.Equal(4, await database.Measures.CountAsync(m => m.IsIllustrative && m.Title.StartsWith("Illustrative: ")));
            Assert.All(await database.Projects.ToListAsync(), p => Assert.Null(p.Rag));
            var targets = await database.MeasureTargets.Where(t => t.Measure!.Project!.Number == "3.3" && !t.Measure.IsIllustrative).OrderBy(t => t.Value).ToListAsync();
            Assert.Equal([(50m, "30 September 2020"), (75m, "30 September 2021"), (90m, "30 September 2022")], targets.Select(t => (t.Value, t.By.Text)));
            var figures = await database.DataPoints.Where(p => !p.Measure!.IsIllustrative).OrderBy(p => p.Measure!.Position).ToListAsync();
            Assert.Equal([("21%", "+ 3%"), ("18%", "-/+"), ("47%", "-4%"), ("10.5%", "-/+")], figures.Select(p => (p.ValueText, p.ChangeText!)));
            Assert.All(figures, p => Assert.Null(p.Date));
            Assert.Equal(PeriodState.Open, (await database.ReportingPeriods.SingleAsync()).State);
            Assert.Equal(0, await database.ProgressUpdates.CountAsync() + await database.Submissions.CountAsync() + await database.Approvals.CountAsync());
            Assert.All(await database.UpdateEntries.ToListAsync(), e => Assert.True(e.BeforePortal));
            return true;
        });
    }

    [Fact]
    public async Task Seed_Twice_ChangesNothing()
    {
        var before = await CountsAsync();
        await portal.SeedAsync();
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task Get_Plan_ShowsEveryProjectAndNothingInvented()
    {
        var page = (await portal.ClientFor(await portal.PersonAsync("reader@aberdeen.example")).OpenAsync("/aberdeen/plan?view=written")).ShouldBeOk();
        var projects = await portal.Data.InTenantAsync(portal.Aberdeen.Id, database => database.Projects.Select(p => new { p.Id, p.Number, p.Title }).ToListAsync());
        Assert.Equal(14, projects.Count);
        Assert.All(projects, p => Assert.Equal(p.Title, page.Find($"th a[href='/aberdeen/projects/{p.Id}']").TextContent));
        Assert.Contains("joint inspection published on 3 September 2019: 3 priority areas, 5 aims, 13 projects", page.Text, StringComparison.Ordinal);
        Assert.Equal(11, page.Document.QuerySelectorAll("tr.p-table__driver").Length);
        Assert.Equal(5, page.Document.QuerySelectorAll("tr.p-table__aim").Length);
        Assert.Equal(13, page.Document.QuerySelectorAll("tr[id^=project-] .p-rating:not(.p-flag)").Count(r => r.TextContent.Trim() == "Not rated"));
        Assert.DoesNotContain(page.Document.QuerySelectorAll("tr[id^=project-] .p-rating:not(.p-flag)"), r => r.TextContent.Trim() != "Not rated");
        foreach (var words in new[]
        {
            "50% by 30 September 2020, 75% by 30 September 2021, 90% by 30 September 2022 First stage 27 days late; then 75%, 90%", "No lead",
            "(By 31 October 2019)", "(on a quarterly basis)", "LOIP – Outcome 4", "ICS Board Chair; CPC Chair & COG", "No action needed", "Unclear in source",
            "NHSG NHS Grampian", "Methodology and Gradings", "collectively",
        })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_BalanceOfCare_ShowsFiguresAndChangesAsWritten()
    {
        var id = await ProjectAsync("3.1");
        var page = (await portal.ClientFor(await portal.PersonAsync("chief@aberdeen.example")).GetPageAsync($"/aberdeen/projects/{id}")).ShouldBeOk();
        foreach (var words in new[] { "21%", "+ 3%", "18%", "-/+", "47%", "-4%", "10.5%", "No date stated", "Before the portal", "Not rated", "October 2020" })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_Contributor_WritesOnlyForOwnProjects()
    {
        var client = portal.ClientFor(await portal.PersonAsync("contributor@aberdeen.example"));
        Assert.Equal("/aberdeen/updates/mine", (await client.GetPageAsync("/")).Location);
        foreach (var (number, own) in new[] { ("5.3", true), ("5.5", true), ("3.1", false), ("5.2", false) })
        {
            var page = (await client.GetPageAsync($"/aberdeen/projects/{await ProjectAsync(number)}")).ShouldBeOk();
            Assert.Equal(own, page.Html.Contains("/update\"", StringComparison.Ordinal));
        }
    }

    private Task<Guid> ProjectAsync(string number) =>
        portal.Data.InTenantAsync(portal.Aberdeen.Id, database => database.Projects.Where(p => p.Number == number).Select(p => p.Id).SingleAsync());

    private Task<string> CountsAsync() => portal.Data.InTenantAsync(portal.Aberdeen.Id, async database => string.Join(',',
        await database.Users.CountAsync(), await database.Partnerships.CountAsync(), await database.Memberships.CountAsync(), await database.Agencies.CountAsync(),
        await database.LeadResponsibilities.CountAsync(), await database.ResponsibilityHolders.CountAsync(), await database.Inspections.CountAsync(),
        await database.Recommendations.CountAsync(), await database.RecommendationLinks.CountAsync(), await database.Projects.CountAsync(),
        await database.UpdateEntries.CountAsync(), await database.DataPoints.CountAsync(), await database.ScrutinyGrants.CountAsync(),
        await database.ReportingPeriods.CountAsync(), await database.AuditEntries.CountAsync(), await database.PlatformAuditEntries.CountAsync()));
}
