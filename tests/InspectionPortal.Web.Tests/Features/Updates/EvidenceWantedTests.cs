using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Updates;

/// <summary>Those who lead work that is done are told once that evidence is wanted.</summary>
public sealed class EvidenceWantedTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Submit_DoneAwaitingEvidence_TellsTheOthersWhoLeadItAndAcceptingTellsTheWriter()
    {
        var (here, plan, second) = await MakeAsync();
        var project = plan.ProjectIds[0];
        await SubmitAsync(here, plan, project);

        var told = await ToldAsync(here);
        Assert.Equal(second.Id, Assert.Single(told).UserId);
        Assert.Equal($"/evidence/new?project={project}", told[0].Path);
        Assert.Equal("1.1 is done and awaits evidence. Add what shows that it is done.", told[0].Text);
        (await portal.ClientFor(second).GetPageAsync($"/{here.Slug}{told[0].Path}")).ShouldBeOk();

        var update = (await portal.Data.ReadUpdateAsync(here, project))!;
        var review = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/updates/{update.Id}/review")).ShouldBeOk();
        Assert.Equal(HttpStatusCode.Redirect, (await review.SubmitAsync("form#accept")).Status);
        Assert.Equal(
            new[] { second.Id, here.Contributor.Id }.Order(), (await ToldAsync(here)).Select(n => n.UserId).Order());
    }

    [Fact]
    public async Task Submit_OtherStatusOrEvidencedAlready_TellsNobody()
    {
        var (here, plan, _) = await MakeAsync();
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Audit", released: false);

        await SubmitAsync(here, plan, plan.ProjectIds[0]);
        await SubmitAsync(here, plan, plan.ProjectIds[1], ProjectStatus.InProgress);

        Assert.Empty(await ToldAsync(here));
    }

    [Fact]
    public async Task Submit_WhoMayNotAddEvidence_IsNotTold()
    {
        var (here, plan, _) = await MakeAsync();
        await portal.Data.HoldAsync(here, plan, here.Chief);

        await SubmitAsync(here, plan, plan.ProjectIds[0]);

        Assert.DoesNotContain(await ToldAsync(here), n => n.UserId == here.Chief.Id);
    }

    private async Task<(TestPartnership Here, TestPlan Plan, TestPerson Second)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var second = await portal.Data.CreatePersonAsync();
        await portal.Data.AddRoleAsync(here, second, PartnershipRole.Contributor);
        await portal.Data.HoldAsync(here, plan, second);
        return (here, plan, second);
    }

    private async Task SubmitAsync(
        TestPartnership here, TestPlan plan, Guid project, ProjectStatus status = ProjectStatus.DoneAwaitingEvidence)
    {
        var form = await portal.ClientFor(here.Contributor).GetPageAsync($"/{here.Slug}/projects/{project}/update?period={plan.PeriodId}");
        var sent = await form.ShouldBeOk().SubmitAsync(
            "form.p-update", ("Intent", "Submit"), ("Rag", "on-track"), ("Status", status.ToString()), ("Entries[0].Text", "Said"));
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(UpdateState.Submitted, (await portal.Data.ReadUpdateAsync(here, project))!.State);
    }

    private Task<List<Notification>> ToldAsync(TestPartnership here) => portal.Data.InTenantAsync(
        here.Id, d => d.Notifications.AsNoTracking().Where(n => n.Kind == NotificationKind.EvidenceWanted).ToListAsync());
}
