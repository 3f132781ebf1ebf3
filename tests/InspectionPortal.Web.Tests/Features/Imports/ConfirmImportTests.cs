using System.Net;
using System.Text;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>A file through the browser's form into the plan and back out of it.</summary>
public sealed class ConfirmImportTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Plan = "Aim,Ref,Action,Lead,Deadline,RAG,Status,Progress\n"
        + "Children are safe,1.1,Write the policy,Head of QA,May 2025,Green,In progress,Draft is out\n"
        + "Children are safe,1.2,Train every team,Head of QA,June 2025,Red,Not started,\n"
        + "Families are heard,2.1,Ask families each year,Engagement Lead,Dec 2025,,,Asked in 2024\n";

    [Fact]
    public async Task Post_File_IsShownAndNotYetSaved()
    {
        var (partnership, client) = await StartAsync();
        var before = await CountsAsync(partnership.Id);

        var page = await ReadAsync(client, partnership, Plan);

        page.ShouldBeOk();
        Assert.Contains("2 aims", page.Text, StringComparison.Ordinal);
        Assert.Contains("3 projects", page.Text, StringComparison.Ordinal);
        Assert.Contains("Write the policy", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is saved yet.", page.Text, StringComparison.Ordinal);
        Assert.Equal(before with { Imports = 1 }, await CountsAsync(partnership.Id));
    }

    [Fact]
    public async Task Post_BringIn_MakesItThePlan()
    {
        var (partnership, client) = await StartAsync();

        var done = await BringInAsync(client, await ReadAsync(client, partnership, Plan));

        done.ShouldBeOk();
        var plan = (await client.OpenAsync($"/{partnership.Slug}/plans")).ShouldBeOk();
        Assert.Contains("Write the policy", plan.Text, StringComparison.Ordinal);
        Assert.Contains("Families are heard", plan.Text, StringComparison.Ordinal);
        var project = await portal.Data.InTenantAsync(partnership.Id, db => db.Projects.AsNoTracking().Include(p => p.Entries).Include(p => p.Leads).ThenInclude(l => l.LeadResponsibility).SingleAsync(p => p.Number == "1.1"));
        Assert.Equal((DeadlineKind.Month, new DateOnly(2025, 5, 31)), (project.Deadline.Kind, project.Deadline.Due!.Value));
        Assert.Equal((ProjectStatus.InProgress, "on-track"), (project.Status, project.Rag));
        Assert.Equal("Head of QA", Assert.Single(project.Leads).LeadResponsibility!.Name);
        Assert.True(Assert.Single(project.Entries).BeforePortal);
    }

    [Fact]
    public async Task Post_TheSameFileAgain_NothingHasChanged()
    {
        var (partnership, client) = await StartAsync();
        await BringInAsync(client, await ReadAsync(client, partnership, Plan));
        var before = await CountsAsync(partnership.Id);

        var page = await ReadAsync(client, partnership, Plan);

        Assert.Contains("Nothing to import", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("main button"), b => b.TextContent.Trim() == "Import");
        Assert.Equal(before with { Imports = 2 }, await CountsAsync(partnership.Id));
    }

    [Fact]
    public async Task Post_EditedFile_ChangesOnlyThat()
    {
        var (partnership, client) = await StartAsync();
        await BringInAsync(client, await ReadAsync(client, partnership, Plan));
        var before = await CountsAsync(partnership.Id);
        var edited = Plan.Replace("May 2025", "September 2025", StringComparison.Ordinal).Replace("Draft is out", "Draft is agreed", StringComparison.Ordinal)
            .Replace("Families are heard,2.1,Ask families each year,Engagement Lead,Dec 2025,,,Asked in 2024\n", "", StringComparison.Ordinal);

        var page = await ReadAsync(client, partnership, edited);

        Assert.Contains("Deadline: May 2025 → September 2025", page.Text, StringComparison.Ordinal);
        Assert.Contains("In the plan but not in the file", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("td .p-tag-line"), e => e.TextContent.Contains("Changed", StringComparison.Ordinal));
        await BringInAsync(client, page);
        Assert.Equal(before with { Imports = 2, Slips = 1, Entries = before.Entries + 1 }, await CountsAsync(partnership.Id));
        var slip = await portal.Data.InTenantAsync(partnership.Id, db => db.DeadlineSlips.AsNoTracking().SingleAsync());
        Assert.Equal(("May 2025", "September 2025", "Imported from plan.csv"), (slip.From.Text, slip.To.Text, slip.Reason));
    }

    [Fact]
    public async Task Post_Undo_IsAsBefore()
    {
        var (partnership, client) = await StartAsync();
        var empty = await CountsAsync(partnership.Id);
        var first = await BringInAsync(client, await ReadAsync(client, partnership, Plan));
        var between = await CountsAsync(partnership.Id);
        var second = await BringInAsync(client, await ReadAsync(client, partnership, Plan.Replace("May 2025", "July 2025", StringComparison.Ordinal).Replace("Green", "Red", StringComparison.Ordinal)));

        (await client.FollowAsync(await second.SubmitAsync("form[action$=undo]"))).ShouldBeOk();

        Assert.Equal(between with { Imports = 2, Slips = 2 }, await CountsAsync(partnership.Id));

        // A deadline that moved is told for ever, so that it moved back is told too.
        var project = await portal.Data.InTenantAsync(partnership.Id, db => db.Projects.AsNoTracking().SingleAsync(p => p.Number == "1.1"));
        Assert.Equal(("May 2025", "on-track"), (project.Deadline.Text, project.Rag));
        var again = await client.FollowAsync(await second.SubmitAsync("form[action$=undo]"));
        again.ShouldBeOk();
        Assert.Equal(between with { Imports = 2, Slips = 2 }, await CountsAsync(partnership.Id));

        // The first was touched by the second and put back: it has moved on, and says so.
        var refused = await first.SubmitAsync("form[action$=undo]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("project 1.1", refused.Text, StringComparison.Ordinal);
        Assert.NotEqual(empty, between);
    }

    [Fact]
    public async Task Post_UndoOfANewPlan_LeavesNothing()
    {
        var (partnership, client) = await StartAsync();
        var empty = await CountsAsync(partnership.Id);
        var page = await BringInAsync(client, await ReadAsync(client, partnership, Plan));

        (await client.FollowAsync(await page.SubmitAsync("form[action$=undo]"))).ShouldBeOk();

        Assert.Equal(empty with { Imports = 1 }, await CountsAsync(partnership.Id));
    }

    [Fact]
    public async Task Post_UndoAfterSomethingWasHungOnIt_SaysWhatAndUndoesNothing()
    {
        var (partnership, client) = await StartAsync();
        var page = await BringInAsync(client, await ReadAsync(client, partnership, Plan));
        await portal.Data.InTenantAsync(partnership.Id, async db =>
        {
            var project = await db.Projects.FirstAsync();
            db.Add(new SubAction { ProjectId = project.Id, Text = "Added by hand" });
            return true;
        });
        var before = await CountsAsync(partnership.Id);

        var refused = await page.SubmitAsync("form[action$=undo]");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("sub-action", refused.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountsAsync(partnership.Id));
    }

    [Fact]
    public async Task Post_BringInTwice_HasOneEffect()
    {
        var (partnership, client) = await StartAsync();
        var page = await ReadAsync(client, partnership, Plan);
        await BringInAsync(client, page);
        var before = await CountsAsync(partnership.Id);

        (await BringInAsync(client, page)).ShouldBeOk();

        Assert.Equal(before, await CountsAsync(partnership.Id));
    }

    [Fact]
    public async Task Post_BringInAfterThePlanChanged_ShowsItAgain()
    {
        var (partnership, client) = await StartAsync();
        await BringInAsync(client, await ReadAsync(client, partnership, Plan));
        var page = await ReadAsync(client, partnership, Plan.Replace("May 2025", "July 2025", StringComparison.Ordinal));
        await portal.Data.InTenantAsync(partnership.Id, async db =>
        {
            (await db.Projects.SingleAsync(p => p.Number == "1.1")).Deadline = DeadlineParser.Parse("August 2025");
            return true;
        });
        var before = await CountsAsync(partnership.Id);

        var shown = await page.SubmitAsync("form[action$=confirm]");

        Assert.Equal(HttpStatusCode.Conflict, shown.Status);
        Assert.Contains("August 2025 → July 2025", shown.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountsAsync(partnership.Id));
        (await BringInAsync(client, shown)).ShouldBeOk();
    }

    [Fact]
    public async Task Post_TwoPeopleAtOnce_OneOfThemIsAConflict()
    {
        var (partnership, client) = await StartAsync();
        await BringInAsync(client, await ReadAsync(client, partnership, Plan));
        var pages = new List<TestPage>();
        foreach (var month in new[] { "July 2025", "August 2025" })
        {
            pages.Add(await ReadAsync(client, partnership, Plan.Replace("May 2025", month, StringComparison.Ordinal)));
        }

        var ends = await Task.WhenAll(pages.Select(p => p.SubmitAsync("form[action$=confirm]")));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], ends.Select(e => e.Status).Order());
    }

    [Fact]
    public async Task Post_Choices_ReadsTheFileAgainAndIsRemembered()
    {
        var (partnership, client) = await StartAsync();
        var page = await ReadAsync(client, partnership, "Action,Lead,Odd\nWrite the policy,Head of QA,Children know it\n");
        Assert.Equal("other", Chosen(page, 2));

        var again = await ChooseAsync(client, page, ("Columns[2].Field", "impact"));

        Assert.Equal("impact", Chosen(again, 2));
        await BringInAsync(client, again);
        var project = await portal.Data.InTenantAsync(partnership.Id, db => db.Projects.AsNoTracking().SingleAsync());
        Assert.Equal("Children know it", project.Impact);
        var next = await ReadAsync(client, partnership, "Action,Lead,Odd\nWrite another policy,Head of QA,They say so\n");
        Assert.Equal("impact", Chosen(next, 2));
    }

    [Fact]
    public async Task Post_LeadThatIsSomebodyKnown_IsThatOneFromThenOn()
    {
        var (partnership, client) = await StartAsync();
        var known = await portal.Data.InTenantAsync(partnership.Id, db =>
        {
            var responsibility = new LeadResponsibility { Name = "Head of Quality Assurance" };
            db.Add(responsibility);
            return Task.FromResult(responsibility);
        });
        var page = await ReadAsync(client, partnership, "Action,Lead\nWrite the policy,HQA\n");
        Assert.Contains("“HQA” is named as a lead, but is not one of your responsibilities", page.Text, StringComparison.Ordinal);

        await BringInAsync(client, page, ("Leads[0].Choice", known.Id.ToString()));

        var lead = await portal.Data.InTenantAsync(partnership.Id, db => db.ProjectLeads.AsNoTracking().Include(l => l.LeadResponsibility).SingleAsync());
        Assert.Equal(known.Id, lead.LeadResponsibilityId);
        Assert.Contains("HQA", lead.LeadResponsibility!.AlsoWritten);
        Assert.Contains("Nothing to import", (await ReadAsync(client, partnership, "Action,Lead\nWrite the policy,HQA\n")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan.docx", "PK not a zip")]
    [InlineData("plan.csv", "")]
    [InlineData("plan.pdf", "%PDF-1.7")]
    [InlineData("plan.csv", "one\ntwo\n")]
    public async Task Post_FileThatIsNoPlan_SaysSoAtTheFieldAndStoresNothing(string name, string content)
    {
        var (partnership, client) = await StartAsync();
        var before = await CountsAsync(partnership.Id);

        var page = await client.SendFileAsync(partnership, name, Encoding.UTF8.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotNull(page.Document.QuerySelector("#File-error"));
        Assert.Equal(before, await CountsAsync(partnership.Id));
    }

    [Fact]
    public async Task Post_FileTooLarge_SaysSo()
    {
        var (partnership, client) = await StartAsync();

        var page = await client.SendFileAsync(partnership, "plan.csv", new byte[PlanImport.MaxBytes + 1]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("10 MB or smaller", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PartnershipRole.Reader)]
    [InlineData(PartnershipRole.Contributor)]
    [InlineData(PartnershipRole.ChiefOfficer)]
    public async Task Get_ByAnotherRole_Is403(PartnershipRole role)
    {
        var (partnership, _) = await StartAsync();

        var page = await portal.ClientFor(partnership.People[role]).GetPageAsync($"/{partnership.Slug}/plans/import");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }

    [Fact]
    public async Task Get_Preview_StaysWithinItsCommands()
    {
        var (partnership, client) = await StartAsync();
        await BringInAsync(client, await ReadAsync(client, partnership, Rows(300)));
        var page = await ReadAsync(client, partnership, Rows(310));

        portal.Host.Commands.Reset();
        var shown = await client.GetPageAsync(page.Response.RequestMessage!.RequestUri!.PathAndQuery);

        shown.ShouldBeOk();
        Assert.InRange(portal.Host.Commands.Texts.Count, 1, 16);
        Assert.Contains("Show all", shown.Text, StringComparison.Ordinal);
    }

    private static string Rows(int count) => "Aim,Action,Lead,Deadline\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"Aim {i % 5},Do thing number {i} of many,Head of QA,May 2025\n"));

    private static string? Chosen(TestPage page, int column) => page.Find($"#column-{column} option[selected]").GetAttribute("value");

    private async Task<(TestPartnership Partnership, HttpClient Client)> StartAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, portal.ClientFor(partnership.Lead));
    }

    private static Task<TestPage> ReadAsync(HttpClient client, TestPartnership partnership, string csv) => client.ReadFileAsync(partnership, "plan.csv", Encoding.UTF8.GetBytes(csv));

    /// <summary>Presses the other button of the form.</summary>
    private static async Task<TestPage> ChooseAsync(HttpClient client, TestPage page, (string Name, string Value) field)
    {
        var fields = TestPage.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)page.Find("form[action$=confirm]")).Where(f => f.Key != field.Name).Append(KeyValuePair.Create(field.Name, field.Value));
        using var content = new FormUrlEncodedContent(fields);
        return await client.FollowAsync(await client.SendFormAsync(page.Find("button[formaction]").GetAttribute("formaction")!, content));
    }

    private static async Task<TestPage> BringInAsync(HttpClient client, TestPage page, params (string, string?)[] fields) =>
        await client.FollowAsync(await page.SubmitAsync("form[action$=confirm]", fields));

    private Task<Counts> CountsAsync(int tenant) => portal.Data.InTenantAsync(tenant, async db => new Counts(
        await db.Plans.CountAsync(), await db.StretchAims.CountAsync(), await db.KeyDrivers.CountAsync(), await db.Projects.CountAsync(), await db.ProjectLeads.CountAsync(),
        await db.SubActions.CountAsync() + await db.SubActionOwners.CountAsync() + await db.CategoryNotes.CountAsync(), await db.Measures.CountAsync(),
        await db.UpdateEntries.CountAsync(), await db.DeadlineSlips.CountAsync(), await db.LeadResponsibilities.CountAsync(), await db.RecommendationLinks.CountAsync(), await db.PlanImports.CountAsync()));

    private sealed record Counts(
        int Plans, int Aims, int Drivers, int Projects, int Leads, int Steps, int Measures, int Entries, int Slips, int Responsibilities, int Links, int Imports);
}
