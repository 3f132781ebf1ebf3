using System.Net;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>A partnership with two plans: the list, the addresses, home and what a grant for one of them shows.</summary>
public sealed class SeveralPlansTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task ListPlans_TwoPlans_ShowsBothWithTheirRatingsAndInspections()
    {
        var (here, first, second) = await MakeAsync();
        var page = (await portal.ClientFor(here.Reader).GetPageAsync($"/{here.Slug}/plans")).ShouldBeOk();

        var rows = page.Document.QuerySelectorAll("main tbody tr");
        Assert.Equal([second.Id, first.Id], rows.Select(r => Guid.Parse(r.QuerySelector("th a")!.GetAttribute("href")![^36..])));
        Assert.Contains("3 projects", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("2 projects", rows[1].TextContent, StringComparison.Ordinal);
        Assert.All(rows, r => Assert.Contains("July to September 2020", r.TextContent, StringComparison.Ordinal));
        Assert.Contains($"Inspection {here.Canary}", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main a[href$='/plans/new']"));
        Assert.NotNull((await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/plans")).Document.QuerySelector("main a[href$='/plans/new']"));
    }

    [Fact]
    public async Task ListPlans_OnePlan_OpensItUnlessTheListIsAskedFor()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here);
        var client = portal.ClientFor(here.Lead);

        Assert.Equal(here.PlanPath, (await client.GetPageAsync($"/{here.Slug}/plans")).Location);
        Assert.NotNull((await client.GetPageAsync($"/{here.Slug}/plans?list=all")).ShouldBeOk().Document.QuerySelector("main a[href$='/plans/new']"));
    }

    [Fact]
    public async Task Get_AddressesFromBefore_LeadToTheSamePages()
    {
        var (here, first, second) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        string At(Guid plan, string rest = "") => $"/{here.Slug}/plans/{plan}{rest}";
        foreach (var (old, now) in new[]
        {
            ("plan", At(second.Id)), ($"plan?plan={first.Id}", At(first.Id)), ("plan?aim=1&late=true", At(second.Id, "?aim=1&late=true")),
            ($"plan/tree?plan={first.Id}&open=all", At(first.Id, "/tree?open=all")), ("plan/export.csv", At(second.Id, "/export.csv")),
            ("plan/edit", At(second.Id, "/edit")), ("plan/new", $"/{here.Slug}/plans/new"), ("plan/import", $"/{here.Slug}/plans/import"),
            ("aims/new", At(second.Id, "/aims/new")), ($"projects/new?aim={second.AimId}", At(second.Id, $"/projects/new?aim={second.AimId}")),
            ("plan/layout", $"/{here.Slug}/settings/words"),
        })
        {
            var answer = await client.GetPageAsync($"/{here.Slug}/{old}");
            Assert.Equal(now, answer.Location);
            (await client.GetPageAsync(answer.Location!)).ShouldBeOk();
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{here.Slug}/plan/nonsense")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{here.Slug}/plan?plan={Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task GetHome_TwoPlans_SaysForEachHowItStandsAndWhereTheWorkIs()
    {
        var (here, first, second) = await MakeAsync();
        await portal.Data.CreateUpdateToReadAsync(here, second, second.ProjectIds[0], UpdateState.Submitted, "words");
        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}")).ShouldBeOk();

        foreach (var (plan, projects, came) in new[] { (first, 2, 0), (second, 3, 1) })
        {
            Assert.NotNull(page.Document.QuerySelector($"main h3 a[href='/{here.Slug}/plans/{plan.Id}']"));
            Assert.Equal($"{projects}", page.Find($"a[href='/{here.Slug}/plans/{plan.Id}?late=true']").TextContent);
            Assert.Contains($"{came} of {projects} updates", page.Text, StringComparison.Ordinal);
        }

        var accept = page.Document.QuerySelectorAll(".p-task").Single(t => t.TextContent.Contains("Accept 1 update", StringComparison.Ordinal));
        Assert.Contains("Second plan", accept.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/{here.Slug}/updates?period={second.PeriodId}", accept.QuerySelector("a")!.GetAttribute("href"));
        foreach (var link in page.Document.QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct(StringComparer.Ordinal))
        {
            (await portal.ClientFor(here.Lead).OpenAsync(link)).ShouldBeOk();
        }
    }

    [Fact]
    public async Task Get_FormsOfOnePlan_OfferOnlyItsOwnAimsAndDrivers()
    {
        var (here, first, second) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        foreach (var form in new[] { "projects/new", "drivers/new", "link" })
        {
            var page = (await client.GetPageAsync($"/{here.Slug}/plans/{first.Id}/{form}")).ShouldBeOk();
            var values = page.Document.QuerySelectorAll("#Under option, #AimId option, #ParentId option, #ProjectId option").Select(o => o.GetAttribute("value")).ToList();
            Assert.DoesNotContain(values, v => v!.Contains($"{second.AimId}", StringComparison.Ordinal) || v.Contains($"{second.ProjectIds[0]}", StringComparison.Ordinal));
            Assert.Contains(values, v => v!.Contains($"{first.AimId}", StringComparison.Ordinal) || v.Contains($"{first.ProjectIds[0]}", StringComparison.Ordinal));
        }

        var driver = (await client.GetPageAsync($"/{here.Slug}/plans/{first.Id}/drivers/new")).ShouldBeOk();
        var refused = await driver.SubmitAsync("form.p-form", ("AimId", $"{second.AimId}"), ("Text", "Elsewhere"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var project = (await client.GetPageAsync($"/{here.Slug}/plans/{first.Id}/projects/new")).ShouldBeOk();
        refused = await project.SubmitAsync("form.p-form", ("Under", $"aim:{second.AimId}"), ("Number", "9"), ("Title", "Elsewhere"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task Get_GrantForOnePlan_ListsThatOneOnly()
    {
        var (here, first, second) = await MakeAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, first, GrantScope.LivePlan);
        var client = portal.ClientFor(officer.Person);

        Assert.Equal($"/{here.Slug}/plans/{first.Id}", (await client.GetPageAsync($"/{here.Slug}/plans")).Location);
        Assert.DoesNotContain("Second plan", (await client.GetPageAsync($"/{here.Slug}/plans?list=all")).ShouldBeOk().Html, StringComparison.Ordinal);
        Assert.Equal($"/{here.Slug}/plans/{first.Id}", (await client.GetPageAsync($"/{here.Slug}/plan")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{here.Slug}/plan?plan={second.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{here.Slug}/plans/{second.Id}")).Status);
    }

    private async Task<(TestPartnership Here, TestPlan First, TestPlan Second)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        var first = await portal.Data.CreatePlanAsync(here);
        var second = await portal.Data.CreatePlanAsync(here, 3);
        await portal.Data.InTenantAsync(here.Id, async database => (await database.Plans.SingleAsync(p => p.Id == second.Id)).Title = "Second plan");
        return (here, first, second);
    }
}
