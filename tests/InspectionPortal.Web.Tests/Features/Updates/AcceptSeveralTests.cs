using System.Net;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Updates;

public sealed class AcceptSeveralTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_Ticked_AcceptsThoseAsProposedAndNoOther()
    {
        var (here, plan, updates) = await MakeAsync();
        var lead = portal.ClientFor(here.Lead);
        var page = (await lead.GetPageAsync($"/{here.Slug}/updates")).ShouldBeOk();
        var boxes = page.Document.QuerySelectorAll("input[name=chosen]").Select(b => b.GetAttribute("value")!).ToList();
        Assert.Equal(updates.Select(u => u.ToString()).Order(), boxes.Select(b => b.Split(':')[0]).Order());

        var sent = await page.SubmitAsync("#accept-chosen", ("chosen", boxes[0]), ("chosen", boxes[1]));

        Assert.Contains("2 updates accepted as proposed", (await lead.FollowAsync(sent)).Text, StringComparison.Ordinal);
        var accepted = await portal.Data.InTenantAsync(
            here.Id, d => d.ProgressUpdates.Where(u => u.State == UpdateState.Accepted).Select(u => u.Id).ToListAsync());
        Assert.Equal(boxes.Take(2).Select(b => b.Split(':')[0]).Order(), accepted.Select(a => a.ToString()).Order());
        Assert.Equal(2, await portal.Data.InTenantAsync(here.Id, d => d.Projects.CountAsync(p => p.Rag == "on-track")));
        Assert.Equal(plan.PeriodId, await portal.Data.InTenantAsync(here.Id, d => d.ReportingPeriods.Select(p => p.Id).FirstAsync()));
    }

    [Fact]
    public async Task Post_OneChangedMeanwhile_IsNotAcceptedAndTheOthersAre()
    {
        var (here, _, updates) = await MakeAsync();
        var lead = portal.ClientFor(here.Lead);
        var page = (await lead.GetPageAsync($"/{here.Slug}/updates")).ShouldBeOk();
        var boxes = page.Document.QuerySelectorAll("input[name=chosen]").Select(b => ("chosen", b.GetAttribute("value")))
            .ToArray();
        await portal.Data.InTenantAsync(
            here.Id, async d => (await d.ProgressUpdates.FirstAsync(u => u.Id == updates[0])).HelpNeeded = "A clinic");

        var sent = await page.SubmitAsync("#accept-chosen", boxes);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Equal(["An update was not accepted. The update was changed while you had it open. Check it again, then decide."],
            sent.Errors);
        Assert.Contains("2 updates accepted as proposed", sent.Text, StringComparison.Ordinal);
        Assert.Equal(UpdateState.Submitted,
            await portal.Data.InTenantAsync(here.Id, async d => (await d.ProgressUpdates.FirstAsync(u => u.Id == updates[0])).State));
    }

    [Theory]
    [InlineData()]
    [InlineData("nonsense")]
    [InlineData("00000000-0000-0000-0000-000000000001:x")]
    public async Task Post_NothingOrNonsense_AcceptsNothing(params string[] chosen)
    {
        var (here, _, _) = await MakeAsync();
        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/updates")).ShouldBeOk();

        var sent = await page.SubmitAsync("#accept-chosen", [.. chosen.Select(c => ("chosen", (string?)c))]);

        Assert.Equal(["Choose at least one update to accept"], sent.Errors);
        Assert.Equal(0, await portal.Data.InTenantAsync(here.Id, d => d.ProgressUpdates.CountAsync(u => u.State == UpdateState.Accepted)));
    }

    [Fact]
    public async Task Get_RatingAgainstTheDates_IsNotOfferedForTicking()
    {
        var (here, plan, updates) = await MakeAsync();
        await portal.Data.InTenantAsync(here.Id, async d =>
        {
            var deadline = DeadlineParser.Parse("1 September 2020");
            d.Add(new SubAction { ProjectId = plan.ProjectIds[0], Text = "A late step", Deadline = deadline });
            return (await d.Projects.FirstAsync(p => p.Id == plan.ProjectIds[0])).Deadline = DeadlineParser.Parse("31 December 2030");
        });

        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/updates")).ShouldBeOk();

        Assert.Contains("Rated on track, but 1 sub-action is late.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            updates.Skip(1).Select(u => u.ToString()).Order(),
            page.Document.QuerySelectorAll("input[name=chosen]").Select(b => b.GetAttribute("value")!.Split(':')[0]).Order());
    }

    [Fact]
    public async Task Undo_BeforeSubmission_MakesThePlanWhatItWas()
    {
        var (here, plan, updates) = await MakeAsync("30 June 2030");
        var before = await PlanAsync(here, plan);
        var lead = portal.ClientFor(here.Lead);
        var review = (await lead.GetPageAsync($"/{here.Slug}/updates/{updates[0]}/review")).ShouldBeOk();
        await review.SubmitAsync("#accept", ("Rag", "at-risk"), ("RagChangedReason", "Figures are old"));
        Assert.NotEqual(before, await PlanAsync(here, plan));

        var accepted = (await lead.GetPageAsync($"/{here.Slug}/updates/{updates[0]}/review")).ShouldBeOk();
        var undone = await lead.FollowAsync(await accepted.SubmitAsync("#undo"));

        Assert.Contains("Acceptance undone.", undone.Text, StringComparison.Ordinal);
        Assert.Equal(before, await PlanAsync(here, plan));
        var update = await portal.Data.InTenantAsync(here.Id, d => d.ProgressUpdates.AsNoTracking().FirstAsync(u => u.Id == updates[0]));
        Assert.Equal((UpdateState.Submitted, null, null, null, null),
            (update.State, update.RagAccepted, update.RagChangedReason, update.ReviewedAt, update.ReviewedByUserId));
        var again = await accepted.SubmitAsync("#undo");
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.NotNull(undone.Document.QuerySelector("#accept"));
    }

    [Fact]
    public async Task Undo_ProjectChangedSince_IsRefusedAndChangesNothing()
    {
        var (here, plan, updates) = await MakeAsync();
        var lead = portal.ClientFor(here.Lead);
        await (await lead.GetPageAsync($"/{here.Slug}/updates/{updates[0]}/review")).SubmitAsync("#accept");
        var accepted = (await lead.GetPageAsync($"/{here.Slug}/updates/{updates[0]}/review")).ShouldBeOk();
        await portal.Data.InTenantAsync(
            here.Id, async d => (await d.Projects.FirstAsync(p => p.Id == plan.ProjectIds[0])).Rag = "off-track");

        var refused = await accepted.SubmitAsync("#undo");

        Assert.Equal(["The acceptance cannot be undone. The project has been changed since."], refused.Errors);
        Assert.Equal(UpdateState.Accepted,
            await portal.Data.InTenantAsync(here.Id, async d => (await d.ProgressUpdates.FirstAsync(u => u.Id == updates[0])).State));
    }

    [Fact]
    public async Task Undo_DeadlineChangeRecorded_IsRefusedBecauseItIsKept()
    {
        var (here, _, updates) = await MakeAsync("31 December 2031", "Clinics paused");
        var lead = portal.ClientFor(here.Lead);
        await (await lead.GetPageAsync($"/{here.Slug}/updates/{updates[0]}/review")).SubmitAsync("#accept");
        var accepted = (await lead.GetPageAsync($"/{here.Slug}/updates/{updates[0]}/review")).ShouldBeOk();

        var refused = await accepted.SubmitAsync("#undo");

        Assert.Equal(["The acceptance cannot be undone. It recorded a deadline change, which cannot be deleted."], refused.Errors);
        Assert.Equal(1, await portal.Data.InTenantAsync(here.Id, d => d.DeadlineSlips.CountAsync()));
    }

    [Fact]
    public async Task Undo_AfterSubmission_IsRefused()
    {
        var (here, plan, updates) = await MakeAsync();
        var lead = portal.ClientFor(here.Lead);
        await (await lead.GetPageAsync($"/{here.Slug}/updates/{updates[0]}/review")).SubmitAsync("#accept");
        var accepted = (await lead.GetPageAsync($"/{here.Slug}/updates/{updates[0]}/review")).ShouldBeOk();
        await portal.Data.MovePeriodAsync(here, plan.PeriodId, PeriodState.WithLead, PeriodState.Submitted);

        var refused = await accepted.SubmitAsync("#undo");

        Assert.Contains("is with the chief officers", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_ByAContributor_IsForbidden()
    {
        var (here, _, updates) = await MakeAsync();
        var lead = portal.ClientFor(here.Lead);
        await (await lead.GetPageAsync($"/{here.Slug}/updates/{updates[0]}/review")).SubmitAsync("#accept");
        var form = await portal.ClientFor(here.Contributor).GetPageAsync($"/{here.Slug}/updates/mine");

        var refused = await form.SubmitToAsync("form.p-update", $"/{here.Slug}/updates/{updates[0]}/undo");

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    /// <summary>What an acceptance changes of the first project.</summary>
    private Task<string> PlanAsync(TestPartnership here, TestPlan plan) => portal.Data.InTenantAsync(here.Id, async d =>
    {
        var project = await d.Projects.AsNoTracking().Include(p => p.Slips).FirstAsync(p => p.Id == plan.ProjectIds[0]);
        return $"{project.Rag} {project.RagAcceptedAt} {project.Status} {project.StatusReason} {project.Forecast.Text} {project.Deadline.Text} {project.Slips.Count}";
    });

    /// <summary>Three items that are not due for years, each with an update to review, and a fourth without one.</summary>
    private async Task<(TestPartnership Here, TestPlan Plan, List<Guid> Updates)> MakeAsync(string? forecast = null, string? why = null)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here, 4);
        await portal.Data.InTenantAsync(here.Id, async d =>
        {
            var projects = await d.Projects.ToListAsync();
            projects.ForEach(p => (p.Deadline, p.Status) = (DeadlineParser.Parse("31 December 2030"), ProjectStatus.InProgress));
            return projects.Count;
        });
        var updates = new List<Guid>();
        foreach (var project in plan.ProjectIds.Take(3))
        {
            updates.Add(await portal.Data.CreateUpdateAsync(here, plan, project, UpdateState.Submitted, change: u =>
                (u.Status, u.Forecast, u.SlipReason) = (
                    ProjectStatus.InProgress, forecast is null ? Deadline.None : DeadlineParser.Parse(forecast), why)));
        }

        return (here, plan, updates);
    }
}
