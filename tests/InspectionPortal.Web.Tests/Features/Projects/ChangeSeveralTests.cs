using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Projects;

public sealed class ChangeSeveralTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const string Form = "form.p-form";
    private const string Apply = "form#apply";

    [Fact]
    public async Task Post_Status_ShowsWhatChangesThenChangesAllButThoseThatCannot()
    {
        var (here, plan) = await MakeAsync(4);
        var client = portal.ClientFor(here.Lead);
        await SetAsync(here, plan.ProjectIds[1], p => p.NoActionNeededReason = "Nothing to do");
        await SetAsync(here, plan.ProjectIds[2], p => p.Status = ProjectStatus.NotStarted);

        var check = await CheckAsync(client, here, plan.ProjectIds, ("Kind", "Status"), ("Status", "NotStarted"));

        Assert.Contains("2 projects will be changed. 2 will stay as before", check.Text, StringComparison.Ordinal);
        var rows = check.Document.QuerySelectorAll("tbody tr").Select(Said).ToList();
        Assert.Equal(4, rows.Count);
        Assert.Contains("In progress Not started", rows[0], StringComparison.Ordinal);
        Assert.Contains("No change: no action is needed here", rows[1], StringComparison.Ordinal);
        Assert.Contains("No change: it has this status already", rows[2], StringComparison.Ordinal);
        Assert.Equal(ProjectStatus.InProgress, (await ListAsync(here))[0].Status);

        var saved = await check.SubmitAsync(Apply);

        Assert.Equal($"{here.PlanPath}?late=true", saved.Location);
        Assert.Contains("2 projects changed, 2 left as before", (await client.FollowAsync(saved)).Find(".p-done").TextContent,
            StringComparison.Ordinal);
        Assert.Equal(
            [ProjectStatus.NotStarted, ProjectStatus.InProgress, ProjectStatus.NotStarted, ProjectStatus.NotStarted],
                (await ListAsync(here)).Select(p => p.Status));
        Assert.Equal(1, await portal.Data.InTenantAsync(here.Id, database =>
            database.AuditEntries.Where(e => e.Command == "ChangeSeveral").Select(e => e.At).Distinct().CountAsync()));
    }

    [Fact]
    public async Task Post_DoneAndEvidenced_ChangesOnlyWhatHasEvidence()
    {
        var (here, plan) = await MakeAsync(2);
        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[1], "Proof", released: false);

        var check = await CheckAsync(portal.ClientFor(here.Lead), here, plan.ProjectIds, ("Kind", "Status"),
            ("Status", "DoneAndEvidenced"));

        Assert.Contains("No change: it has no evidence yet", check.Text, StringComparison.Ordinal);
        await check.SubmitAsync(Apply);
        Assert.Equal([ProjectStatus.InProgress, ProjectStatus.DoneAndEvidenced], (await ListAsync(here)).Select(p => p.Status));
    }

    [Fact]
    public async Task Post_Deadline_KeepsASlipForEachAndCannotBeUndone()
    {
        var (here, plan) = await MakeAsync(3);
        var client = portal.ClientFor(here.Lead);
        var refused = await CheckAsync(client, here, plan.ProjectIds, ("Kind", "Deadline"), ("Deadline", "Dec 2020"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Enter why the deadline is changing", refused.Text, StringComparison.Ordinal);

        var check = await CheckAsync(client, here, plan.ProjectIds, ("Kind", "Deadline"), ("Deadline", "Dec 2020"),
            ("SlipReason", "Posts are empty"));
        Assert.Contains("you cannot undo this", check.Text, StringComparison.Ordinal);
        var page = await client.FollowAsync(await check.SubmitAsync(Apply));

        Assert.Contains("The old deadlines and the reason are kept", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".p-done form"));
        var slips = await portal.Data.InTenantAsync(here.Id, database => database.DeadlineSlips.AsNoTracking().ToListAsync());
        Assert.Equal(3, slips.Count);
        Assert.All(slips, s => Assert.Equal(("30 September 2020", "Dec 2020", "Posts are empty", here.Lead.Id),
            (s.From.Text, s.To.Text, s.Reason, s.ByUserId)));
    }

    [Fact]
    public async Task Post_LeadAndPlace_AreChangedAndUndoneAtOnce()
    {
        var (here, plan) = await MakeAsync(3);
        var client = portal.ClientFor(here.Lead);
        var (post, aim) = await portal.Data.InTenantAsync(here.Id, database =>
        {
            var responsibility = new LeadResponsibility { Name = "Head of Care", Kind = ResponsibilityKind.Post };
            var other = new StretchAim { PlanId = plan.Id, Number = "2", Position = 2, Statement = "The other aim" };
            database.AddRange(responsibility, other);
            return Task.FromResult((responsibility.Id, other.Id));
        });
        var check = await CheckAsync(client, here, plan.ProjectIds, ("Kind", "Lead"), ("ResponsibilityId", post.ToString()),
            ("ReplaceLeads", "true"));
        Assert.Contains($"Post {here.Canary} Head of Care", Said(check.Find("tbody tr")), StringComparison.Ordinal);
        var changed = await client.FollowAsync(await check.SubmitAsync(Apply));
        Assert.All(await ListAsync(here), p => Assert.Equal([post], p.Leads.Select(l => l.LeadResponsibilityId)));

        var undone = await changed.SubmitAsync(".p-done form");

        Assert.Equal(HttpStatusCode.Redirect, undone.Status);
        Assert.All(await ListAsync(here), p => Assert.Equal([plan.ResponsibilityId], p.Leads.Select(l => l.LeadResponsibilityId)));

        var moved = await CheckAsync(client, here, plan.ProjectIds, ("Kind", "Place"), ("Under", $"aim:{aim}"));
        Assert.Contains("2. The other aim", moved.Text, StringComparison.Ordinal);
        var after = await client.FollowAsync(await moved.SubmitAsync(Apply));
        Assert.All(await ListAsync(here), p => Assert.Equal((aim, null), (p.AimId, p.DriverId)));
        await after.SubmitAsync(".p-done form");
        Assert.All(await ListAsync(here), p => Assert.Equal((plan.AimId, (Guid?)plan.DriverId), (p.AimId, p.DriverId)));
    }

    [Fact]
    public async Task Post_OneRowChangedMeanwhile_ChangesNothingAndSaysWhich()
    {
        var (here, plan) = await MakeAsync(3);
        var client = portal.ClientFor(here.Lead);
        var check = await CheckAsync(client, here, plan.ProjectIds, ("Kind", "Status"), ("Status", "NotStarted"));
        await SetAsync(here, plan.ProjectIds[1], p => p.Status = ProjectStatus.DoneAwaitingEvidence);

        var conflict = await check.SubmitAsync(Apply);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("someone else has changed 1.2 since", conflict.Text, StringComparison.Ordinal);
        Assert.Equal(
            [ProjectStatus.InProgress, ProjectStatus.DoneAwaitingEvidence, ProjectStatus.InProgress], (await ListAsync(here))
                .Select(p => p.Status));
        Assert.Contains("Done, awaiting evidence Not started", Said(conflict.Document.QuerySelectorAll("tbody tr")[1]),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await conflict.SubmitAsync(Apply)).Status);
        Assert.All(await ListAsync(here), p => Assert.Equal(ProjectStatus.NotStarted, p.Status));
    }

    [Fact]
    public async Task Post_AnotherValueChangedMeanwhile_IsNoConflict()
    {
        var (here, plan) = await MakeAsync(2);
        var check = await CheckAsync(portal.ClientFor(here.Lead), here, plan.ProjectIds, ("Kind", "Status"), ("Status", "NotStarted"));
        await SetAsync(here, plan.ProjectIds[1], p => p.Title = "Another title");

        Assert.Equal(HttpStatusCode.Redirect, (await check.SubmitAsync(Apply)).Status);
        Assert.Equal(("Another title", ProjectStatus.NotStarted), ((await ListAsync(here))[1].Title, (await ListAsync(here))[1].Status));
    }

    [Fact]
    public async Task Post_FiveHundredRows_AreChangedAndUndone()
    {
        var (here, plan) = await MakeAsync(501);
        var client = portal.ClientFor(here.Lead);
        var many = await CheckAsync(client, here, plan.ProjectIds, ("Kind", "Status"), ("Status", "NotStarted"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, many.Status);
        Assert.Contains("Tick 500 rows or fewer", many.Text, StringComparison.Ordinal);

        var check = await CheckAsync(client, here, [.. plan.ProjectIds.Take(500)], ("Kind", "Status"), ("Status", "NotStarted"));
        var page = await client.FollowAsync(await check.SubmitAsync(Apply));
        Assert.Equal(500, (await ListAsync(here)).Count(p => p.Status == ProjectStatus.NotStarted));
        portal.Host.Commands.Reset();
        await page.SubmitAsync(".p-done form");
        Assert.InRange(portal.Host.Commands.Texts.Count, 1, 60);
        Assert.All(await ListAsync(here), p => Assert.Equal(ProjectStatus.InProgress, p.Status));
    }

    [Fact]
    public async Task Post_NothingTickedOrChosen_SaysWhatToDo()
    {
        var (here, plan) = await MakeAsync(2);
        var client = portal.ClientFor(here.Lead);
        Assert.Contains("Tick rows in", (await client.GetPageAsync($"{here.PlanPath}/several")).ShouldBeOk().Text,
            StringComparison.Ordinal);
        foreach (var (fields, said) in new ((string, string?)[], string)[]
        {
            ([], "Choose what to change"),
            ([("Kind", "Lead")], "Choose a lead"),
            ([("Kind", "Lead"), ("ResponsibilityId", Guid.NewGuid().ToString())], "Choose from the list"),
            ([("Kind", "Place")], "Choose where they go in the plan"),
            ([("Kind", "Place"), ("Under", $"aim:{Guid.NewGuid()}")], "Choose from the list"),
            ([("Kind", "Status"), ("Status", "Stopped")], "Enter why the work was stopped"),
            ([("Kind", "Deadline"), ("Deadline", "31 February 2021"), ("SlipReason", "x")], "Enter a real date"),
        })
        {
            var refused = await CheckAsync(client, here, plan.ProjectIds, fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(said, refused.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_RowsOfOtherPlansAndPartnerships_AreNotTouched()
    {
        var (here, plan) = await MakeAsync(1);
        var (there, foreign) = await MakeAsync(1);
        var check = await CheckAsync(portal.ClientFor(here.Lead), here, [.. plan.ProjectIds, .. foreign.ProjectIds], ("Kind", "Status"),
            ("Status", "NotStarted"));

        Assert.Single(check.Document.QuerySelectorAll("tbody tr"));
        Assert.DoesNotContain(there.Canary, check.Html, StringComparison.Ordinal);
        await check.SubmitAsync(Apply, ("Rows", $"{foreign.ProjectIds[0]}"));
        Assert.Equal(ProjectStatus.InProgress, (await ListAsync(there))[0].Status);
    }

    [Theory]
    [InlineData(PartnershipRole.Contributor)]
    [InlineData(PartnershipRole.ChiefOfficer)]
    [InlineData(PartnershipRole.Reader)]
    public async Task Get_AsAnotherMember_OffersNoTicks(PartnershipRole role)
    {
        var (here, _) = await MakeAsync(1);
        var client = portal.ClientFor(here.People[role]);

        Assert.Empty((await client.GetPageAsync(here.PlanPath)).ShouldBeOk().Document.QuerySelectorAll(".p-pick, #several"));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync($"{here.PlanPath}/several")).Status);
    }

    [Fact]
    public async Task Get_AsLinkOfficer_OffersNoTicks()
    {
        var (here, plan) = await MakeAsync(1);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);

        Assert.Empty((await portal.ClientFor(officer.Person).GetPageAsync(here.PlanPath))
            .ShouldBeOk().Document.QuerySelectorAll(".p-pick, #several"));
    }

    /// <summary>Ticks rows in the table, chooses a change, and opens the page that shows what it does.</summary>
    private static async Task<TestPage> CheckAsync(
        HttpClient client, TestPartnership here, IReadOnlyList<Guid> rows, params (string Name, string? Value)[] fields)
    {
        var table = (await client.GetPageAsync($"{here.PlanPath}?late=true")).ShouldBeOk();
        var form = await table.SubmitAsync("form#several", [.. rows.Select(r => ("Rows", (string?)r.ToString()))]);
        return await form.ShouldBeOk().SubmitAsync(Form, fields);
    }

    private static string Said(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Task<bool> SetAsync(TestPartnership here, Guid id, Action<ImprovementProject> change) =>
        portal.Data.InTenantAsync(here.Id, async database =>
    {
        change(await database.Projects.SingleAsync(p => p.Id == id));
        return true;
    });

    private Task<List<ImprovementProject>> ListAsync(TestPartnership here) => portal.Data.InTenantAsync(
        here.Id, database => database.Projects.AsNoTracking().Include(p => p.Leads).OrderBy(p => p.Position).ToListAsync());

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync(int projects)
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        return (here, await portal.Data.CreatePlanAsync(here, projects));
    }
}
