using System.Net;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Projects;

public sealed class EditProjectTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-form";

    [Fact]
    public async Task Post_StaleVersion_ShowsBothTexts()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var mine = await client.GetPageAsync(Edit(tenant, plan));
        var theirs = await client.GetPageAsync(Edit(tenant, plan));
        await theirs.SubmitAsync(Form, ("Title", "Their title"), ("Impact", "Their <impact>"));

        var conflict = await mine.SubmitAsync(Form, ("Title", "My title"), ("Impact", "My impact"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var both = conflict.Document.QuerySelectorAll(".p-both").Select(b => b.TextContent).ToList();
        Assert.Contains(both, b => b.Contains("Their title", StringComparison.Ordinal) && b.Contains("My title", StringComparison.Ordinal));
        Assert.Contains(both, b => b.Contains("Their <impact>", StringComparison.Ordinal) && b.Contains("My impact", StringComparison.Ordinal));
        Assert.Equal(2, both.Count);
        Assert.Equal("My title", conflict.Find("[name=Title]").GetAttribute("value"));
        Assert.Equal("Their title", (await ProjectAsync(tenant, plan)).Title);

        var decided = await conflict.SubmitAsync(Form);
        Assert.Equal(HttpStatusCode.Redirect, decided.Status);
        Assert.Equal("My title", (await ProjectAsync(tenant, plan)).Title);
    }

    [Fact]
    public async Task Post_StaleVersionAndOtherDeadline_IsAConflictAndNoSlip()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var mine = await client.GetPageAsync(Edit(tenant, plan));
        var theirs = await client.GetPageAsync(Edit(tenant, plan));
        await theirs.SubmitAsync(Form, ("Deadline", "Dec 2020"), ("SlipReason", "Staff left"));

        var conflict = await mine.SubmitAsync(Form, ("Title", "Mine"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Single((await ProjectAsync(tenant, plan)).Slips);
    }

    [Fact]
    public async Task Post_DeadlineChangedWithoutReason_AsksForIt()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(Edit(tenant, plan));

        var answer = await page.SubmitAsync(Form, ("Deadline", "31 December 2020"), ("Title", "Not saved"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("30 September 2020", answer.Find("#SlipReason-error").TextContent, StringComparison.Ordinal);
        var project = await ProjectAsync(tenant, plan);
        Assert.Equal("30 September 2020", project.Deadline.Text);
        Assert.DoesNotContain("Not saved", project.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_DeadlineChangedTwice_KeepsTheOriginalAndEverySlip()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        foreach (var (words, reason) in new[] { ("Dec 2020", "Staff left"), ("Ongoing", "No end in sight") })
        {
            var page = await client.GetPageAsync(Edit(tenant, plan));
            var saved = await page.SubmitAsync(Form, ("Deadline", words), ("SlipReason", reason));
            Assert.Equal(HttpStatusCode.Redirect, saved.Status);
            Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Form, ("Deadline", words), ("SlipReason", reason))).Status);
        }

        var slips = (await ProjectAsync(tenant, plan)).Slips.OrderBy(s => s.At).ToList();
        Assert.Equal(["30 September 2020", "Dec 2020"], slips.Select(s => s.From.Text));
        Assert.Equal(["Dec 2020", "Ongoing"], slips.Select(s => s.To.Text));
        Assert.Equal(["Staff left", "No end in sight"], slips.Select(s => s.Reason));
        Assert.All(slips, s => Assert.Equal(tenant.Lead.Id, s.ByUserId));
        Assert.All(slips, s => Assert.InRange(s.At, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow));
    }

    [Fact]
    public async Task Post_FirstDeadline_IsNoSlipAndSaysWhatWasUnderstood()
    {
        var (tenant, plan) = await ArrangeAsync();
        await portal.Data.InTenantAsync(tenant.Id, async database =>
            (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0])).Deadline = Deadline.None);
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(Edit(tenant, plan));
        Assert.Null(page.Document.QuerySelector("#SlipReason"));

        var saved = await client.FollowAsync(await page.SubmitAsync(Form, ("Deadline", "Sept 2021")));

        Assert.Contains("understood as due by 30 September 2021", saved.Text, StringComparison.Ordinal);
        Assert.Empty((await ProjectAsync(tenant, plan)).Slips);
    }

    [Fact]
    public async Task Post_DoneAndEvidenced_NeedsEvidence()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(Edit(tenant, plan));

        var refused = await page.SubmitAsync(Form, ("Status", "DoneAndEvidenced"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Add evidence", refused.Find("#Status-error").TextContent, StringComparison.Ordinal);

        await portal.Data.CreateNoteAsync(tenant, plan.ProjectIds[0], "Proof", released: false);
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Form, ("Status", "DoneAndEvidenced"))).Status);
        Assert.Equal(ProjectStatus.DoneAndEvidenced, (await ProjectAsync(tenant, plan)).Status);
    }

    [Theory]
    [InlineData("update")]
    [InlineData("sub-action")]
    [InlineData("measure")]
    public async Task Post_DoneAndEvidenced_CountsEvidenceOfItsParts(string part)
    {
        var (tenant, plan) = await ArrangeAsync();
        var project = plan.ProjectIds[0];
        var update = await portal.Data.CreateUpdateToReadAsync(tenant, plan, project, UpdateState.Draft, "Done");
        var item = await portal.Data.CreateNoteAsync(tenant, plan.ProjectIds[1], "Proof", released: false);
        await portal.Data.InTenantAsync(tenant.Id, async database =>
        {
            var link = await database.EvidenceLinks.SingleAsync(l => l.ItemId == item);
            var subAction = new SubAction { ProjectId = project, Text = "A part of it" };
            var measure = new Measure { PlanId = plan.Id, ProjectId = project, Title = "A measure of it" };
            database.AddRange(subAction, measure);
            link.ProjectId = null;
            _ = part switch
            {
                "update" => link.UpdateId = update,
                "sub-action" => link.SubActionId = subAction.Id,
                _ => link.MeasureId = measure.Id,
            };
            return true;
        });
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(Edit(tenant, plan));

        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Form, ("Status", "DoneAndEvidenced"))).Status);
        Assert.Equal(ProjectStatus.DoneAndEvidenced, (await ProjectAsync(tenant, plan)).Status);
    }

    [Fact]
    public async Task Post_Leads_AreKeptInOrderAndKind()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(Edit(tenant, plan));

        await page.SubmitAsync(
            Form, ("Leads[0].Kind", "With"), ("NewLeads", $"Head of Care\nPost {tenant.Canary}\nhead of care"), ("NewLeadsKind", "InConsultationWith"));
        var leads = (await ProjectAsync(tenant, plan)).Leads.OrderBy(l => l.Position).ToList();

        Assert.Equal([LeadKind.With, LeadKind.InConsultationWith], leads.Select(l => l.Kind));
        Assert.Equal([$"Post {tenant.Canary}", "Head of Care"], leads.Select(l => l.LeadResponsibility!.Name));
    }

    [Fact]
    public async Task Post_LeadTakenOff_MovesTheVersion()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(Edit(tenant, plan));
        var other = await client.GetPageAsync(Edit(tenant, plan));

        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Form, ("Leads[0].ResponsibilityId", ""))).Status);

        Assert.Empty((await ProjectAsync(tenant, plan)).Leads);
        Assert.Equal(HttpStatusCode.Conflict, (await other.SubmitAsync(Form, ("Title", "Late"))).Status);
    }

    [Fact]
    public async Task Post_SameResponsibilityTwice_IsRefusedBesideTheSecond()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(Edit(tenant, plan));

        var answer = await page.SubmitAsync(Form, ("Leads[1].ResponsibilityId", plan.ResponsibilityId.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("once", answer.Find("#Leads_1__ResponsibilityId-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NumberTaken_SaysSo()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(Edit(tenant, plan));

        var answer = await page.SubmitAsync(Form, ("Number", "1.2"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("1.2 is already used", answer.Find("#Number-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Html_IsKeptAsText()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(Edit(tenant, plan));
        await page.SubmitAsync(Form, ("Title", "<b>Bold</b> & sure"));

        var again = await client.GetPageAsync(Edit(tenant, plan));

        Assert.Equal("<b>Bold</b> & sure", (await ProjectAsync(tenant, plan)).Title);
        Assert.DoesNotContain("<b>Bold", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FieldsThatTheFormDoesNotHave_ChangeNothing()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(Edit(tenant, plan));

        await page.SubmitAsync(Form, ("Rag", "on-track"), ("Id", plan.ProjectIds[1].ToString()), ("TenantId", "1"), ("Position", "99"), ("Title", "Only this"));

        var project = await ProjectAsync(tenant, plan);
        Assert.Equal(("Only this", null, 1), (project.Title, project.Rag, project.Position));
    }

    [Fact]
    public async Task Post_AddAtTheSameInstantTwice_MakesOne()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync($"{tenant.PlanPath}/projects/new?driver={plan.DriverId}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.SubmitAsync(Form, ("Number", "7"), ("Title", "Once"))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
        Assert.Equal(1, await portal.Data.InTenantAsync(tenant.Id, database => database.Projects.CountAsync(p => p.Title == "Once")));
    }

    [Fact]
    public async Task Post_MoreLeads_AddsARowAndSavesNothing()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(Edit(tenant, plan));

        var more = await page.SubmitAsync(Form, ("More", "leads"), ("Title", ""), ("Leads[1].ResponsibilityId", plan.ResponsibilityId.ToString()));

        Assert.Equal(HttpStatusCode.OK, more.Status);
        Assert.NotNull(more.Document.QuerySelector("[name='Leads[2].ResponsibilityId']"));
        Assert.Empty(more.Errors);
        Assert.Single((await ProjectAsync(tenant, plan)).Leads);
    }

    private static string Edit(TestPartnership tenant, TestPlan plan) => $"/{tenant.Slug}/projects/{plan.ProjectIds[0]}/edit";

    private async Task<(TestPartnership Tenant, TestPlan Plan)> ArrangeAsync()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        return (tenant, await portal.Data.CreatePlanAsync(tenant));
    }

    private Task<ImprovementProject> ProjectAsync(TestPartnership tenant, TestPlan plan) => portal.Data.InTenantAsync(
        tenant.Id,
        database => database.Projects.AsNoTracking().Include(p => p.Slips).Include(p => p.Leads).ThenInclude(l => l.LeadResponsibility)
            .SingleAsync(p => p.Id == plan.ProjectIds[0]));
}
