using System.Net;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

public sealed class AnswerRecommendationTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-form";

    [Fact]
    public async Task Post_Twice_LinksOnceAndClosesTheGap()
    {
        var (here, plan, recommendation) = await MakeAsync();
        var client = portal.ClientFor(here.Lead);
        var page = (await client.GetPageAsync($"{here.PlanPath}/link?recommendation={recommendation}&project={plan.ProjectIds[0]}")).ShouldBeOk();

        var first = await page.SubmitAsync(Form, ("Basis", "Stated"), ("Why", "Page 3"));
        var second = await page.SubmitAsync(Form, ("Basis", "Stated"), ("Why", "Page 3"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, second.Status));
        var link = Assert.Single(await LinksAsync(here, recommendation));
        Assert.Equal((plan.ProjectIds[0], LinkBasis.Stated, "Page 3"), (link.ProjectId, link.Basis, link.Why));
        var coverage = await client.FollowAsync(first);
        Assert.Contains("You sent this form before", coverage.Text, StringComparison.Ordinal);
        Assert.Contains("All 2 recommendations have linked work.", coverage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NothingOrForeignOrTooLong_SaysSoAndLinksNothing()
    {
        var (here, _, recommendation) = await MakeAsync();
        var (_, foreign, theirs) = await MakeAsync();
        var page = (await portal.ClientFor(here.Lead).GetPageAsync($"{here.PlanPath}/link?recommendation={recommendation}")).ShouldBeOk();

        foreach (var (field, value, message) in new (string, string, string)[]
        {
            ("ProjectId", "", "Choose the work to link"), ("RecommendationId", "", "Choose a recommendation"),
            ("ProjectId", $"{foreign.ProjectIds[0]}", "Choose from the list"), ("ProjectId", $"{Guid.NewGuid()}", "Choose from the list"),
            ("RecommendationId", $"{theirs}", "Choose from the list"), ("Why", new string('x', 501), "500"),
        })
        {
            (string, string?)[] project = field == "ProjectId" ? [] : [("ProjectId", await FirstProjectAsync(here))];
            var answer = await page.SubmitAsync(Form, [.. project, (field, value)]);
            Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{field}={value}: {answer.Status}");
            Assert.Contains(message, answer.Errors[0], StringComparison.Ordinal);
        }

        Assert.Empty(await LinksAsync(here, recommendation));
    }

    private Task<string> FirstProjectAsync(TestPartnership here) => portal.Data.InTenantAsync(
        here.Id, async database => (await database.Projects.OrderBy(p => p.Position).Select(p => p.Id).FirstAsync()).ToString());

    private Task<List<RecommendationLink>> LinksAsync(TestPartnership here, Guid recommendation) => portal.Data.InTenantAsync(
        here.Id, database => database.RecommendationLinks.Where(l => l.RecommendationId == recommendation).ToListAsync());

    private async Task<(TestPartnership Partnership, TestPlan Plan, Guid Recommendation)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var recommendation = await portal.Data.InTenantAsync(here.Id, database =>
            Task.FromResult(database.Add(new Recommendation { InspectionId = plan.InspectionId, Number = "2", Text = "Second", Position = 1 }).Entity.Id));
        return (here, plan, recommendation);
    }
}
