using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Comparisons;

/// <summary>A plan with two approved quarters and real movement between them.</summary>
internal sealed record TwoQuarters(QuarterSteps First, QuarterSteps Second, Guid AddedProject, Guid DroppedAim)
{
    public const string SlipReason = "The post stayed empty";
    public const string RatingReason = "The figures say so";
    public const string SecretHelp = "SecretHelp with recruiting";

    public TestPartnership Partnership => First.Partnership;

    public TestPlan Plan => First.Plan;

    public string Compare => $"/{Partnership.Slug}/reports/compare";

    public string Ratings => $"/{Partnership.Slug}/reports/ratings";

    public string LifeOf(Guid project) => $"/{Partnership.Slug}/projects/{project}/quarters";

    /// <summary>
    /// First quarter: the first two projects at risk, the third not rated. Then the first slips by 92 days and falls, with a reason; the
    /// second is reworded and rises; the third is stopped and gets another number; a fourth is added; an aim is removed.
    /// </summary>
    public static async Task<TwoQuarters> MakeAsync(PortalFixture portal)
    {
        var first = await QuarterSteps.MakeAsync(portal, projects: 3);
        var (here, plan) = (first.Partnership, first.Plan);
        var dropped = await portal.Data.InTenantAsync(here.Id, database =>
        {
            var aim = new StretchAim { PlanId = plan.Id, Number = "9", Statement = $"Dropped aim {here.Canary}", Position = 9 };
            database.Add(aim);
            return Task.FromResult(aim.Id);
        });
        await portal.Data.AcceptUpdateAsync(here, plan, plan.ProjectIds[0], u => u.HelpNeeded = SecretHelp);
        await portal.Data.AcceptUpdateAsync(here, plan, plan.ProjectIds[1]);
        await PublishAsync(first);

        var added = await ChangePlanAsync(portal, here, plan, dropped);
        await portal.Data.SlipAsync(here, plan.ProjectIds[0], "31 December 2020", SlipReason);
        var second = new QuarterSteps(portal, here, plan, await portal.Data.CreateNextPeriodAsync(here, plan));
        await portal.Data.AcceptUpdateAsync(
            here, plan, plan.ProjectIds[0], u =>
                (u.RagAccepted, u.RagProposed, u.RagChangedReason) = ("off-track", "at-risk", RatingReason), second.PeriodId);
        await portal.Data.AcceptUpdateAsync(
            here, plan, plan.ProjectIds[1], u => (u.RagAccepted, u.RagProposed) = ("on-track", "on-track"), second.PeriodId);
        await PublishAsync(second);
        return new TwoQuarters(first, second, added, dropped);
    }

    public static async Task PublishAsync(QuarterSteps steps)
    {
        await steps.CloseAsync();
        await steps.SubmitAsync();
        await steps.ApproveAsync(steps.Partnership.Chief);
        Assert.NotNull(await steps.PublishedAsync());
    }

    public async Task<QuarterSnapshot> FirstBytesAsync() => CanonicalJson.Read<QuarterSnapshot>((await First.PublishedAsync())!.Snapshot);

    public async Task<QuarterSnapshot> SecondBytesAsync() => CanonicalJson.Read<QuarterSnapshot>((await Second.PublishedAsync())!.Snapshot);

    private static Task<Guid> ChangePlanAsync(PortalFixture portal, TestPartnership here, TestPlan plan, Guid dropped) =>
        portal.Data.InTenantAsync(here.Id, async database =>
        {
            var projects = await database.Projects.OrderBy(p => p.Position).ToListAsync();
            projects[1].Title = $"Reworded {projects[1].Title}";
            (projects[2].Number, projects[2].Status, projects[2].StatusReason) = ("1.30", ProjectStatus.Stopped, "No longer needed");
            database.Remove(await database.StretchAims.FirstAsync(a => a.Id == dropped));
            var added = new ImprovementProject
            {
                AimId = plan.AimId,
                Number = "1.4",
                Position = 4,
                Title = $"Added {here.Canary}",
                Deadline = DeadlineParser.Parse("31 March 2021"),
                Status = ProjectStatus.NotStarted,
            };
            database.Add(added);
            return added.Id;
        });
}
