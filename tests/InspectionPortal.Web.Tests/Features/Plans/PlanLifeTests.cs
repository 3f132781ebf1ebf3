using System.Net;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>A plan from draft to closed, and into the plan that follows.</summary>
public sealed class PlanLifeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Agree_SubmittedAndApproved_FreezesTheFirstVersionAndTheQuarterMakesItActive()
    {
        var (here, plan) = await MakeAsync(PlanState.Draft, withPeriod: false);
        var client = portal.ClientFor(here.Lead);
        var start = (await client.GetPageAsync($"{here.PlanPath}/agree")).ShouldBeOk();
        Assert.Contains("The plan has 2 projects. Each has a lead. Each has a deadline.", start.Text, StringComparison.Ordinal);

        var prepare = await start.SubmitAsync("main form");
        var steps = new QuarterSteps(portal, here, plan, Guid.Parse(prepare.Location!.Split('/')[^2]));
        (await client.GetPageAsync(prepare.Location!)).ShouldBeOk();
        Assert.Equal(prepare.Location, (await start.SubmitAsync("main form")).Location);
        Assert.Contains("Submit the plan to the chief officers", (await client.GetPageAsync($"/{here.Slug}")).Text,
            StringComparison.Ordinal);
        var preview = (await client.GetPageAsync($"{steps.Report}/submit")).ShouldBeOk();
        Assert.Contains("2 projects, 2 with a lead and 2 with a deadline.", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No update received", preview.Text, StringComparison.Ordinal);
        await steps.SubmitAsync();
        Assert.Contains("Check and agree the plan", (await portal.ClientFor(here.Chief).GetPageAsync($"/{here.Slug}")).Text,
            StringComparison.Ordinal);
        await steps.ApproveAsync(here.Chief);

        Assert.Equal(PlanState.Agreed, await StateAsync(here, plan));
        Assert.Equal("Plan as first agreed", (await steps.PublishedAsync())!.Title);
        Assert.Contains($"/{here.Slug}/reports/{steps.PeriodId}", (await client.GetPageAsync(here.PlanPath)).ShouldBeOk().Html,
            StringComparison.Ordinal);
        Assert.Contains(
            "The plan as first agreed is the plan that the chief officers agreed on",
            (await client.GetPageAsync($"/{here.Slug}/reports/compare?from=plan&to={steps.PeriodId}")).ShouldBeOk().Text,
            StringComparison.Ordinal);
        var period = (await client.GetPageAsync($"/{here.Slug}/periods/new")).ShouldBeOk();
        await period.SubmitAsync("main form", ("PlanId", $"{plan.Id}"), ("Title", "First quarter"), ("From", "1 July 2020"),
            ("To", "30 September 2020"), ("OpensOn", "1 October 2020"), ("DueOn", "30 October 2020"));
        Assert.Equal(PlanState.Active, await StateAsync(here, plan));
        Assert.Contains("already agreed", (await OtherStartAsync(here, "agree", steps.PeriodId)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agree_ReturnedOrDiscarded_LeavesTheDraft()
    {
        var (here, plan) = await MakeAsync(PlanState.Draft, withPeriod: false);
        var client = portal.ClientFor(here.Lead);
        var first = await (await client.GetPageAsync($"{here.PlanPath}/agree")).SubmitAsync("main form");
        var discarded = new QuarterSteps(portal, here, plan, Guid.Parse(first.Location!.Split('/')[^2]));
        Assert.Equal(here.PlanPath, (await discarded.PostAsync(client, "discard")).Location);
        Assert.Equal(0, await portal.Data.InTenantAsync(here.Id, database => database.ReportingPeriods.CountAsync()));

        var second = await (await client.GetPageAsync($"{here.PlanPath}/agree")).SubmitAsync("main form:not(.p-done__undo)");
        var steps = new QuarterSteps(portal, here, plan, Guid.Parse(second.Location!.Split('/')[^2]));
        await steps.SubmitAsync();
        await steps.ReturnAsync(here.Chief);

        Assert.Equal((PlanState.Draft, PeriodState.WithLead), (await StateAsync(here, plan), await steps.StateAsync()));
        Assert.NotEqual(here.PlanPath, (await steps.PostAsync(client, "discard")).Location);
        Assert.Equal(PeriodState.WithLead, await steps.StateAsync());
        await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/periods/{steps.PeriodId}/close");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{here.Slug}/periods/{steps.PeriodId}/close")).Status);
    }

    [Fact]
    public async Task Close_WhileAQuarterIsNotApproved_IsRefusedAtTheStartAndAtSubmission()
    {
        var (here, plan) = await MakeAsync(PlanState.Active, withPeriod: true);
        var client = portal.ClientFor(here.Lead);
        var refused = (await client.GetPageAsync($"{here.PlanPath}/close")).ShouldBeOk();
        Assert.Contains("July to September 2020 must be approved before the plan can be closed.", refused.Text, StringComparison.Ordinal);
        Assert.Null(refused.Document.QuerySelector("main form"));

        await portal.Data.InTenantAsync(here.Id, async database => database.Remove(await database.ReportingPeriods.SingleAsync()));
        var started = await (await client.GetPageAsync($"{here.PlanPath}/close")).SubmitAsync("main form");
        var steps = new QuarterSteps(portal, here, plan, Guid.Parse(started.Location!.Split('/')[^2]));
        await portal.Data.InTenantAsync(here.Id, database =>
            Task.FromResult(database.Add(new ReportingPeriod { PlanId = plan.Id, Title = "Late quarter" }).Entity.Id));
        var answer = await steps.SubmitAsync();

        Assert.Contains("Late quarter must be approved before the plan can be closed.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(PeriodState.WithLead, await steps.StateAsync());
    }

    [Fact]
    public async Task Lists_OfAPlanWithoutQuarters_PromiseNoneAndShowNoDayOnWhichUpdatesAreDue()
    {
        var (here, plan, steps) = await CloseAsync();
        var client = portal.ClientFor(here.Lead);
        Assert.Equal(0, await portal.Data.InTenantAsync(here.Id, d => d.ReportingPeriods.CountAsync(p => p.Kind == PeriodKind.Quarter)));

        var reports = (await client.GetPageAsync($"/{here.Slug}/reports")).ShouldBeOk();
        Assert.Equal($"/{here.Slug}/reports/{steps.PeriodId}", reports.Find("tbody th a").GetAttribute("href"));
        Assert.Null(reports.Document.QuerySelector("td[data-label='Updates due']"));

        var running = await portal.Data.CreatePlanAsync(here, projects: 1);
        var plans = (await client.GetPageAsync($"/{here.Slug}/plans")).ShouldBeOk();
        Assert.Equal("No quarters", plans.Document.QuerySelectorAll("td[data-label='Reporting']")[^1].TextContent.Trim());
        var both = (await client.GetPageAsync($"/{here.Slug}/reports")).ShouldBeOk();
        Assert.Single(both.Document.QuerySelectorAll("td[data-label='Updates due']"));

        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        await portal.Data.GrantAsync(here, running, officer.BodyId, GrantScope.LivePlan);
        var granted = (await portal.ClientFor(officer.Person).GetPageAsync($"/{here.Slug}/plans")).ShouldBeOk();
        Assert.Equal(
            ["No approved quarter yet", "No approved quarters"],
            granted.Document.QuerySelectorAll("td[data-label='Reporting']").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task Close_Approved_SaysWhatBecameOfEachProjectAndNothingChangesAfterwards()
    {
        var (here, plan, steps) = await CloseAsync();
        var client = portal.ClientFor(here.Lead);

        var report = (await client.GetPageAsync(steps.Report)).ShouldBeOk();
        Assert.Contains("Of 3 projects, 1 done without complete evidence, 1 stopped and 1 not finished.", report.Text,
            StringComparison.Ordinal);
        Assert.Contains("The service moved", report.Find("#outcome").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(PlanState.Closed, await StateAsync(here, plan));
        var page = (await client.GetPageAsync(here.PlanPath)).ShouldBeOk();
        Assert.Contains("Nothing in it can be changed.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/edit", page.Find("main").InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("/edit", (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}"))
            .ShouldBeOk().Find("main").InnerHtml, StringComparison.Ordinal);
        foreach (var (path, fields) in new (string, (string, string?)[])[]
        {
            ($"/{here.Slug}/aims/{plan.AimId}/edit", [("Statement", "Changed")]), ($"{here.PlanPath}/edit", [("Title", "Changed")]),
            ($"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit", [("Title", "Changed")]),
                ($"{here.PlanPath}/aims/new", [("Number", "9"), ("Statement", "Changed")]),
            ($"/{here.Slug}/projects/{plan.ProjectIds[0]}/sub-actions/new", [("Text", "Changed")]),
        })
        {
            var answer = await (await client.GetPageAsync(path)).ShouldBeOk().SubmitAsync("form.p-form", fields);
            Assert.Equal((path, HttpStatusCode.Conflict), (path, answer.Status));
            Assert.Contains("This plan is closed", answer.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Changed", (await client.GetPageAsync(here.PlanPath)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{plan.Id}", (await client.GetPageAsync($"/{here.Slug}/periods/new")).Html, StringComparison.Ordinal);
        (await client.GetPageAsync($"/{here.Slug}")).ShouldBeOk();
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports);
        Assert.Contains("What became of the plan", (await portal.ClientFor(officer.Person).GetPageAsync(steps.Report)).ShouldBeOk().Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task CarryOver_Twice_AddsWhatIsNotThereAndBothSidesSaySo()
    {
        var (here, plan, _) = await CloseAsync();
        var client = portal.ClientFor(here.Lead);
        var form = (await client.GetPageAsync($"{here.PlanPath}/carry-over")).ShouldBeOk();
        Assert.Equal([$"{plan.ProjectIds[0]}"], form.Document.QuerySelectorAll("input[name=ProjectIds][checked]")
            .Select(i => i.GetAttribute("value")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SubmitAsync("form.p-form")).Status);
        var saved = await form.SubmitAsync("form.p-form", ("Title", "The next plan"));
        var target = Guid.Parse(saved.Location![^36..]);
        Assert.Equal(saved.Location, (await form.SubmitAsync("form.p-form", ("Title", "The next plan"))).Location);
        var more = (await client.GetPageAsync($"{here.PlanPath}/carry-over")).ShouldBeOk();
        await more.SubmitAsync("form.p-form", ("ProjectIds", $"{plan.ProjectIds[1]}"));

        var copies = await portal.Data.InTenantAsync(here.Id, database => database.Projects.AsNoTracking().AsSplitQuery()
            .Include(p => p.Leads).Include(p => p.Answers).Include(p => p.SubActions).Where(p => p.PlanId == target)
                .OrderBy(p => p.Position).ToListAsync());
        Assert.Equal([plan.ProjectIds[0], plan.ProjectIds[1]], copies.Select(c => c.PredecessorId!.Value));
        Assert.Equal((1, 1, 1), (copies[0].Leads.Count, copies[0].Answers.Count, copies[0].SubActions.Count));
        Assert.Equal(ProjectStatus.NotStarted, copies[1].Status);
        Assert.Equal(1, await portal.Data.InTenantAsync(here.Id, database => database.StretchAims.CountAsync(a => a.PlanId == target)));
        var next = (await client.GetPageAsync($"/{here.Slug}/projects/{copies[0].Id}")).ShouldBeOk();
        Assert.Contains($"Carried over from 1.1 in Plan {here.Canary}.", next.Text, StringComparison.Ordinal);
        Assert.Contains($"Measure 1 {here.Canary}", next.Text, StringComparison.Ordinal);
        Assert.Contains("It goes on as 1.1 in The next plan.",
            (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}")).Text, StringComparison.Ordinal);
        Assert.Contains("It goes on in The next plan.", (await client.GetPageAsync(here.PlanPath)).Text, StringComparison.Ordinal);
        Assert.Contains($"It follows Plan {here.Canary}.", (await client.GetPageAsync($"/{here.Slug}/plans/{target}")).Text,
            StringComparison.Ordinal);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        Assert.DoesNotContain("The next plan", (await portal.ClientFor(officer.Person)
            .GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}")).ShouldBeOk().Html, StringComparison.Ordinal);
    }

    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync(PlanState state, bool withPeriod, int projects = 2)
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.Quorum = 1);
        var plan = await portal.Data.CreatePlanAsync(here, projects);
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            if (!withPeriod)
            {
                database.RemoveRange(await database.ReportingPeriods.ToListAsync());
            }

            return database.Entry(await database.Plans.SingleAsync(p => p.Id == plan.Id)).Property(p => p.State).CurrentValue = state;
        });
        return (here, plan);
    }

    /// <summary>A closed plan of three projects: one in progress, one done without evidence, one stopped.</summary>
    private async Task<(TestPartnership Here, TestPlan Plan, QuarterSteps Steps)> CloseAsync()
    {
        var (here, plan) = await MakeAsync(PlanState.Active, withPeriod: false, projects: 3);
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[1])).Status = ProjectStatus.DoneAwaitingEvidence;
            var stopped = await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[2]);
            (stopped.Status, stopped.StatusReason) = (ProjectStatus.Stopped, "The service moved");
            return true;
        });
        var start = (await portal.ClientFor(here.Lead).GetPageAsync($"{here.PlanPath}/close")).ShouldBeOk();
        Assert.Contains("1 of 3 projects is not finished", start.Text, StringComparison.Ordinal);
        var started = await start.SubmitAsync("main form");
        var steps = new QuarterSteps(portal, here, plan, Guid.Parse(started.Location!.Split('/')[^2]));
        await steps.SubmitAsync();
        await steps.ApproveAsync(here.Chief);
        return (here, plan, steps);
    }

    private async Task<TestPage> OtherStartAsync(TestPartnership here, string act, Guid period)
    {
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            var plan = new Plan { Title = "Other" };
            plan.Become(PlanState.Active, new DateOnly(2020, 1, 1));
            database.Add(plan);
            here.PlanId = plan.Id;
            return await database.ReportingPeriods.AnyAsync(p => p.Id == period);
        });
        return (await portal.ClientFor(here.Lead).GetPageAsync($"{here.PlanPath}/{act}")).ShouldBeOk();
    }

    private Task<PlanState> StateAsync(TestPartnership here, TestPlan plan) =>
        portal.Data.InTenantAsync(here.Id, database => database.Plans.Where(p => p.Id == plan.Id).Select(p => p.State).SingleAsync());
}
