using System.Net;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Projects;

public sealed class StopProjectTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-form";
    private static readonly DateOnly AsAt = new(2020, 10, 27);

    [Fact]
    public async Task Post_Reason_StopsItAndNobodyIsAskedAnyMore()
    {
        var (here, plan) = await MakeAsync();
        var lead = portal.ClientFor(here.Lead);
        Assert.Contains("Write the update for 1.1", (await HomeAsync(here, here.Contributor)).Text, StringComparison.Ordinal);

        await StopAsync(here, plan.ProjectIds[0], "The service closed");

        var page = (await lead.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}")).ShouldBeOk();
        Assert.Contains("Status: stopped: The service closed", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Add this quarter’s update", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll("a[href$='/restart']"));
        var home = await HomeAsync(here, here.Contributor);
        Assert.DoesNotContain("Write the update for 1.1", home.Text, StringComparison.Ordinal);
        Assert.Contains("Write the update for 1.2", home.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 1 update", home.Text, StringComparison.Ordinal);
        var mine = (await portal.ClientFor(here.Contributor).GetPageAsync($"/{here.Slug}/updates/mine")).ShouldBeOk();
        Assert.Contains("0 of 1 update", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Project 1 ", mine.Text, StringComparison.Ordinal);
        var asked = await HomeAsync(here, here.Lead);
        Assert.Contains("Follow up 1 missing update", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Agree a new deadline for 1.1", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Project 1 ", (await lead.GetPageAsync($"/{here.Slug}/updates")).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Project 1 ", (await lead.GetPageAsync($"/{here.Slug}/periods/{plan.PeriodId}/close")).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.Contains("Project 1 ", (await lead.GetPageAsync(here.PlanPath)).ShouldBeOk().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_StoppedAfterItsUpdateCameIn_TheUpdateStillCounts()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            database.Add(new ProgressUpdate { PeriodId = plan.PeriodId, ProjectId = plan.ProjectIds[0], State = UpdateState.Submitted });
            return Task.FromResult(true);
        });
        await StopAsync(here, plan.ProjectIds[0], "The service closed");

        Assert.Contains("1 of 2 updates", (await HomeAsync(here, here.Lead)).Text, StringComparison.Ordinal);
        Assert.Contains("Project 1 ", (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/updates")).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.Contains("1 of 2 updates written", (await portal.ClientFor(here.Contributor).GetPageAsync($"/{here.Slug}/updates/mine")).ShouldBeOk().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProjectStatus.DoneAwaitingEvidence)]
    [InlineData(ProjectStatus.DoneAndEvidenced)]
    public async Task Post_DoneAlready_IsRefused(ProjectStatus status)
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var form = (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/stop")).ShouldBeOk();
        await SetAsync(here, plan.ProjectIds[0], p => p.Status = status);

        var answer = await form.SubmitAsync(Form, ("Reason", "No money"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("is done, so it cannot be stopped", answer.Text, StringComparison.Ordinal);
        var page = (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/stop")).ShouldBeOk();
        Assert.Empty(page.Document.QuerySelectorAll(Form));
        Assert.Equal(status, (await FindAsync(here, plan.ProjectIds[0])).Status);
    }

    [Fact]
    public async Task Post_NoActionNeeded_IsRefused()
    {
        var (here, plan) = await MakeAsync();
        await SetAsync(here, plan.ProjectIds[0], p => p.NoActionNeededReason = "Nothing to do");
        Assert.Contains("no work to stop", (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/stop")).ShouldBeOk().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Restart_AsksAgainAndIsHarmlessTwice()
    {
        var (here, plan) = await MakeAsync();
        await StopAsync(here, plan.ProjectIds[0], "The service closed");
        var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/restart")).ShouldBeOk();
        Assert.Contains("Reason it was stopped: The service closed", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.SubmitAsync(Form, ("Status", "DoneAndEvidenced"))).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Form, ("Status", "InProgress"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Form, ("Status", "InProgress"))).Status);

        var project = await FindAsync(here, plan.ProjectIds[0]);
        Assert.Equal((ProjectStatus.InProgress, null), (project.Status, project.StatusReason));
        Assert.Contains("Write the update for 1.1", (await HomeAsync(here, here.Contributor)).Text, StringComparison.Ordinal);
        Assert.Contains("This work is not stopped", (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/restart")).ShouldBeOk().Text, StringComparison.Ordinal);
    }

    private async Task StopAsync(TestPartnership here, Guid project, string reason)
    {
        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/projects/{project}/stop")).ShouldBeOk();
        Assert.Contains("no one is asked for updates", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Form, ("Reason", reason))).Status);
    }

    private Task<bool> SetAsync(TestPartnership here, Guid id, Action<ImprovementProject> change) => portal.Data.InTenantAsync(here.Id, async database =>
    {
        change(await database.Projects.SingleAsync(p => p.Id == id));
        return true;
    });

    private Task<ImprovementProject> FindAsync(TestPartnership here, Guid id) =>
        portal.Data.InTenantAsync(here.Id, database => database.Projects.SingleAsync(p => p.Id == id));

    private async Task<TestPage> HomeAsync(TestPartnership here, TestPerson person) => (await portal.ClientFor(person).GetPageAsync($"/{here.Slug}")).ShouldBeOk();

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.AsAt = AsAt);
        return (here, await portal.Data.CreatePlanAsync(here));
    }
}
