using System.Net;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Inspections;

/// <summary>Whether a recommendation was met, when, and by which report; and gradings over the years.</summary>
public sealed class RecommendationDecisionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-form";

    [Fact]
    public async Task Post_MetThenReopened_ShowsBothAndTheNewestCounts()
    {
        var (here, plan) = await MakeAsync();
        using var client = portal.ClientFor(here.Lead);
        var path = $"/{here.Slug}/recommendations/{plan.RecommendationId}";
        Assert.Contains("Open. No report says that it was met.", (await client.GetPageAsync(path)).ShouldBeOk().Text,
            StringComparison.Ordinal);

        var form = (await client.GetPageAsync($"{path}/decisions/new")).ShouldBeOk();
        Assert.Equal(path,
            (await form.SubmitAsync(Form, ("State", "Met"), ("Said", $"review:{plan.ReviewId}"), ("On", "27 October 2020"),
            ("Note", "Met in full"))).Location);
        await form.SubmitAsync(Form, ("State", "Met"), ("Said", $"review:{plan.ReviewId}"), ("On", "27 October 2020"));
        Assert.Equal(1, await portal.Data.InTenantAsync(here.Id, database => database.RecommendationDecisions.CountAsync()));
        var met = (await client.GetPageAsync(path)).Text;
        Assert.Contains($"Met, 27 October 2020 as Review {here.Canary} says: Met in full", met, StringComparison.Ordinal);
        Assert.Contains("Met", (await client.GetPageAsync($"/{here.Slug}/recommendations")).Find("main tbody").TextContent,
            StringComparison.Ordinal);

        var again = (await client.GetPageAsync($"{path}/decisions/new")).ShouldBeOk();
        await again.SubmitAsync(Form, ("State", "Reopened"), ("Said", $"inspection:{plan.InspectionId}"), ("On", "3 March 2022"));
        var page = (await client.GetPageAsync(path)).ShouldBeOk();
        Assert.Contains("Open again, 3 March 2022", page.Find("#met").ParentElement!.QuerySelector("li")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("Open again", (await client.GetPageAsync($"/{here.Slug}/recommendations")).Find("main tbody").TextContent,
            StringComparison.Ordinal);
        Assert.Contains("decision on a", (await client.GetPageAsync($"/{here.Slug}/history/recommendation/{plan.RecommendationId}"))
            .ShouldBeOk().Text, StringComparison.Ordinal);

        var removed = await page.SubmitAsync("form[action*='/decisions/']");
        Assert.Equal(path, removed.Location);
        Assert.DoesNotContain("Open again", (await client.GetPageAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ReopenedThatWasNeverMetOrAnUnknownReport_IsRefused()
    {
        var (here, plan) = await MakeAsync();
        var (_, foreign) = await MakeAsync();
        using var client = portal.ClientFor(here.Lead);
        var path = $"/{here.Slug}/recommendations/{plan.RecommendationId}/decisions/new";
        foreach (var (fields, field) in new ((string, string?)[], string)[]
        {
            ([("State", "Reopened"), ("Said", $"review:{plan.ReviewId}"), ("On", "3 March 2022")], "State"),
                ([("State", "Met"), ("Said", $"review:{foreign.ReviewId}"), ("On", "3 March 2022")], "Said"),
            ([("State", "Met"), ("Said", $"report:{plan.PeriodId}"), ("On", "3 March 2022")], "Said"),
                ([("State", "Met"), ("Said", "nonsense"), ("On", "3 March 2022")], "Said"),
            ([("State", "Met"), ("Said", $"review:{plan.ReviewId}"), ("On", "31 June 2022")], "On"),
                ([("State", "Open"), ("Said", $"review:{plan.ReviewId}"), ("On", "3 March 2022")], "State"),
        })
        {
            var answer = await (await client.GetPageAsync(path)).SubmitAsync(Form, fields);
            Assert.Equal((field, HttpStatusCode.UnprocessableEntity), (field, answer.Status));
            Assert.NotNull(answer.Document.QuerySelector($"#{field}-error"));
        }

        Assert.Equal(0, await portal.Data.InTenantAsync(here.Id, database => database.RecommendationDecisions.CountAsync()));
    }

    [Fact]
    public async Task Remove_ReviewThatADecisionRestsOn_IsRefused()
    {
        var (here, plan) = await MakeAsync();
        await DecideAsync(here, plan);
        using var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync($"/{here.Slug}/reviews/{plan.ReviewId}/edit")).ShouldBeOk();

        var answer = await page.SubmitAsync("form[action$='/remove']");

        Assert.Contains("1 recommendation said to be met or open again", answer.Text, StringComparison.Ordinal);
        Assert.True(await portal.Data.InTenantAsync(here.Id, database => database.ProgressReviews.AnyAsync(r => r.Id == plan.ReviewId)));
    }

    [Fact]
    public async Task Get_AsLinkOfficer_SeesItOfRecommendationsOfTheirPlanOnly()
    {
        var (here, plan) = await MakeAsync();
        var second = await portal.Data.CreatePlanAsync(here);
        await DecideAsync(here, plan);
        await DecideAsync(here, second);
        var officer = await portal.Data.CreateOfficerAsync(here, second, GrantScope.LivePlan);
        using var client = portal.ClientFor(officer.Person);

        Assert.Contains("Met, 27 October 2020", (await client.GetPageAsync($"/{here.Slug}/recommendations/{second.RecommendationId}"))
            .ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{here.Slug}/recommendations/{plan.RecommendationId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound,
            (await client.GetPageAsync($"/{here.Slug}/recommendations/{second.RecommendationId}/decisions/new")).Status);
    }

    [Fact]
    public async Task ListInspections_GradedTwice_SetsTheGradesSideBySide()
    {
        var (here, _) = await MakeAsync();
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            var later = new Inspection { Title = "Later inspection", Published = new DateOnly(2024, 5, 2) };
            later.Gradings.Add(new Grading { Indicator = "QI 1.1", Title = "Grading", Grade = "very good" });
            later.Gradings.Add(new Grading { Title = "Something new", Grade = "adequate" });
            database.Add(later);
            return Task.FromResult(true);
        });

        var page = (await portal.ClientFor(here.Reader).GetPageAsync($"/{here.Slug}/inspections")).ShouldBeOk();

        var rows = page.Find("#gradings").ParentElement!.QuerySelectorAll("tbody tr")
            .Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToArray()).ToList();
        Assert.Equal(["good", "very good"], rows[0]);
        Assert.Equal(["Not graded", "adequate"], rows[1]);
    }

    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        return (here, await portal.Data.CreatePlanAsync(here));
    }

    private Task<Guid> DecideAsync(TestPartnership here, TestPlan plan) => portal.Data.InTenantAsync(here.Id, database =>
    {
        var met = new RecommendationDecision { RecommendationId = plan.RecommendationId, ReviewId = plan.ReviewId };
        (met.State, met.On) = (RecommendationState.Met, new DateOnly(2020, 10, 27));
        database.Add(met);
        return Task.FromResult(met.Id);
    });
}
