using System.Net;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Audit;

public sealed class ListHistoryTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_Project_SaysWhoChangedWhatInThePartnershipsWords()
    {
        var here = await portal.Data.CreatePartnershipAsync(p =>
        {
            p.Vocabulary = new Vocabulary { ImprovementProject = "Objective", StretchAim = "Theme" };
            p.Layout = new PlanLayout { Columns = [new(PlanField.Difference, "What area will this support?"), new(PlanField.Leads, "Accountable officer")] };
        });
        var plan = await portal.Data.CreatePlanAsync(here);
        var client = portal.ClientFor(here.Lead);
        await EditAsync(client, here, plan, ("Difference", "Sooner"), ("Deadline", "31 December 2020"), ("SlipReason", "Late start"));

        var page = await HistoryAsync(here.Reader, here, "project", plan.ProjectIds[0]);

        var newest = page.Document.QuerySelectorAll("table > tbody > tr").Take(2).Select(Words).ToList();
        Assert.Contains(newest, r => r.Contains("Changed objective", StringComparison.Ordinal) && r.Contains("What area will this support?: Sooner", StringComparison.Ordinal)
            && r.Contains("Deadline: 30 September 2020 → changed to 31 December 2020", StringComparison.Ordinal) && r.Contains(here.Lead.Email.Split('@')[0], StringComparison.Ordinal));
        Assert.Contains(newest, r => r.Contains("Added deadline change", StringComparison.Ordinal) && r.Contains("Late start", StringComparison.Ordinal));
        Assert.Contains($"Accountable officer: Post {here.Canary}", Words(page.Find("main")), StringComparison.Ordinal);
        Assert.Contains("History of this objective", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Project_HoldsItsPartsAlsoThoseThatWereRemoved()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(here.Id, async database =>
        {
            database.Add(new SubActionOwner { SubActionId = plan.SubActionIds[0], LeadResponsibilityId = plan.ResponsibilityId });
            await database.SaveChangesAsync();
            database.Remove(await database.SubActionOwners.SingleAsync());
            database.Remove(await database.SubActions.SingleAsync(s => s.Id == plan.SubActionIds[0]));
            database.Remove(await database.RecommendationLinks.SingleAsync(l => l.ProjectId == plan.ProjectIds[0]));
            (await database.Measures.SingleAsync(m => m.Id == plan.MeasureIds[0])).Title = "Renamed measure";
            return true;
        });

        var rows = await RowsAsync(here, "project", plan.ProjectIds[0]);

        Assert.Contains(rows, r => r.Contains("Removed sub-action", StringComparison.Ordinal) && r.Contains($"Step {here.Canary}", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("Removed owner of a sub-action", StringComparison.Ordinal) && r.Contains($"Post {here.Canary}", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("Removed link to a recommendation", StringComparison.Ordinal) && r.Contains($"1 Recommendation {here.Canary}", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("Added lead", StringComparison.Ordinal) && r.Contains($"Responsibility: Post {here.Canary}", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("Added measure", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.Contains("Changed measure", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.Contains("Project 2", StringComparison.Ordinal));
        var step = await HistoryAsync(here.Reader, here, "sub-action", plan.SubActionIds[0]);
        Assert.Contains("This sub-action was removed.", step.Text, StringComparison.Ordinal);
        Assert.Contains("Changed measure", string.Join(' ', await RowsAsync(here, "measure", plan.MeasureIds[0])), StringComparison.Ordinal);
        Assert.Contains("Added target", string.Join(' ', await RowsAsync(here, "measure", plan.MeasureIds[0])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterAMove_SaysFromWhereToWhere()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var arrange = (await client.GetPageAsync($"{here.PlanPath}/arrange")).ShouldBeOk();
        await arrange.SubmitAsync("form.p-arrange", ("Move", arrange.Find($"#project-{plan.ProjectIds[1]}-up").GetAttribute("value")));
        var form = (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[1]}/place")).ShouldBeOk();
        await form.SubmitAsync("form.p-form", ("Under", $"aim:{plan.AimId}"));

        var rows = await RowsAsync(here, "project", plan.ProjectIds[1]);
        Assert.Contains(rows, r => r.Contains("Position: 3 → changed to 1", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains($"Key driver: Driver {here.Canary}", StringComparison.Ordinal));
        Assert.Contains(await RowsAsync(here, "driver", plan.DriverId), r => r.Contains("1.2 Project 2", StringComparison.Ordinal) && r.Contains("Changed improvement project", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_EveryKind_IsAPageWithItsChildren()
    {
        var (here, plan) = await MakeAsync();
        var review = await portal.Data.InTenantAsync(here.Id, database =>
        {
            var made = new ProgressReview { InspectionId = plan.InspectionId, Title = "Return visit" };
            made.Findings.Add(new ReviewFinding { RecommendationId = plan.RecommendationId, Text = "Better" });
            database.Add(made);
            return Task.FromResult(made.Id);
        });
        foreach (var (kind, id, expected) in new[]
        {
            ("plan", plan.Id, "Added stretch aim"), ("aim", plan.AimId, "Added key driver"), ("driver", plan.DriverId, "Added improvement project"),
            ("project", plan.ProjectIds[0], "Added lead"), ("sub-action", plan.SubActionIds[0], "Added sub-action"), ("measure", plan.MeasureIds[0], "Added figure"),
            ("inspection", plan.InspectionId, "Added progress review"), ("recommendation", plan.RecommendationId, "Added review finding"), ("review", review, "Added review finding"),
        })
        {
            var rows = string.Join('\n', await RowsAsync(here, kind, id));
            Assert.Contains(expected, rows, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_UnknownForeignOrOfAnotherKind_IsNotFound()
    {
        var (here, plan) = await MakeAsync();
        var (_, foreign) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        foreach (var path in new[] { $"project/{foreign.ProjectIds[0]}", $"project/{Guid.NewGuid()}", $"aim/{plan.ProjectIds[0]}", $"plan/{plan.AimId}", "project/nonsense", $"update/{plan.PeriodId}" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await client.GetPageAsync($"/{here.Slug}/history/{path}")).Status));
        }
    }

    [Fact]
    public async Task Get_AsALinkOfficer_IsNotFoundAndNotOffered()
    {
        var (here, plan) = await MakeAsync();
        var client = portal.ClientFor((await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan)).Person);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{here.Slug}/history/project/{plan.ProjectIds[0]}")).Status);
        foreach (var path in new[] { $"plans/{plan.Id}", $"projects/{plan.ProjectIds[0]}", $"measures/{plan.MeasureIds[0]}", $"inspections/{plan.InspectionId}", $"recommendations/{plan.RecommendationId}" })
        {
            Assert.DoesNotContain("/history/", (await client.GetPageAsync($"/{here.Slug}/{path}")).ShouldBeOk().Html, StringComparison.Ordinal);
            Assert.Contains("/history/", (await portal.ClientFor(here.Reader).GetPageAsync($"/{here.Slug}/{path}")).ShouldBeOk().Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_Drafts_AreNotTold()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            database.Add(new ProgressUpdate { PeriodId = plan.PeriodId, ProjectId = plan.ProjectIds[0], HelpNeeded = "A draft’s own words" });
            return Task.FromResult(true);
        });
        Assert.DoesNotContain("own words", (await HistoryAsync(here.Reader, here, "project", plan.ProjectIds[0])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ManyChanges_ArePaged()
    {
        var (here, plan) = await MakeAsync();
        for (var i = 0; i < 35; i++)
        {
            await portal.Data.InTenantAsync(here.Id, async database => (await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0])).Impact = $"Change {i}");
        }

        var first = await HistoryAsync(here.Reader, here, "project", plan.ProjectIds[0]);
        Assert.Contains("Change 33 → changed to Change 34", Words(first.Find("table > tbody > tr")), StringComparison.Ordinal);
        var second = (await portal.ClientFor(here.Reader).GetPageAsync($"/{here.Slug}/history/project/{plan.ProjectIds[0]}{first.Find("a[rel=next]").GetAttribute("href")}")).ShouldBeOk();
        Assert.Contains("Page 2 of 2", second.Text, StringComparison.Ordinal);
        foreach (var page in new[] { "0", "-3", "99999999999", "x" })
        {
            (await portal.ClientFor(here.Reader).GetPageAsync($"/{here.Slug}/history/project/{plan.ProjectIds[0]}?page={page}")).ShouldBeOk();
        }
    }

    private static async Task EditAsync(HttpClient client, TestPartnership here, TestPlan plan, params (string, string?)[] fields)
    {
        var form = (await client.GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/edit")).ShouldBeOk();
        var saved = await form.SubmitAsync("form.p-form", fields);
        Assert.True(saved.Status == HttpStatusCode.Redirect, saved.Text);
    }

    private async Task<List<string>> RowsAsync(TestPartnership here, string kind, Guid id) =>
        [.. (await HistoryAsync(here.Reader, here, kind, id)).Document.QuerySelectorAll("table > tbody > tr").Select(Words)];

    private async Task<TestPage> HistoryAsync(TestPerson person, TestPartnership here, string kind, Guid id) =>
        (await portal.ClientFor(person).GetPageAsync($"/{here.Slug}/history/{kind}/{id}")).ShouldBeOk();

    private static string Words(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        return (here, await portal.Data.CreatePlanAsync(here));
    }
}
