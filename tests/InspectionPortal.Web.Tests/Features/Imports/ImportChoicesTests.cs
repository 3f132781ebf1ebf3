using System.Net;
using System.Text;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Projects;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>What somebody can decide where a file leaves a doubt.</summary>
public sealed class ImportChoicesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Doubtful = "Aim,Ref,Action,Lead,Deadline,RAG,Status\n"
        + "Be safe,1,Write the policy,Head of QA,Set17,Teal,In limbo\n"
        + "Be safe,2,Train every team,Head of QA,Set17,Green,In progress\n"
        + "Be safe,3,Write the policy,Head of QA,May 2026,Green,In progress\n";

    [Fact]
    public async Task Post_BringInAsSuggested_TakesTheSuggestions()
    {
        var (partnership, client) = await StartAsync();

        var projects = await BroughtInAsync(partnership, client, await ReadAsync(client, partnership, Doubtful));

        Assert.Equal(["1", "2", "3"], projects.Select(p => p.Number));
        Assert.Equal((DeadlineKind.Month, null, ProjectStatus.NotStarted), (projects[0].Deadline.Kind, projects[0].Rag, projects[0].Status));
    }

    [Fact]
    public async Task Post_BringInWithChoices_FollowsThem()
    {
        var (partnership, client) = await StartAsync();
        var page = await ReadAsync(client, partnership, Doubtful);

        var projects = await BroughtInAsync(
            partnership, client, page, Choice(page, "deadline", ImportQuestion.AsWritten), Choice(page, "rating", "at-risk"), Choice(page, "status", nameof(ProjectStatus.Stopped)),
            Choice(page, "twice", ImportQuestion.LeaveOut));

        Assert.Equal(["1", "2"], projects.Select(p => p.Number));
        Assert.All(projects, p => Assert.Equal((DeadlineKind.Unclear, "Set17"), (p.Deadline.Kind, p.Deadline.Text)));
        Assert.Equal(("at-risk", ProjectStatus.Stopped), (projects[0].Rag, projects[0].Status));
    }

    [Fact]
    public async Task Post_SameNumberAndQuiteOtherWords_IsDoubtedAndARewordingIsNot()
    {
        var (partnership, client) = await StartAsync();
        await BroughtInAsync(partnership, client, await ReadAsync(client, partnership, "Aim,Ref,Action,Deadline\nBe safe at home,1.1,Write the policy,May 2026\nBe safe at home,1.2,Train every team,May 2026\n"));

        var page = await ReadAsync(client, partnership, "Aim,Ref,Action,Deadline\nBe safe at home,1.1,Write the policy again,May 2026\nBe safe at home,1.2,Recruit more carers,May 2026\n");

        var doubt = Assert.Single(page.Document.QuerySelectorAll("main tr, main li"), r => r.TextContent.Contains("uses this number for different text", StringComparison.Ordinal));
        Assert.Contains("number 1.2 is “Train every team”", doubt.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ActionsKeptTogether_AreOneProjectWithoutSubActions()
    {
        var (partnership, client) = await StartAsync();
        var page = await ReadAsync(client, partnership, "Action,Lead,Deadline\n\"- Write the policy\n- Train every team\n- Audit the files\",Head of QA,\"May 2026\nJune 2026\"\n");

        var project = Assert.Single(await BroughtInAsync(partnership, client, page, Choice(page, "actions", ImportQuestion.Together)));

        Assert.Equal("Write the policy; Train every team; Audit the files", project.Title);
        Assert.Empty(project.SubActions);
    }

    [Fact]
    public async Task Post_ReadAgainWithAChoice_ShowsItChosen()
    {
        var (partnership, client) = await StartAsync();
        var page = await ReadAsync(client, partnership, Doubtful);
        var (name, value) = Choice(page, "rating", "at-risk");
        using var content = new FormUrlEncodedContent(TestPage.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)page.Find("form[action$=confirm]"))
            .Where(f => f.Key != name).Append(KeyValuePair.Create(name, value!)));

        var again = await client.FollowAsync(await client.SendFormAsync(page.Find("button[formaction]").GetAttribute("formaction")!, content));

        Assert.Equal("at-risk", Chosen(again, "rating"));
    }

    [Fact]
    public async Task Post_BringInWhereThePlanChanged_KeepsWhatWasJustChosen()
    {
        var (partnership, client) = await StartAsync();
        await BroughtInAsync(partnership, client, await ReadAsync(client, partnership, "Aim,Ref,Action,Lead,Deadline\nBe safe,1,Old words of it,Head of QA,May 2025\n"));
        var page = await ReadAsync(client, partnership, Doubtful.Replace("Head of QA", "HQA", StringComparison.Ordinal));
        await portal.Data.InTenantAsync(partnership.Id, async database => (await database.Projects.SingleAsync()).Title = "Newer words of it");

        var refused = await page.SubmitAsync("form[action$=confirm]", Choice(page, "rating", "at-risk"), ("Leads[0].Choice", ImportChoices.AsWords));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("at-risk", Chosen(refused, "rating"));
        Assert.Equal(ImportChoices.AsWords, refused.Find("#lead-0 option[selected]").GetAttribute("value"));
        var project = (await BroughtInAsync(partnership, client, refused)).Single(p => p.Number == "1");
        Assert.Equal(("at-risk", "HQA"), (project.Rag, project.LeadsText));
    }

    private static (string Name, string? Value) Choice(TestPage page, string kind, string value) => ($"Readings[{Index(page, kind)}].Choice", value);

    private static string? Chosen(TestPage page, string kind) => page.Find($"#reading-{Index(page, kind)} option[selected]").GetAttribute("value");

    private static int Index(TestPage page, string kind) =>
        page.Document.QuerySelectorAll("input[name^='Readings']").Select((input, i) => (Key: input.GetAttribute("value")!, Index: i)).First(q => q.Key.StartsWith($"{kind}: ", StringComparison.Ordinal)).Index;

    private static Task<TestPage> ReadAsync(HttpClient client, TestPartnership partnership, string csv) => client.ReadFileAsync(partnership, "plan.csv", Encoding.UTF8.GetBytes(csv));

    private async Task<(TestPartnership Partnership, HttpClient Client)> StartAsync()
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        return (partnership, portal.ClientFor(partnership.Lead));
    }

    private async Task<List<ImprovementProject>> BroughtInAsync(TestPartnership partnership, HttpClient client, TestPage page, params (string, string?)[] fields)
    {
        (await client.FollowAsync(await page.SubmitAsync("form[action$=confirm]", fields))).ShouldBeOk();
        return await portal.Data.InTenantAsync(partnership.Id, database => database.Projects.AsNoTracking().Include(p => p.SubActions).OrderBy(p => p.Position).ToListAsync());
    }
}
