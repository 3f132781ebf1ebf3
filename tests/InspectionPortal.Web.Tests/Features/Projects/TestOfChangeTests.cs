using System.Net;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Projects;

/// <summary>Plan, do, study, act, on the project and on the chart of its measure.</summary>
public sealed class TestOfChangeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("/tests/{0}/edit", "/tests-of-change/{0}/edit")]
    [InlineData("/projects/{0}/tests/new?after=1", "/projects/{0}/tests-of-change/new?after=1")]
    [InlineData("/points/{0}/edit", "/figures/{0}/edit")]
    [InlineData("/points/{0}/exclude", "/figures/{0}/exclude")]
    [InlineData("/measures/{0}/points/new", "/measures/{0}/figures/new")]
    public async Task Get_AnAddressThatWasRenamed_RedirectsForGood(string earlier, string now)
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        var id = Guid.CreateVersion7().ToString();

        var page = await portal.ClientFor(tenant.Lead).GetPageAsync($"/{tenant.Slug}{earlier.Replace("{0}", id, StringComparison.Ordinal)}");

        Assert.Equal(HttpStatusCode.MovedPermanently, page.Status);
        Assert.Equal($"/{tenant.Slug}{now.Replace("{0}", id, StringComparison.Ordinal)}", page.Location);
    }

    [Fact]
    public async Task Post_ByWhoAnswersForIt_StandsInTheRampAndOnTheChart()
    {
        var (tenant, plan) = await MakeAsync();
        using var client = portal.ClientFor(tenant.Contributor);
        var form = (await client.GetPageAsync($"/{tenant.Slug}/projects/{plan.ProjectIds[0]}/tests-of-change/new")).ShouldBeOk();

        var saved = await form.SubmitAsync(
            "form.p-form", ("Title", "Reminder calls"), ("Question", "Do more come?"), ("Prediction", "Ten more"), ("From", "2 March 2020"), ("Until", "30 March 2020"),
            ("MeasureId", $"{plan.MeasureIds[0]}"), ("Learnt", "Mornings work"), ("Decision", "Adapt"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var project = await client.GetPageAsync($"/{tenant.Slug}/projects/{plan.ProjectIds[0]}");
        var ramp = project.Document.QuerySelectorAll(".p-ramp > li").Select(e => e.TextContent).ToList();
        Assert.Equal(2, ramp.Count);
        Assert.Contains("Reminder calls", ramp[1], StringComparison.Ordinal);
        Assert.Contains("Adapt", ramp[1], StringComparison.Ordinal);
        Assert.Contains("2 March 2020 to 30 March 2020", ramp[1], StringComparison.Ordinal);
        Assert.Equal(["Test starts: Reminder calls", "Test ends, adapted: Reminder calls"], await NotesAsync(tenant));
        var next = await client.GetPageAsync(project.Find(".p-ramp a[href*='after=']").GetAttribute("href")!);
        Assert.Equal("Do more come?", next.Find("#Question").TextContent.Trim());
    }

    [Fact]
    public async Task Post_ChangedOrRemoved_MovesItsDatesOnTheChart()
    {
        var (tenant, plan) = await MakeAsync();
        var id = await portal.Data.InTenantAsync(tenant.Id, d => d.TestsOfChange.Where(t => t.ProjectId == plan.ProjectIds[0]).Select(t => t.Id).FirstAsync());
        using var client = portal.ClientFor(tenant.Lead);
        var address = $"/{tenant.Slug}/tests-of-change/{id}/edit";
        await SaveAsync(client, address, ("Title", "Calls"), ("From", "2 March 2020"), ("Until", "9 March 2020"), ("MeasureId", $"{plan.MeasureIds[0]}"));
        await SaveAsync(client, address, ("Until", ""), ("From", "3 March 2020"));
        Assert.Equal(["Test starts: Calls"], await NotesAsync(tenant));

        var removed = await (await client.GetPageAsync(address)).SubmitAsync("form[action$='/remove']");

        Assert.Equal(HttpStatusCode.Redirect, removed.Status);
        Assert.Empty(await NotesAsync(tenant));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync(address)).Status);
    }

    [Theory]
    [InlineData("Until", "1 March 2020", "the same as or after the first")]
    [InlineData("Learnt", "", "before you decide")]
    public async Task Post_WhatCannotBe_IsRefusedBesideTheField(string field, string value, string message)
    {
        var (tenant, plan) = await MakeAsync();
        var form = await portal.ClientFor(tenant.Lead).GetPageAsync($"/{tenant.Slug}/projects/{plan.ProjectIds[0]}/tests-of-change/new");

        var answer = await form.SubmitAsync(
            "form.p-form",
            [.. new (string, string?)[] { ("Title", "Calls"), ("Question", "Do more come?"), ("From", "2 March 2020"), ("Until", "9 March 2020"), ("Learnt", "Yes"), ("Decision", "Adopt") }.Where(f => f.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(message, answer.Find($"#{field}-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_ByWhoDoesNotAnswerForIt_IsRefused()
    {
        var (tenant, plan) = await MakeAsync();
        await portal.Data.EndResponsibilityAsync(tenant, plan, new DateOnly(2020, 2, 1));
        var officer = await portal.Data.CreateOfficerAsync(tenant, plan, GrantScope.LivePlan);
        var address = $"/{tenant.Slug}/projects/{plan.ProjectIds[0]}";

        Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(tenant.Contributor).GetPageAsync($"{address}/tests-of-change/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(officer.Person).GetPageAsync($"{address}/tests-of-change/new")).Status);
        foreach (var person in new[] { tenant.Contributor, tenant.Reader, officer.Person })
        {
            var page = (await portal.ClientFor(person).GetPageAsync(address)).ShouldBeOk();
            Assert.Single(page.Document.QuerySelectorAll(".p-ramp > li"));
            Assert.Empty(page.Document.QuerySelectorAll("#tests a[href*='/tests-of-change/']"));
        }
    }

    private static async Task SaveAsync(HttpClient client, string address, params (string, string?)[] fields) =>
        Assert.Equal(HttpStatusCode.Redirect, (await (await client.GetPageAsync(address)).SubmitAsync("form.p-form", fields)).Status);

    private async Task<(TestPartnership Tenant, TestPlan Plan)> MakeAsync()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        return (tenant, await portal.Data.CreatePlanAsync(tenant, 1));
    }

    private Task<List<string>> NotesAsync(TestPartnership tenant) => portal.Data.InTenantAsync(
        tenant.Id, database => database.MeasureAnnotations.Where(a => a.TestOfChangeId != null).OrderBy(a => a.Date).Select(a => a.Text).ToListAsync());
}
