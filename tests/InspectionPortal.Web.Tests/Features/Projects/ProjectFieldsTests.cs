using System.Net;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Projects;

/// <summary>What a partnership's plan holds beside the portal's own fields: asked in its order and words, shown on the project's page.</summary>
public sealed class ProjectFieldsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-form";

    private static readonly PlanLayout Layout = new()
    {
        Columns =
        [
            new(PlanField.Leads, "Accountable Officer(s)*", null, "Who must answer."), new(PlanField.What, "What?"), new(PlanField.Evidence, "Evidence of Progress"),
            new(PlanField.Leadership, "Leadership***"), new(PlanField.Workforce, "Staff and WFD"), new(PlanField.Deadline, "When?"),
        ],
    };

    [Fact]
    public async Task GetForm_WithALayout_AsksInItsOrderUnderItsLabelsAndTheRestAfter()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = (await client.GetPageAsync(Edit(tenant, plan))).ShouldBeOk();
        var labels = page.Document.QuerySelectorAll($"{Form} label, {Form} legend").Select(l => l.TextContent.Trim()).ToList();
        var order = new[] { "Where does it go in the plan?", "Accountable Officer(s)", "What?", "Evidence of Progress", "Leadership", "Staff and WFD", "Financial", "When?", "Number", "What will success look like?" };
        Assert.Equal(order.Select(o => labels.IndexOf(o)).Order(), order.Select(o => labels.IndexOf(o)));
        Assert.DoesNotContain(-1, order.Select(o => labels.IndexOf(o)));
    }

    [Fact]
    public async Task Post_NewFields_AreKeptChangedAndTakenAway()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(Edit(tenant, plan));
        var saved = await page.SubmitAsync(
            Form, ("EvidenceText", "TBA by Mar19"), ("LeadsText", "All team managers"), ("IsChangeIdea", "true"), ("CategoryNotes[0].Text", "N/A"), ("CategoryNotes[1].Text", "See below action"),
            ("Dependencies[0].Words", "actions in section 3"), ("Dependencies[0].On", $"project:{plan.ProjectIds[1]}"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var project = await ProjectAsync(tenant, plan);
        Assert.Equal(("TBA by Mar19", "All team managers", true), (project.EvidenceText, project.LeadsText, project.IsChangeIdea));
        Assert.Equal(
            [(SubActionCategory.Workforce, "See below action"), (SubActionCategory.Leadership, "N/A")], project.CategoryNotes.OrderBy(n => n.Category).Select(n => (n.Category, n.Text)));
        Assert.Equal(("actions in section 3", (Guid?)plan.ProjectIds[1]), project.Dependencies.Select(d => (d.Words, d.OnProjectId)).Single());

        page = await client.GetPageAsync(Edit(tenant, plan));
        await page.SubmitAsync(Form, ("CategoryNotes[0].Text", ""), ("CategoryNotes[1].Text", "none"), ("Dependencies[0].On", $"aim:{plan.AimId}"), ("Dependencies[1].Words", "the new law"));
        project = await ProjectAsync(tenant, plan);
        Assert.Equal("none", project.CategoryNotes.Single().Text);
        Assert.Equal([(plan.AimId, "actions in section 3"), ((Guid?)null, "the new law")], project.Dependencies.OrderBy(d => d.Position).Select(d => (d.OnAimId, d.Words)));

        page = await client.GetPageAsync(Edit(tenant, plan));
        await page.SubmitAsync(Form, ("Dependencies[0].Remove", "true"));
        Assert.Equal("the new law", (await ProjectAsync(tenant, plan)).Dependencies.Single().Words);
    }

    [Fact]
    public async Task Post_DependsOnItself_IsRefused()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync(Edit(tenant, plan));
        var answer = await page.SubmitAsync(Form, ("Dependencies[0].Words", "itself"), ("Dependencies[0].On", $"project:{plan.ProjectIds[0]}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Choose from the list", answer.Errors);
        Assert.Empty((await ProjectAsync(tenant, plan)).Dependencies);
    }

    [Fact]
    public async Task GetPage_ShowsStepsByCategoryNotesDependenciesAndThePlansWords()
    {
        var (tenant, plan) = await ArrangeAsync();
        await portal.Data.InTenantAsync(tenant.Id, async database =>
        {
            var project = await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0]);
            (project.EvidenceText, project.LeadsText, project.IsChangeIdea) = ("Audit by Mar19", "TBA", true);
            database.Add(new SubAction { ProjectId = project.Id, Category = SubActionCategory.Workforce, Text = "Train <b>all</b> staff", OwnersText = "All TMs", Deadline = DeadlineParser.Parse("Sept17") });
            database.Add(new CategoryNote { ProjectId = project.Id, Category = SubActionCategory.Leadership, Text = "Dependent on caseloads" });
            database.Add(new DependsOn { ProjectId = project.Id, Words = "actions in section 1", OnAimId = plan.AimId });
            database.Add(new DependsOn { ProjectId = project.Id, Words = "the new law", Position = 1 });
            database.Add(new DependsOn { ProjectId = plan.ProjectIds[1], Words = "see above", OnProjectId = project.Id });
            return true;
        });
        var officer = await portal.Data.CreateOfficerAsync(tenant, plan, GrantScope.LivePlan);
        foreach (var person in new[] { tenant.Reader, officer.Person })
        {
            portal.Host.Commands.Reset();
            var page = (await portal.ClientFor(person).GetPageAsync($"/{tenant.Slug}/projects/{plan.ProjectIds[0]}")).ShouldBeOk();
            Assert.InRange(portal.Host.Commands.Texts.Count(t => !t.Contains("set_config", StringComparison.Ordinal)), 1, 16);
            var steps = page.Find(".p-steps");
            Assert.Equal(["Leadership", "Staff and WFD", "Other sub-actions"], steps.QuerySelectorAll("h3").Select(h => h.TextContent));
            foreach (var words in new[]
            {
                "Dependent on caseloads", "Train <b>all</b> staff", "Sept17 · All TMs", "Depends on", "actions in section 1", $"1 Aim {tenant.Canary}", "the new law",
                "Other items that depend on it", $"1.2 Project 2 {tenant.Canary}", "see above", "Audit by Mar19", "TBA", "change idea",
            })
            {
                Assert.Contains(words, page.Text, StringComparison.Ordinal);
            }

            var heading = page.Document.QuerySelectorAll("h2").Single(h => h.TextContent == "Evidence of Progress");
            Assert.Equal("Audit by Mar19", heading.NextElementSibling!.TextContent);
        }
    }

    [Fact]
    public async Task SubActionForm_NamesCategoriesAsThePlanDoesAndKeepsOwnersAsWritten()
    {
        var (tenant, plan) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = (await client.GetPageAsync($"/{tenant.Slug}/projects/{plan.ProjectIds[0]}/sub-actions/new")).ShouldBeOk();
        Assert.Equal(["Leadership", "Staff and WFD", "Financial"], page.Document.QuerySelectorAll("#Category option").Select(o => o.TextContent.Trim()).Take(3));
        await page.SubmitAsync(Form, ("Text", "Train"), ("Category", "Workforce"), ("OwnersText", "All TMs"), ("OwnerIds", $"{plan.ResponsibilityId}"));
        var step = await portal.Data.InTenantAsync(tenant.Id, database => database.SubActions.Include(s => s.Owners).SingleAsync(s => s.Text == "Train"));
        Assert.Equal(("All TMs", SubActionCategory.Workforce, plan.ResponsibilityId), (step.OwnersText, step.Category, step.Owners.Single().LeadResponsibilityId));
    }

    private static string Edit(TestPartnership tenant, TestPlan plan) => $"/{tenant.Slug}/projects/{plan.ProjectIds[0]}/edit";

    private async Task<(TestPartnership Tenant, TestPlan Plan)> ArrangeAsync()
    {
        var tenant = await portal.Data.CreatePartnershipAsync(p => p.Layout = Layout);
        var plan = await portal.Data.CreatePlanAsync(tenant);
        await portal.Data.InTenantAsync(tenant.Id, async database =>
        {
            database.RemoveRange(await database.CategoryNotes.ToListAsync());
            database.RemoveRange(await database.DependsOn.ToListAsync());
            return true;
        });
        return (tenant, plan);
    }

    private Task<ImprovementProject> ProjectAsync(TestPartnership tenant, TestPlan plan) => portal.Data.InTenantAsync(tenant.Id, database =>
        database.Projects.AsNoTracking().Include(p => p.CategoryNotes).Include(p => p.Dependencies).SingleAsync(p => p.Id == plan.ProjectIds[0]));
}
