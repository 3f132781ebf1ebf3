using System.Net;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Inspections;

public sealed class GetProgressReviewTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Get_AsReaderAndLinkOfficer_ShowsHowTheyLookedAndWhatTheyFound()
    {
        var (tenant, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(tenant, plan, GrantScope.LivePlan);
        foreach (var person in new[] { tenant.Reader, officer.Person })
        {
            var page = (await portal.ClientFor(person).GetPageAsync($"/{tenant.Slug}/reviews/{plan.ReviewId}")).ShouldBeOk();
            foreach (var words in new[]
            {
                $"Review {tenant.Canary}", $"Conclusion {tenant.Canary}", $"Strength {tenant.Canary}", $"Finding {tenant.Canary}", $"Reviewer {tenant.Canary}",
                "Published in May 2015", "They will return by November 2016", "50 discussions", "Front line staff: too early", "does not give a judgement for each finding",
            })
            {
                Assert.Contains(words, page.Text, StringComparison.Ordinal);
            }

            Assert.Null(page.Document.QuerySelector("a[href$='/edit']"));
        }
    }

    [Fact]
    public async Task Get_ByApprovedReportsOnly_IsNotThere()
    {
        var (tenant, plan) = await MadeAsync();
        var officer = await portal.Data.CreateOfficerAsync(tenant, plan, GrantScope.ApprovedReports);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(officer.Person).GetPageAsync($"/{tenant.Slug}/reviews/{plan.ReviewId}")).Status);
    }

    [Fact]
    public async Task Get_InspectionAndRecommendation_LeadToTheReview()
    {
        var (tenant, plan) = await MadeAsync();
        var client = portal.ClientFor(tenant.Reader);
        var link = $"a[href='/{tenant.Slug}/reviews/{plan.ReviewId}']";
        var inspection = await client.GetPageAsync($"/{tenant.Slug}/inspections/{plan.InspectionId}");
        Assert.Equal($"Review {tenant.Canary}", inspection.Find(link).TextContent);
        var recommendation = await client.GetPageAsync($"/{tenant.Slug}/recommendations/{plan.RecommendationId}");
        Assert.Equal($"Review {tenant.Canary}", recommendation.Find(link).TextContent);
        Assert.Contains($"Finding {tenant.Canary}", recommendation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FindingWithScript_IsShownAsText()
    {
        var (tenant, plan) = await MadeAsync();
        var client = portal.ClientFor(tenant.Lead);
        var form = await client.GetPageAsync($"/{tenant.Slug}/reviews/{plan.ReviewId}/edit");
        var saved = await form.SubmitAsync("form.p-form", ("Findings[0].Text", "<script>alert(1)</script> **Better**"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var page = await client.GetPageAsync($"/{tenant.Slug}/reviews/{plan.ReviewId}");
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.Contains("<strong>Better</strong>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FindingForAnotherInspectionsRecommendation_IsLeftOut()
    {
        var (tenant, plan) = await MadeAsync();
        var other = await portal.Data.InTenantAsync(tenant.Id, database =>
        {
            var elsewhere = new Recommendation { Number = "9", Text = "Of another inspection" };
            database.Add(new Inspection { Title = "Another", Recommendations = { elsewhere } });
            return Task.FromResult(elsewhere.Id);
        });
        var form = await portal.ClientFor(tenant.Lead).GetPageAsync($"/{tenant.Slug}/reviews/{plan.ReviewId}/edit");
        await form.SubmitAsync("form.p-form", ("Findings[0].RecommendationId", other.ToString()), ("Findings[0].Text", "Elsewhere"));
        Assert.False(await portal.Data.InTenantAsync(tenant.Id, database => database.ReviewFindings.AnyAsync(f => f.Text == "Elsewhere")));
    }

    [Fact]
    public async Task Post_NestedGradings_AreShownUnderTheirWhole()
    {
        var (tenant, plan) = await MadeAsync();
        var client = portal.ClientFor(tenant.Lead);
        var form = await client.GetPageAsync($"/{tenant.Slug}/inspections/{plan.InspectionId}/edit");
        await form.SubmitAsync(
            "form.p-form", ("Gradings[1].Title", "Adoption performance"), ("Gradings[1].Grade", "good"), ("Gradings[1].IsPart", "true"));
        var page = await client.GetPageAsync($"/{tenant.Slug}/inspections/{plan.InspectionId}");
        Assert.Contains("– Adoption performance", page.Text, StringComparison.Ordinal);

        var again = await (await client.GetPageAsync($"/{tenant.Slug}/inspections/{plan.InspectionId}/edit")).SubmitAsync("form.p-form", ("Gradings[0].IsPart", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("The first grading cannot be part of another grading", Assert.Single(again.Errors), StringComparison.Ordinal);
    }

    private async Task<(TestPartnership Tenant, TestPlan Plan)> MadeAsync()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(tenant);
        await portal.Data.InTenantAsync(tenant.Id, async database =>
        {
            var review = await database.ProgressReviews.SingleAsync();
            review.PublishedText = "May 2015";
            review.NextBy = DeadlineParser.Parse("by November 2016");
            review.Samples = ["50 discussions"];
            review.NotMet = "Front line staff: too early";
            return true;
        });
        return (tenant, plan);
    }
}
