using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>Every sentence and count of a report, against what the database held when the quarter was submitted.</summary>
public sealed class ReportSentencesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_KnownQuarter_SaysWhatTheDatabaseHolds()
    {
        var steps = await MakeAsync(projects: 6);
        await steps.SubmitAsync();
        var counts = await portal.Data.InTenantAsync(steps.Partnership.Id, async d => new
        {
            Projects = await d.Projects.CountAsync(),
            Accepted = await d.ProgressUpdates.CountAsync(u => u.State == UpdateState.Accepted),
            Waiting = await d.ProgressUpdates.CountAsync(u => u.State == UpdateState.Submitted),
            Help = await d.ProgressUpdates.CountAsync(u => u.State == UpdateState.Accepted && u.HelpNeeded != null),
            OffTrack = await d.Projects.CountAsync(p => p.Rag == "off-track"),
            Evidence = await d.EvidenceVersions.CountAsync(),
            Recommendations = await d.Recommendations.CountAsync(),
            Answered = await d.Recommendations.CountAsync(r => r.Links.Any(l => l.ProjectId != null || l.AimId != null)),
            Figures = await d.Measures.CountAsync(m => m.Points.Count > 0),
        });

        var page = (await steps.As(steps.Partnership.Reader).GetPageAsync(steps.Report)).ShouldBeOk();

        Assert.Equal((6, 3, 1, 1, 1), (counts.Projects, counts.Accepted, counts.Waiting, counts.Help, counts.OffTrack));
        Assert.Equal(
            $"{counts.Projects - counts.Accepted - counts.Waiting} of {counts.Projects} projects sent no update, "
                + $"and {counts.Waiting} sent one that was not accepted before the quarter was submitted.",
            page.Find("#not-received + p").TextContent);
        Assert.StartsWith(
            "1 decision is needed. 1 project is off track; this is the first report, so there is nothing to compare.",
            page.Find(".p-lede p").TextContent.Trim(), StringComparison.Ordinal);
        var contents = page.Document.QuerySelectorAll(".p-contents a").ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent);
        Assert.Equal($"No update received, {counts.Projects - counts.Accepted}", contents["#not-received"]);
        Assert.Equal($"Decisions sought, {counts.Help}", contents["#decisions"]);
        Assert.Equal($"Evidence added, {counts.Evidence}", contents["#evidence"]);
        Assert.Equal($"Coverage, {counts.Recommendations}", contents["#coverage"]);
        Assert.Equal($"Full table, {counts.Projects}", contents["#full-table"]);
        Assert.Equal($"Figures, {counts.Figures}", contents["#figures"]);
        Assert.Equal(counts.Projects - counts.Accepted, page.Document.QuerySelectorAll("#not-received ~ ul > li").Length);
        Assert.Equal(counts.Evidence, page.Document.QuerySelectorAll("#evidence ~ table tbody tr").Length);
        Assert.Equal(counts.Recommendations, page.Document.QuerySelectorAll("#coverage ~ table tbody tr").Length);
        Assert.Equal(counts.Projects, page.Document.QuerySelectorAll("tr[id^='project-']").Length);
        var coverage = page.Find("#coverage + p").TextContent;
        Assert.Equal(
            counts.Answered == counts.Recommendations
                ? $"Work in the plan answers every one of {counts.Recommendations} recommendation{(counts.Recommendations == 1 ? "" : "s")}."
                : coverage,
            coverage);
    }

    [Fact]
    public async Task Get_PeriodWithoutItems_SaysSoAndCanBeApproved()
    {
        var steps = await QuarterSteps.MakeAsync(portal, projects: 0);
        await steps.CloseAsync();
        await steps.PrepareAsync(("Summary", "Nothing to report"));

        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await steps.SubmitAsync()).Status);

        var page = (await steps.As(steps.Partnership.Chief).GetPageAsync(steps.Report)).ShouldBeOk();
        Assert.Equal("The plan has no projects, so no updates were asked for.", page.Find("#not-received + p").TextContent);
        await steps.ApproveAsync(steps.Partnership.Chief);
        Assert.NotNull(await steps.PublishedAsync());
    }

    [Fact]
    public async Task Get_PartnershipsOwnColumns_AreThoseOfTheFullTableForGood()
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => (p.Quorum, p.Layout) = (1, PlanLayoutTests.EveryField()));
        var plan = await portal.Data.CreatePlanAsync(partnership, 2);
        var steps = new QuarterSteps(portal, partnership, plan);
        await portal.Data.InTenantAsync(
            partnership.Id, async d => (await d.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0])).Impact = "Children are seen sooner");
        await portal.Data.AcceptUpdateAsync(partnership, plan, plan.ProjectIds[0]);
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await portal.Data.OnPlatformAsync(async d =>
        {
            (await d.Partnerships.SingleAsync(p => p.Id == partnership.Id)).Layout = PlanLayout.Default;
            return await d.SaveChangesAsync();
        });

        var page = (await steps.As(partnership.Reader).GetPageAsync(steps.Report)).ShouldBeOk();

        var expected = PlanLayoutTests.EveryField().Columns.Select(c => c.Field == PlanField.Updates ? PlanField.LatestUpdate : c.Field)
            .Distinct().Count();
        Assert.Equal(expected, page.Document.QuerySelectorAll("#full-table ~ * thead th").Length);
        Assert.Contains("Children are seen sooner", page.Find($"#project-{plan.ProjectIds[0]:N}").TextContent, StringComparison.Ordinal);
        Assert.Contains($"Update {partnership.Canary}", page.Find($"#project-{plan.ProjectIds[0]:N}")
            .TextContent, StringComparison.Ordinal);
    }

    /// <summary>Three accepted updates, one waiting, two that sent nothing; one of them off track and asking for help.</summary>
    private async Task<QuarterSteps> MakeAsync(int projects)
    {
        var steps = await QuarterSteps.MakeAsync(portal, projects: projects);
        var (here, plan) = (steps.Partnership, steps.Plan);
        await portal.Data.AcceptUpdateAsync(
            here, plan, plan.ProjectIds[0], u => (u.HelpNeeded, u.RagProposed, u.RagAccepted) = ("Name a lead", "off-track", "off-track"));
        await portal.Data.AcceptUpdateAsync(here, plan, plan.ProjectIds[1]);
        await portal.Data.AcceptUpdateAsync(here, plan, plan.ProjectIds[2], u => (u.RagProposed, u.RagAccepted) = ("on-track", "on-track"));
        await portal.Data.AcceptUpdateAsync(here, plan, plan.ProjectIds[3], u => u.State = UpdateState.Submitted);
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Audit", released: true);
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[1], "Views", released: false);
        await steps.CloseAsync();
        return steps;
    }
}
