using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Reports;

/// <summary>The sealed report reads late sub-actions as the live page does, also where the plan has no column for them.</summary>
public sealed class LateStepsInReportTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Submit_LateSubAction_IsAgainstTheRatingAsOnTheLivePage(bool hasColumn)
    {
        var here = await portal.Data.CreatePartnershipAsync(p =>
        {
            p.AsAt = new DateOnly(2020, 10, 27);
            var fields = hasColumn ? new[] { PlanField.What, PlanField.SubActions } : [PlanField.What];
            p.Layout = new PlanLayout { Columns = [.. fields.Select(f => new PlanColumn(f, null))] };
        });
        var plan = await portal.Data.CreatePlanAsync(here);
        var steps = new QuarterSteps(portal, here, plan);
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            var project = await database.Projects.Include(p => p.SubActions).SingleAsync(p => p.Id == plan.ProjectIds[0]);
            (project.Deadline, project.Rag) = (DeadlineParser.Parse("31 March 2021"), "on-track");
            project.SubActions[0].Deadline = DeadlineParser.Parse("31 August 2020");
            return true;
        });
        var live = (await steps.As(here.Lead).GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}")).ShouldBeOk();
        await steps.CloseAsync();
        await steps.SubmitAsync();

        var sealedReport = CanonicalJson.Read<QuarterSnapshot>((await steps.SubmissionsAsync())[0].Snapshot);
        var against = sealedReport.Aims[0].Projects.Single(p => p.Id == plan.ProjectIds[0]).Disagreement!.Reasons;
        Assert.Contains(against, sentence => sentence.Contains("1 sub-action is late", StringComparison.OrdinalIgnoreCase));
        Assert.All(against, sentence => Assert.Contains(sentence, live.Find("#disagreement").TextContent, StringComparison.Ordinal));
    }
}
