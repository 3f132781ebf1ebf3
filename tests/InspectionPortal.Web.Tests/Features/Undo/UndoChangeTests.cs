using System.Net;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Tests.Features.Undo;

public sealed class UndoChangeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-form";
    private const string Undo = ".p-done form";

    /// <summary>Small and long forms: the page, what is typed, and the value that must be as before.</summary>
    public static TheoryData<string, string, string> Edits { get; } = new()
    {
        { "projects/{project}/edit/status", "Status", "NotStarted" },
        { "projects/{project}/edit/leads", "NewLeads", "Head of Care" },
        { "projects/{project}/edit/text?field=Impact", "Text", "Other" },
        { "projects/{project}/edit", "Title", "Other title" },
        { "projects/{project}/stop", "Reason", "No money" },
        { "sub-actions/{step}/edit", "Text", "Other text" },
        { "aims/{aim}/edit", "Statement", "Other statement" },
        { "drivers/{driver}/edit", "Text", "Other driver" },
        { "targets/{target}/edit", "Value", "75" },
        { "plans/{plan}/edit", "Title", "Other plan" },
        { "tests-of-change/{test}/edit", "Learnt", "Other" },
        { "measures/{measure}/edit", "Title", "Other measure" },
        { "recommendations/{recommendation}/edit", "Text", "Other recommendation" },
        { "inspections/{inspection}/edit", "Title", "Other inspection" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Post_AfterAnEdit_GivesBackWhatWasThere(string path, string field, string value)
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var before = await StateAsync(here);
        var saved = await SaveAsync(client, here, plan, path, (field, value));
        Assert.NotEqual(before, await StateAsync(here));

        var undone = await saved.SubmitAsync(Undo);

        Assert.Equal(HttpStatusCode.Redirect, undone.Status);
        Assert.Contains("Undone. It is as it was before your change", (await client.FollowAsync(undone)).Text, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync(here));
        Assert.Equal(HttpStatusCode.Redirect, (await saved.SubmitAsync(Undo)).Status);
        Assert.Equal(before, await StateAsync(here));
    }

    [Theory]
    [InlineData("sub-actions/{step}/edit")]
    [InlineData("targets/{target}/edit")]
    [InlineData("aims/{empty}/edit")]
    [InlineData("tests-of-change/{test}/edit")]
    [InlineData("measures/{bare}/edit")]
    [InlineData("figures/{figure}/edit")]
    public async Task Post_AfterARemoval_GivesBackTheSameThing(string path)
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            database.Add(new Measure { PlanId = plan.Id, AimId = plan.AimId, Title = "No figures yet" });
            var step = await database.SubActions.FirstAsync(s => s.ProjectId == plan.ProjectIds[0]);
            database.Add(new SubActionOwner { SubActionId = step.Id, LeadResponsibilityId = plan.ResponsibilityId });
            step.Deadline = DeadlineParser.Parse("50% by June 2021, 100% by Dec 2021");
            database.Add(new StretchAim
            {
                PlanId = plan.Id,
                Number = "9",
                Position = 9,
                Statement = "Empty",
                KeyOutcomes = ["One", "Two"],
            });
            return true;
        });
        var before = await StateAsync(here);
        var form = (await client.GetPageAsync($"/{here.Slug}/{await FillAsync(here, plan, path)}")).ShouldBeOk();
        var removed = await client.FollowAsync(await form.SubmitAsync("form#remove"));
        Assert.NotEqual(before, await StateAsync(here));

        var undone = await removed.SubmitAsync(Undo);

        Assert.Equal(HttpStatusCode.Redirect, undone.Status);
        Assert.Equal(before, await StateAsync(here));
    }

    [Fact]
    public async Task Post_AfterAnArrow_PutsTheItemBack()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var before = await StateAsync(here);
        var page = (await client.GetPageAsync($"{here.PlanPath}/arrange")).ShouldBeOk();
        var arrow = page.Find($"button[name=Move][value^='project:{plan.ProjectIds[0]}']");
        var moved = await client.FollowAsync(await page.SubmitAsync("main form", ("Move", arrow.GetAttribute("value"))));
        Assert.NotEqual(before, await StateAsync(here));

        await moved.SubmitAsync(Undo);

        Assert.Equal(before, await StateAsync(here));
    }

    [Fact]
    public async Task Post_SomebodyChangedItSince_IsRefusedAndSaysSo()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var saved = await SaveAsync(client, here, plan, "projects/{project}/edit/status", ("Status", "NotStarted"));
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0])).Status = ProjectStatus.DoneAwaitingEvidence;
            return true;
        });

        var refused = await saved.SubmitAsync(Undo);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("This cannot be undone. The project has been changed since", refused.Text, StringComparison.Ordinal);
        Assert.Equal(ProjectStatus.DoneAwaitingEvidence, (await ProjectAsync(here, plan)).Status);
    }

    [Fact]
    public async Task Post_SomebodyChangedSomethingElseSince_IsUndoneAndKeepsThat()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var saved = await SaveAsync(client, here, plan, "projects/{project}/edit/status", ("Status", "NotStarted"));
        await SaveAsync(client, here, plan, "projects/{project}/edit/text?field=Impact", ("Text", "Kept"));

        await saved.SubmitAsync(Undo);

        Assert.Equal((ProjectStatus.InProgress, "Kept"),
            ((await ProjectAsync(here, plan)).Status, (await ProjectAsync(here, plan)).Impact));
    }

    [Fact]
    public async Task Post_AfterTenMinutes_IsRefused()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var saved = await SaveAsync(client, here, plan, "projects/{project}/edit/status", ("Status", "NotStarted"));
        await AgeAsync(here);

        var refused = await saved.SubmitAsync(Undo);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("You can undo a change for 10 minutes", refused.Text, StringComparison.Ordinal);
        Assert.Equal(ProjectStatus.NotStarted, (await ProjectAsync(here, plan)).Status);
    }

    [Fact]
    public async Task Post_BySomebodyElse_IsNotThere()
    {
        var (here, plan) = await MakeAsync();
        var saved = await SaveAsync(portal.ClientFor(here.Lead), here, plan, "projects/{project}/edit/status", ("Status", "NotStarted"));
        var address = saved.Find(Undo).GetAttribute("action")!;
        await portal.Data.AddRoleAsync(here, here.Chief, PartnershipRole.PartnershipLead);
        var other = portal.ClientFor(here.Chief);
        var page = await other.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit/status");

        Assert.Equal(HttpStatusCode.NotFound, (await page.SubmitToAsync(Form, address)).Status);
        Assert.Equal(ProjectStatus.NotStarted, (await ProjectAsync(here, plan)).Status);
    }

    [Fact]
    public async Task Post_DeadlineInForceChanged_OffersNoUndoAndSaysWhy()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var saved = await SaveAsync(client, here, plan, "projects/{project}/edit/deadline", ("Deadline", "Dec 2020"),
            ("SlipReason", "Late post"));

        Assert.Empty(saved.Document.QuerySelectorAll(Undo));
        Assert.Contains("The old deadline and the reason are kept", saved.Text, StringComparison.Ordinal);
        var entry = await portal.Data.InTenantAsync(here.Id, database =>
            database.AuditEntries.Where(e => e.Command == "EditProjectDeadline").Select(e => e.Id).FirstAsync());
        var form = await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit/status");
        var refused = await form.SubmitToAsync(Form, $"/{here.Slug}/undo/{entry}");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("It recorded a deadline change, which cannot be deleted", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Dec 2020", (await ProjectAsync(here, plan)).Deadline.Text);
    }

    [Fact]
    public async Task Post_EvidenceWithdrawnSince_IsRefused()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var note = await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Proof", released: false);
        await SaveAsync(client, here, plan, "projects/{project}/edit/status", ("Status", "DoneAndEvidenced"));
        var saved = await SaveAsync(client, here, plan, "projects/{project}/edit/status", ("Status", "InProgress"));
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            database.RemoveRange(await database.EvidenceLinks.Where(l => l.ItemId == note).ToListAsync());
            return true;
        });

        var refused = await saved.SubmitAsync(Undo);

        Assert.Contains("it has no evidence any more", refused.Text, StringComparison.Ordinal);
        Assert.Equal(ProjectStatus.InProgress, (await ProjectAsync(here, plan)).Status);
    }

    [Fact]
    public async Task Post_NewResponsibilityInUseSince_IsRefused()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var saved = await SaveAsync(client, here, plan, "projects/{project}/edit/leads", ("NewLeads", "Head of Care"));
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            var post = await database.LeadResponsibilities.SingleAsync(r => r.Name == "Head of Care");
            database.Add(new ProjectLead { ProjectId = plan.ProjectIds[1], LeadResponsibilityId = post.Id });
            return true;
        });

        var refused = await saved.SubmitAsync(Undo);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("depends on it", refused.Text, StringComparison.Ordinal);
        Assert.Equal(2, await portal.Data.InTenantAsync(here.Id, database =>
            database.ProjectLeads.CountAsync(l => l.ProjectId == plan.ProjectIds[0])));
    }

    [Fact]
    public async Task Post_CommandThatCannotBeUndone_IsNotThere()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var added = await SaveAsync(client, here, plan, "plans/{plan}/aims/new", ("Number", "7"), ("Statement", "A new aim"));
        Assert.Empty(added.Document.QuerySelectorAll(Undo));
        var entry = await portal.Data.InTenantAsync(here.Id, database =>
            database.AuditEntries.Where(e => e.Command == "AddAim").Select(e => e.Id).FirstAsync());
        var form = await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit/status");

        Assert.Equal(HttpStatusCode.NotFound, (await form.SubmitToAsync(Form, $"/{here.Slug}/undo/{entry}")).Status);
    }

    /// <summary>Lets eleven minutes pass for the audit, which only its owner may write to.</summary>
    private async Task AgeAsync(TestPartnership here)
    {
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"update audit_entries set at = at - interval '11 minutes' where tenant_id = {here.Id}", connection);
        await command.ExecuteNonQueryAsync();
    }

    private static Task<Guid> StepAsync(PortalDbContext database, TestPlan plan) =>
        database.SubActions.Where(s => s.ProjectId == plan.ProjectIds[0]).Select(s => s.Id).FirstAsync();

    private Task<string> FillAsync(TestPartnership here, TestPlan plan, string path) =>
        portal.Data.InTenantAsync(here.Id, async database => path
        .Replace("{project}", plan.ProjectIds[0].ToString(), StringComparison.Ordinal)
        .Replace("{plan}", plan.Id.ToString(), StringComparison.Ordinal)
        .Replace("{aim}", plan.AimId.ToString(), StringComparison.Ordinal)
        .Replace("{driver}", plan.DriverId.ToString(), StringComparison.Ordinal)
        .Replace("{step}", (await StepAsync(database, plan)).ToString(), StringComparison.Ordinal)
        .Replace("{empty}", (await database.StretchAims.Where(a => a.Number == "9").Select(a => a.Id).FirstOrDefaultAsync()).ToString(),
            StringComparison.Ordinal)
        .Replace("{test}", (await database.TestsOfChange.Select(t => t.Id).FirstAsync()).ToString(), StringComparison.Ordinal)
        .Replace("{measure}", plan.MeasureIds[0].ToString(), StringComparison.Ordinal)
        .Replace("{bare}", (await database.Measures.Where(m => m.Points.Count == 0).Select(m => m.Id).FirstOrDefaultAsync()).ToString(),
            StringComparison.Ordinal)
        .Replace("{figure}", (await database.DataPoints.Select(t => t.Id).FirstAsync()).ToString(), StringComparison.Ordinal)
        .Replace("{recommendation}", plan.RecommendationId.ToString(), StringComparison.Ordinal)
        .Replace("{inspection}", plan.InspectionId.ToString(), StringComparison.Ordinal)
        .Replace("{target}", (await database.MeasureTargets.Select(t => t.Id).FirstAsync()).ToString(), StringComparison.Ordinal));

    private async Task<TestPage> SaveAsync(
        HttpClient client, TestPartnership here, TestPlan plan, string path, params (string Name, string? Value)[] fields)
    {
        var form = (await client.GetPageAsync($"/{here.Slug}/{await FillAsync(here, plan, path)}")).ShouldBeOk();
        var saved = await form.SubmitAsync(Form, fields);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        return await client.FollowAsync(saved);
    }

    private Task<string> StateAsync(TestPartnership here) => PartnershipRows.ReadAsync(portal, here);

    private Task<ImprovementProject> ProjectAsync(TestPartnership here, TestPlan plan) =>
        portal.Data.InTenantAsync(here.Id, database => database.Projects.AsNoTracking().SingleAsync(p => p.Id == plan.ProjectIds[0]));

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        return (here, await portal.Data.CreatePlanAsync(here));
    }
}
