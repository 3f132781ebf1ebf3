using System.Net;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Projects;

/// <summary>Changing one value where it is read.</summary>
public sealed class EditProjectSectionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string InPlace = "form.p-edit-form";
    private const string Page = "form.p-form";

    /// <summary>Each section: the key in the address, the path of its form, what is typed, and what the page then says.</summary>
    public static TheoryData<string, string, string, string, string> Sections { get; } = new()
    {
        { "status", "edit/status", "Status", "DoneAwaitingEvidence", "Done, awaiting evidence" },
        { "rating", "edit/rating", "Rag", "at-risk", "At risk" },
        { "leads", "edit/leads", "NewLeads", "Head of Care", "Head of Care" },
        { "deadline", "edit/deadline", "Deadline", "31 March 2021", "31 March 2021" },
        { "Impact", "edit/text?field=Impact", "Text", "Children are heard", "Children are heard" },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task Post_FromTheTable_SavesThatValueAndComesBackToTheRow(string section, string path, string field, string value,
        string said)
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var id = plan.ProjectIds[0];
        var table = (await client.GetPageAsync($"{here.PlanPath}?late=true")).ShouldBeOk();
        var link = table.Document.QuerySelectorAll($"#project-{id} a.p-edit").Select(a => a.GetAttribute("href")!)
            .SingleOrDefault(h => h.Contains($"edit={section}&", StringComparison.Ordinal));

        // A text whose column the plan does not have is changed on the project's page only.
        var address = link is null ? $"/{here.Slug}/projects/{id}" : here.PlanPath;
        link ??= $"?edit={section}#edit";
        Assert.Contains("#edit", link, StringComparison.Ordinal);
        var open = (await client.GetPageAsync($"{address}{link.Split('#')[0]}")).ShouldBeOk();
        Assert.Single(open.Document.QuerySelectorAll(InPlace));
        Assert.Contains($"/projects/{id}/{path}", open.Find(InPlace).GetAttribute("action"), StringComparison.Ordinal);

        var saved = await open.SubmitAsync(InPlace, (field, value), ("SlipReason", "Two posts are empty"),
            ("RagReason", "The service said so"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(address == here.PlanPath ? $"{here.PlanPath}?late=true#project-{id}" : $"{address}#facts", saved.Location);

        Assert.Contains("saved", (await client.FollowAsync(saved)).Find(".p-done").TextContent, StringComparison.Ordinal);
        Assert.Contains(said, (await client.GetPageAsync($"/{here.Slug}/projects/{id}")).ShouldBeOk().Text,
            StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Redirect,
            (await open.SubmitAsync(InPlace, (field, value), ("SlipReason", "Two posts are empty"), ("RagReason", "x"))).Status);
        Assert.InRange(await SlipsAsync(here, id), section == "deadline" ? 1 : 0, section == "deadline" ? 1 : 0);
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task Post_WithTheScriptsHeader_GetsTheFormAloneAndTheSamePage(string section, string path, string field, string value,
        string said)
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        client.DefaultRequestHeaders.Add("X-Requested-With", "edit");
        var address = $"/{here.Slug}/projects/{plan.ProjectIds[0]}/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}back=~%2Fplans%2F{plan.Id}";

        var form = (await client.GetPageAsync(address)).ShouldBeOk();

        Assert.Empty(form.Document.QuerySelectorAll("h1, header, footer"));
        Assert.NotNull(form.Document.QuerySelector($"{InPlace} a[data-edit-cancel]"));
        var wrong = await form.SubmitAsync(InPlace, (field, new string('x', 9000)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Empty(wrong.Document.QuerySelectorAll("h1"));
        Assert.NotEmpty(wrong.Errors);
        var saved = await form.SubmitAsync(InPlace, (field, value), ("SlipReason", "Two posts are empty"),
            ("RagReason", "The service said so"));
        Assert.Equal($"{here.PlanPath}#project-{plan.ProjectIds[0]}", saved.Location);
        Assert.Contains(said, (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}")).Text,
            StringComparison.OrdinalIgnoreCase);
        Assert.Equal(section.Length > 0, (await ProjectAsync(here, plan)).Title.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task Post_SameValueByTwoPeople_TellsTheSecondAndKeepsTheFirst(string section, string path, string field, string value,
        string said)
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var address = $"/{here.Slug}/projects/{plan.ProjectIds[0]}/{path}";
        var (mine, theirs) = (await client.GetPageAsync(address), await client.GetPageAsync(address));
        var other = section switch
        {
            "status" => "NotStarted",
            "rating" => "on-track",
            "deadline" => "30 June 2021",
            _ => "Other words",
        };
        Assert.Equal(HttpStatusCode.Redirect,
            (await theirs.SubmitAsync(Page, (field, value), ("SlipReason", "Theirs"), ("RagReason", "Theirs"))).Status);

        var conflict = await mine.SubmitAsync(Page, (field, other), ("SlipReason", "Mine"), ("RagReason", "Mine"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Two people saved this", conflict.Text, StringComparison.Ordinal);
        Assert.NotEmpty(conflict.Document.QuerySelectorAll(".p-both"));
        Assert.Contains(said, (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}")).Text,
            StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Redirect, (await conflict.SubmitAsync(Page)).Status);
        Assert.Equal(section == "deadline" ? 2 : 0, await SlipsAsync(here, plan.ProjectIds[0]));
    }

    [Fact]
    public async Task Post_DifferentValuesOfOneRow_SavesBothAtTheSameInstant()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var id = plan.ProjectIds[0];
        var forms = new List<TestPage>();
        foreach (var path in new[] { "edit/status", "edit/deadline", "edit/leads", "edit/text?field=Impact", "edit/rating" })
        {
            forms.Add((await client.GetPageAsync($"/{here.Slug}/projects/{id}/{path}")).ShouldBeOk());
        }

        var answers = await Task.WhenAll(
            forms[0].SubmitAsync(Page, ("Status", "NotStarted")),
                forms[1].SubmitAsync(Page, ("Deadline", "Dec 2020"), ("SlipReason", "Late post")),
            forms[2].SubmitAsync(Page, ("NewLeads", "Head of Care")), forms[3].SubmitAsync(Page, ("Text", "Heard")),
            forms[4].SubmitAsync(Page, ("Rag", "on-track"), ("RagReason", "Seen")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
        var project = await ProjectAsync(here, plan);
        Assert.Equal((ProjectStatus.NotStarted, "Dec 2020", "Heard", "on-track"),
            (project.Status, project.Deadline.Text, project.Impact, project.Rag));
        Assert.Equal(2, project.Leads.Count);
    }

    [Fact]
    public async Task Post_LongFormOpenedBefore_IsToldOfTheSmallChange()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var whole = await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit");
        var small = await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit/leads");
        await small.SubmitAsync(Page, ("Leads[0].Kind", "With"));

        Assert.Equal(HttpStatusCode.Conflict, (await whole.SubmitAsync(Page, ("Title", "Mine"))).Status);
    }

    [Fact]
    public async Task Post_Rules_AreThoseOfTheLongForm()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var at = $"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit";
        Assert.Contains("Enter why the work was stopped", await RefusedAsync("status", ("Status", "Stopped")), StringComparison.Ordinal);
        Assert.Contains("Add evidence to this project first", await RefusedAsync("status", ("Status", "DoneAndEvidenced")),
            StringComparison.Ordinal);
        Assert.Contains("Choose or enter a value", await RefusedAsync("status", ("Status", "Splendid")), StringComparison.Ordinal);
        Assert.Contains("Enter why the deadline is changing", await RefusedAsync("deadline", ("Deadline", "Dec 2020")),
            StringComparison.Ordinal);
        Assert.Contains("Enter a real date", await RefusedAsync("deadline", ("Deadline", "31 February 2021"), ("SlipReason", "x")),
            StringComparison.Ordinal);
        Assert.Contains("Choose each responsibility once",
            await RefusedAsync("leads", ("Leads[1].ResponsibilityId", plan.ResponsibilityId.ToString())), StringComparison.Ordinal);
        Assert.Contains("Choose from the list", await RefusedAsync("leads", ("Leads[1].ResponsibilityId", Guid.NewGuid().ToString())),
            StringComparison.Ordinal);
        Assert.Contains("Enter why you are changing the rating", await RefusedAsync("rating", ("Rag", "on-track")),
            StringComparison.Ordinal);
        Assert.Contains("Choose one of the ratings", await RefusedAsync("rating", ("Rag", "splendid"), ("RagReason", "x")),
            StringComparison.Ordinal);
        Assert.Contains("This must be 500 characters or fewer", await RefusedAsync("text?field=Risk", ("Text", new string('x', 501))),
            StringComparison.Ordinal);

        await portal.Data.CreateNoteAsync(here, plan.ProjectIds[0], "Proof", released: false);
        var page = await client.GetPageAsync($"{at}/status");
        Assert.DoesNotContain("needs at least one item of evidence", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(Page, ("Status", "DoneAndEvidenced"))).Status);

        async Task<string> RefusedAsync(string section, params (string, string?)[] fields)
        {
            var answer = await (await client.GetPageAsync($"{at}/{section}")).SubmitAsync(Page, fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            return answer.Text;
        }
    }

    [Fact]
    public async Task Post_Rating_KeepsReasonAndHistoryForMembersUntilTheNextUpdate()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var id = plan.ProjectIds[0];
        var form = await client.GetPageAsync($"/{here.Slug}/projects/{id}/edit/rating");

        await form.SubmitAsync(Page, ("Rag", "off-track"), ("RagReason", "The school closed"));

        var project = await ProjectAsync(here, plan);
        Assert.Equal(("off-track", "The school closed"), (project.Rag, project.RagReason));
        Assert.InRange(project.RagAcceptedAt!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
        var page = (await client.GetPageAsync($"/{here.Slug}/projects/{id}")).ShouldBeOk();
        Assert.Contains("Rating, given by the partnership lead on", page.Text, StringComparison.Ordinal);
        Assert.Contains("The school closed", page.Text, StringComparison.Ordinal);
        var history = (await client.GetPageAsync($"/{here.Slug}/history/project/{id}")).ShouldBeOk();
        Assert.Contains("The school closed", history.Text, StringComparison.Ordinal);
        Assert.Contains("Off track", history.Text, StringComparison.Ordinal);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        Assert.DoesNotContain(
            "The school closed", (await portal.ClientFor(officer.Person).GetPageAsync($"/{here.Slug}/projects/{id}")).ShouldBeOk().Html,
                StringComparison.Ordinal);
        Assert.Equal(1, await portal.Data.InTenantAsync(here.Id, database => database.AuditEntries.CountAsync(
            e => e.Command == "EditProjectRating" && e.EntityId == id && e.UserId == here.Lead.Id && e.Action == AuditAction.Changed)));
    }

    [Theory]
    [InlineData(PartnershipRole.Contributor)]
    [InlineData(PartnershipRole.ChiefOfficer)]
    [InlineData(PartnershipRole.Reader)]
    public async Task Get_AsAnotherMember_OffersNothingAndRefuses(PartnershipRole role)
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.People[role]);
        foreach (var path in new[] { $"{here.PlanPath}?edit=status&row={plan.ProjectIds[0]}",
            $"/{here.Slug}/projects/{plan.ProjectIds[0]}?edit=status" })
        {
            var page = (await client.GetPageAsync(path)).ShouldBeOk();
            Assert.Empty(page.Document.QuerySelectorAll($".p-edit, {InPlace}, [data-edit-base], script[src*='edit.js']"));
        }

        Assert.Equal(HttpStatusCode.Forbidden,
            (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit/status")).Status);
    }

    [Fact]
    public async Task Get_AsLinkOfficer_OffersNothingAndIsNotThere()
    {
        var (here, plan) = await MakeAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        var client = portal.ClientFor(officer.Person);
        foreach (var path in new[] { $"{here.PlanPath}?edit=status&row={plan.ProjectIds[0]}",
            $"/{here.Slug}/projects/{plan.ProjectIds[0]}?edit=status" })
        {
            Assert.Empty((await client.GetPageAsync(path)).ShouldBeOk().Document.QuerySelectorAll($".p-edit, {InPlace}"));
        }

        Assert.Equal(HttpStatusCode.NotFound,
            (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit/status")).Status);
    }

    [Fact]
    public async Task Post_AnotherPartnershipsProject_IsNotThere()
    {
        var ((here, plan), (_, there)) = (await MakeAsync(), await MakeAsync());
        var client = portal.ClientFor(here.Lead);
        var form = await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit/status");

        var answer = await form.SubmitToAsync(Page, $"/{here.Slug}/projects/{there.ProjectIds[0]}/edit/status");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(HttpStatusCode.NotFound,
            (await client.GetPageAsync($"/{here.Slug}/projects/{there.ProjectIds[0]}/edit/leads")).Status);
        Assert.Empty((await client.GetPageAsync($"{here.PlanPath}?edit=status&row={there.ProjectIds[0]}"))
            .ShouldBeOk().Document.QuerySelectorAll(InPlace));
    }

    [Fact]
    public async Task Post_ClosedPlan_OffersNothingAndIsRefused()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var form = await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit/status");
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            (await database.Plans.SingleAsync()).Become(PlanState.Closed, new DateOnly(2020, 10, 1));
            return true;
        });

        var answer = await form.SubmitAsync(Page, ("Status", "NotStarted"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("This plan is closed", answer.Text, StringComparison.Ordinal);
        Assert.Empty((await client.GetPageAsync(here.PlanPath)).ShouldBeOk().Document.QuerySelectorAll(".p-edit"));
        Assert.Empty((await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}?edit=status"))
            .ShouldBeOk().Document.QuerySelectorAll($".p-edit, {InPlace}"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("~/account/sign-out")]
    [InlineData("~/plans/../../elsewhere")]
    public async Task Post_BackToElsewhere_GoesToTheProject(string back)
    {
        var (here, plan) = await MakeAsync();
        var form = await portal.ClientFor(here.Lead)
            .GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit/status?back={Uri.EscapeDataString(back)}");

        Assert.Equal($"/{here.Slug}/projects/{plan.ProjectIds[0]}", (await form.SubmitAsync(Page, ("Status", "NotStarted"))).Location);
    }

    [Fact]
    public async Task Get_FromHome_OpensThreeFieldsAndComesBackHome()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var home = (await client.GetPageAsync($"/{here.Slug}")).ShouldBeOk();
        var link = home.Document.QuerySelectorAll("a")
            .Select(a => a.GetAttribute("href")!).First(h => h.Contains("/edit/deadline", StringComparison.Ordinal));

        var form = (await client.GetPageAsync(link)).ShouldBeOk();

        Assert.Equal(2, form.Document.QuerySelectorAll($"{Page} :is(input:not([type=hidden]), select, textarea)").Length);
        var saved = await form.SubmitAsync(Page, ("Deadline", "31 March 2021"), ("SlipReason", "Two posts are empty"));
        Assert.Equal($"/{here.Slug}/", saved.Location);
        var after = await client.FollowAsync(saved);
        Assert.Contains("understood as due by 31 March 2021. The old deadline and the reason are kept", after.Text,
            StringComparison.Ordinal);
        Assert.Equal(("31 March 2021", 1), ((await ProjectAsync(here, plan)).Deadline.Text, await SlipsAsync(here, plan.ProjectIds[0])));
    }

    [Fact]
    public async Task Get_NoLead_HomeOpensTheFormOfLeads()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            database.RemoveRange(await database.ProjectLeads.Where(l => l.ProjectId == plan.ProjectIds[0]).ToListAsync());
            return true;
        });
        var client = portal.ClientFor(here.Lead);
        var home = (await client.GetPageAsync($"/{here.Slug}")).ShouldBeOk();
        var link = home.Document.QuerySelectorAll("a")
            .Select(a => a.GetAttribute("href")!).First(h => h.Contains("/edit/leads", StringComparison.Ordinal));

        var form = (await client.GetPageAsync(link)).ShouldBeOk();

        Assert.Equal(3, form.Document.QuerySelectorAll($"{Page} :is(input:not([type=hidden]), select, textarea)").Length);
        Assert.Equal(HttpStatusCode.Redirect,
            (await form.SubmitAsync(Page, ("Leads[0].ResponsibilityId", plan.ResponsibilityId.ToString()))).Status);
        Assert.Single((await ProjectAsync(here, plan)).Leads);
    }

    [Fact]
    public async Task Get_RowThatNeedsNoAction_HasNoStatusToChange()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            var project = await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0]);
            (project.NoActionNeededReason, project.Deadline) = ("Nothing to do", Deadline.None);
            return true;
        });
        var client = portal.ClientFor(here.Lead);

        var row = (await client.GetPageAsync(here.PlanPath)).ShouldBeOk().Find($"#project-{plan.ProjectIds[0]}");

        Assert.DoesNotContain("edit=status", row.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound,
            (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit/status")).Status);
    }

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        return (here, await portal.Data.CreatePlanAsync(here));
    }

    private Task<int> SlipsAsync(TestPartnership here, Guid id) =>
        portal.Data.InTenantAsync(here.Id, database => database.DeadlineSlips.CountAsync(s => s.ProjectId == id));

    private Task<ImprovementProject> ProjectAsync(TestPartnership here, TestPlan plan) => portal.Data.InTenantAsync(
        here.Id, database => database.Projects.AsNoTracking().Include(p => p.Leads).SingleAsync(p => p.Id == plan.ProjectIds[0]));
}
