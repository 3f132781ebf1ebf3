using System.Text.RegularExpressions;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data.Auditing;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Commands;

/// <summary>The invented partnership holds what the README promises, and was made by the portal's own commands.</summary>
public sealed partial class NorthshireTests(NorthshirePortal portal) : IClassFixture<NorthshirePortal>
{
    [Fact]
    public void Seed_WithAnErrorInTheLastMonth_SaysWhereItIs() =>
        Assert.Contains("letter-to-families.exe", portal.Interrupted, StringComparison.Ordinal);

    [Fact]
    public Task Seed_Plans_AreOneThatIsClosedAndItsSuccessor() => portal.InTenantAsync(async database =>
    {
        var plans = await database.Plans.Include(p => p.Inspections).OrderBy(p => p.PeriodFrom).ToListAsync();
        Assert.Equal([PlanState.Closed, PlanState.Active], plans.Select(p => p.State));
        Assert.Equal(new DateOnly(2024, 6, 27), plans[0].ClosedOn);
        Assert.Equal(plans[0].Id, plans[1].PredecessorId);
        Assert.Equal(24, await database.Projects.CountAsync(p => p.PlanId == plans[1].Id));
        Assert.Equal(4, await database.Projects.CountAsync(p => p.PlanId == plans[1].Id && p.PredecessorId != null));
        Assert.Equal(2, await database.Inspections.CountAsync());
        Assert.Equal(
            [RecommendationState.Met, RecommendationState.Reopened, RecommendationState.Met],
            await database.RecommendationDecisions.Where(d => d.Recommendation!.Number == "3").OrderBy(d => d.On).Select(d => d.State)
                .ToListAsync());
        return true;
    });

    [Fact]
    public Task Seed_Statements_AreApprovedWithQuartersOnTheirOwnAndADraft() => portal.InTenantAsync(async database =>
    {
        var said = await database.PositionStatements.OrderBy(s => s.Recommendation!.Number).ThenBy(s => s.AsAt)
            .Select(s => new { s.Recommendation!.Number, s.State, s.Grade, Report = s.Period!.Title }).ToListAsync();
        Assert.Equal(
            [
                ("1", StatementState.Approved, "adequate", "April to June 2025"),
                ("1", StatementState.Approved, "adequate", "October to December 2025"),
                ("1", StatementState.Approved, "good", "April to June 2026"), ("2", StatementState.Draft, null, null),
                ("4", StatementState.Approved, "weak", "July to September 2025"), ("4", StatementState.Approved, "weak", null),
            ],
            said.Select(s => (s.Number, s.State, s.Grade, (string?)s.Report)));
        return true;
    });

    [Fact]
    public Task Seed_Quarters_AreEightApprovedOneReturnedAndOneHalfAnswered() => portal.InTenantAsync(async database =>
    {
        var quarters = await database.ReportingPeriods.Where(p => p.Kind == PeriodKind.Quarter).OrderBy(p => p.From).ToListAsync();
        Assert.Equal(
            [.. Enumerable.Repeat(PeriodState.Approved, 8), PeriodState.Open], quarters.Select(p => p.State));
        Assert.Equal(1, await database.Submissions.CountAsync(s => s.State == SubmissionState.Returned));
        Assert.Equal(10, await database.PublishedReports.CountAsync());
        var open = quarters[^1].Id;
        Assert.Equal(15, await database.ProgressUpdates.CountAsync(u => u.PeriodId == open));
        Assert.Equal(12, await database.ProgressUpdates.CountAsync(
            u => u.PeriodId == open && (u.State == UpdateState.Submitted || u.State == UpdateState.Accepted)));
        Assert.Equal(4, await database.ProgressUpdates.Where(u => u.PeriodId == open).Select(u => u.State).Distinct().CountAsync());
        Assert.True(await database.DeadlineSlips.CountAsync() > 20);
        Assert.All(await database.DeadlineSlips.Select(s => s.Reason).ToListAsync(), Assert.NotEmpty);
        Assert.Equal(8, await database.Projects.CountAsync(p => p.Aim!.Plan!.State == PlanState.Active
            && (p.Status == ProjectStatus.DoneAwaitingEvidence || p.Status == ProjectStatus.DoneAndEvidenced)));
        return true;
    });

    [Fact]
    public Task Seed_Measures_HaveMonthsOfFigures() => portal.InTenantAsync(async database =>
    {
        var figures = await database.Measures.Select(m => m.Points.Count).OrderBy(n => n).ToListAsync();
        Assert.Equal(12, figures.Count);
        Assert.Equal(8, figures[0]);
        Assert.All(figures.Skip(1), n => Assert.InRange(n, 24, 36));
        Assert.DoesNotContain(true, await database.Measures.Select(m => m.IsIllustrative).ToListAsync());
        return true;
    });

    [Fact]
    public Task Seed_Evidence_IsFortyPiecesWhoseFilesAreWhatTheirHashesSay() => portal.InTenantAsync(async database =>
    {
        var store = portal.Host.Services.GetRequiredService<EvidenceStore>();
        var versions = await database.EvidenceVersions.Include(v => v.Item).ToListAsync();
        Assert.Equal(40, versions.Count);
        var files = versions.Where(v => v.Item!.Form == EvidenceForm.File).ToList();
        Assert.Equal(
            [".csv", ".docx", ".pdf", ".png", ".txt", ".xlsx"], files.Select(f => Path.GetExtension(f.FileName)).Distinct().Order());
        foreach (var file in files)
        {
            await using var content = await store.OpenAsync(portal.Northshire.Id, file.StorageName!, CancellationToken.None);
            Assert.Equal(file.Sha256, Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(content!)));
        }

        return true;
    });

    [Fact]
    public Task Seed_Grants_AreTwoThatAreOpenAndOneThatHasEnded() => portal.InTenantAsync(async database =>
    {
        var asAt = new DateTimeOffset(2026, 10, 14, 0, 0, 0, TimeSpan.Zero);
        var grants = await database.ScrutinyGrants.Include(g => g.Body).ToListAsync();
        var open = grants.Where(g => g.Until is null || g.Until > asAt).ToList();
        Assert.Equal([GrantScope.ApprovedReports, GrantScope.LivePlan], open.Select(g => g.Scope).Order());
        Assert.Equal(2, open.Select(g => g.BodyId).Distinct().Count());
        Assert.Single(grants, g => g.Until < asAt);
        return true;
    });

    [Fact]
    public async Task Verify_TheWholeHistory_FindsTheChainAndAllReportsWhole()
    {
        var verdict = await portal.Host.Services.GetRequiredService<PartnershipScopes>().RunAsync(
            portal.Northshire.Id, null, "Test",
            services => services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
        Assert.Null(verdict.Broken);
        Assert.Equal(10, verdict.Reports);
        Assert.True(verdict.Entries > 2000, $"{verdict.Entries} entries");
    }

    [Fact]
    public Task Seed_Audit_SaysWhoDidWhatWithWhichCommandInTheOrderOfTime() => portal.InTenantAsync(async database =>
    {
        var entries = await database.AuditLinks.Where(l => l.Log == AuditLogKind.Audit).OrderBy(l => l.Number)
            .Select(l => database.AuditEntries.First(e => e.Id == l.Id)).Select(e => new { e.At, e.UserId, e.Command }).ToListAsync();
        Assert.Equal(entries.Select(e => e.At).Order(), entries.Select(e => e.At));
        Assert.All(entries.Where(e => e.Command != "Seed"), e => Assert.NotNull(e.UserId));
        Assert.Contains(entries, e => e.Command == "ApproveQuarter");
        Assert.True(entries[^1].At < new DateTimeOffset(2026, 10, 15, 0, 0, 0, TimeSpan.Zero));
        return true;
    });

    [Fact]
    public async Task Seed_Again_ChangesNothing()
    {
        var before = await HeadAsync();
        await portal.SeedAsync(TestCluster.SeedFiles);
        Assert.Equal(before, await HeadAsync());

        Task<string> HeadAsync() => portal.InTenantAsync(database => database.AuditHeads.Select(h => h.Hash).SingleAsync());
    }

    [Fact]
    public Task Seed_Mail_IsNotSentAboutThePast() => portal.InTenantAsync(async database =>
    {
        Assert.False(await database.OutboxMessages.AnyAsync(m => m.PartnershipId == portal.Northshire.Id));
        return true;
    });

    [Fact]
    public async Task Seed_People_ArePostsOnly()
    {
        await portal.InTenantAsync(async database =>
        {
            Assert.DoesNotContain(ResponsibilityKind.Person, await database.LeadResponsibilities.Select(r => r.Kind).ToListAsync());
            var names = await database.Memberships.Select(m => m.User!.DisplayName).Distinct().ToListAsync();
            Assert.All(names, n => Assert.Matches("^(Partnership lead|Contributor|Chief officer|Reader)", n));
            return true;
        });
        var folder = Path.Combine(TestCluster.RepositoryRoot, "tenants-seed", NorthshirePortal.Slug);
        Assert.All(Directory.EnumerateFiles(folder), f => Assert.Empty(Titles().Matches(File.ReadAllText(f))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/plans")]
    [InlineData("/measures")]
    [InlineData("/reports")]
    [InlineData("/evidence")]
    public async Task Get_Page_SaysThatNorthshireIsInvented(string path)
    {
        var client = portal.ClientFor(await portal.PersonAsync("reader@northshire.example"));
        var page = (await client.OpenAsync($"/{NorthshirePortal.Slug}{path}")).ShouldBeOk();
        var banner = page.Find(".p-demo .p-width");
        banner.QuerySelector(".p-wide-only")!.Remove();
        Assert.Equal("Demonstration as at 14 October 2026. Northshire is invented.", banner.TextContent.Trim());
    }

    /// <summary>"Mr", "Ms" and the like before a name.</summary>
    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Miss|Dr|Cllr|Prof)\.? [A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Titles();
}
