using System.Net;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Inspections;

/// <summary>A recommendation is corrected and linked from its own page.</summary>
public sealed class RecommendationWorkTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task LinkWork_FromItsPage_TakesThreeClicksAndStatesTheLink()
    {
        var (here, plan) = await MakeAsync();
        var id = await portal.Data.InTenantAsync(here.Id, database =>
        {
            var added = new Recommendation { InspectionId = plan.InspectionId, Number = "2", Text = "Improve chronologies", Kind = RecommendationKind.PriorityArea };
            database.Add(added);
            return Task.FromResult(added.Id);
        });
        var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync($"/{here.Slug}/recommendations/{id}")).ShouldBeOk();

        var form = (await client.GetPageAsync(Button(page, "Link work")!)).ShouldBeOk();
        Assert.Equal($"{id}", form.Find("#RecommendationId option[selected]").GetAttribute("value"));
        var saved = await form.SubmitAsync("form.p-form", ("ProjectId", $"{plan.ProjectIds[0]}"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var link = await portal.Data.InTenantAsync(here.Id, database => database.RecommendationLinks.SingleAsync(l => l.RecommendationId == id));
        Assert.Equal((plan.ProjectIds[0], LinkBasis.Stated), (link.ProjectId, link.Basis));
    }

    [Fact]
    public async Task LinksOfAProject_NewLink_IsStatedUnlessSaidOtherwise()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.InTenantAsync(here.Id, database =>
        {
            database.Add(new Recommendation { InspectionId = plan.InspectionId, Number = "2", Text = "Two", Position = 2, Kind = RecommendationKind.PriorityArea });
            return Task.FromResult(true);
        });

        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/projects/{plan.ProjectIds[0]}/links")).ShouldBeOk();

        // The first is a link that an import worked out, and stays one.
        Assert.Equal("Inferred", page.Find("[name='Links[0].Basis'] option[selected]").GetAttribute("value"));
        Assert.Equal("Stated", page.Find("[name='Links[1].Basis'] option[selected]").GetAttribute("value"));
    }

    [Fact]
    public async Task Page_ForWhoMayEdit_LinksToItsForm()
    {
        var (here, plan) = await MakeAsync();
        var path = $"/{here.Slug}/recommendations/{plan.RecommendationId}";
        var client = portal.ClientFor(here.Lead);

        var form = (await client.GetPageAsync(Button((await client.GetPageAsync(path)).ShouldBeOk(), "Edit")!)).ShouldBeOk();
        Assert.Equal(HttpStatusCode.Redirect, (await form.SubmitAsync("form.p-form", ("Text", "Improve it well"))).Status);

        Assert.Contains("Improve it well", (await client.GetPageAsync(path)).Text, StringComparison.Ordinal);
        var officer = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        foreach (var person in new[] { here.Reader, here.Contributor, officer.Person })
        {
            var page = (await portal.ClientFor(person).GetPageAsync(path)).ShouldBeOk();
            Assert.Null(Button(page, "Edit"));
            Assert.Null(Button(page, "Link work"));
        }
    }

    [Fact]
    public async Task Page_WithSeveralPlans_OffersTheWorkOfEach()
    {
        var (here, plan) = await MakeAsync();
        var other = await portal.Data.CreatePlanAsync(here with { Canary = TestData.Unique("other") });

        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/recommendations/{plan.RecommendationId}")).ShouldBeOk();

        Assert.Equal($"/{here.Slug}/plans/{plan.Id}/link?recommendation={plan.RecommendationId}", Button(page, "Link work"));
        Assert.Equal(
            new[] { plan.Id, other.Id }.Select(p => $"/{here.Slug}/plans/{p}/link?recommendation={plan.RecommendationId}"),
            page.Document.QuerySelectorAll("main a").Where(a => a.TextContent.StartsWith("Link work from", StringComparison.Ordinal)).Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Places_OfALinkOfficer_SayThePartnershipsWord()
    {
        var here = await portal.Data.CreatePartnershipAsync(p => p.Vocabulary = p.Vocabulary with { Recommendation = "Area for improvement" });
        var officer = await portal.Data.CreateOfficerAsync(here, await portal.Data.CreatePlanAsync(here), GrantScope.LivePlan);

        var page = (await portal.ClientFor(officer.Person).GetPageAsync($"/{here.Slug}/recommendations")).ShouldBeOk();

        Assert.Equal("Areas for improvement", page.Find(".p-places__row a[aria-current]").TextContent);
        Assert.StartsWith("Areas for improvement", page.Document.Title, StringComparison.Ordinal);
    }

    private static string? Button(TestPage page, string words) =>
        page.Document.QuerySelectorAll("main a.govuk-button").FirstOrDefault(a => a.TextContent.Trim() == words)?.GetAttribute("href");

    private async Task<(TestPartnership Here, TestPlan Plan)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        return (here, await portal.Data.CreatePlanAsync(here));
    }
}
