using System.Net;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Inspections;

public sealed class LinkRecommendationsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-form";

    [Fact]
    public async Task Post_Changed_KeepsBasisAndWhyThenUnlinks()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(tenant, 1);
        using var client = portal.ClientFor(tenant.Lead);
        var path = $"/{tenant.Slug}/projects/{plan.ProjectIds[0]}/links";

        await (await client.GetPageAsync(path)).SubmitAsync(Form, ("Links[0].Basis", "Stated"), ("Links[0].Why", "Page 3"));
        var link = Assert.Single(await LinksAsync(tenant, plan));
        Assert.Equal((LinkBasis.Stated, "Page 3"), (link.Basis, link.Why));

        await (await client.GetPageAsync(path)).SubmitAsync(Form, ("Links[0].Chosen", "false"));
        Assert.Empty(await LinksAsync(tenant, plan));
    }

    [Fact]
    public async Task Post_RecommendationOfAnotherPartnership_IsAnsweredAsUnknown()
    {
        var (tenant, other) = (await portal.Data.CreatePartnershipAsync(), await portal.Data.CreatePartnershipAsync());
        var plan = await portal.Data.CreatePlanAsync(tenant, 1);
        var foreign = await portal.Data.CreatePlanAsync(other, 1);
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync($"/{tenant.Slug}/measures/{plan.MeasureIds[0]}/links");

        var theirs = await page.SubmitAsync(Form, ("Links[0].RecommendationId", foreign.RecommendationId.ToString()), ("Links[0].Chosen", "true"));
        var unknown = await page.SubmitAsync(Form, ("Links[0].RecommendationId", Guid.NewGuid().ToString()), ("Links[0].Chosen", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, theirs.Status);
        Assert.Equal(unknown.Errors, theirs.Errors);
        Assert.DoesNotContain(other.Canary, theirs.Html, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Data.InTenantAsync(tenant.Id, database => database.RecommendationLinks.CountAsync(l => l.MeasureId != null)));
    }

    [Fact]
    public async Task Post_OwnPriorityWithInspection_IsRefused()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(tenant, 1);
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync($"/{tenant.Slug}/recommendations/new?inspection={plan.InspectionId}");

        var own = await page.SubmitAsync(Form, ("Kind", "OwnPriority"), ("Number", "9"), ("Text", "x"));
        var taken = await page.SubmitAsync(Form, ("Kind", "PriorityArea"), ("Number", "1"), ("Text", "x"));

        Assert.NotNull(own.Find("#Kind-error"));
        Assert.Contains("1 is already used", taken.Find("#Number-error").TextContent, StringComparison.Ordinal);
    }

    private Task<List<RecommendationLink>> LinksAsync(TestPartnership tenant, TestPlan plan) => portal.Data.InTenantAsync(
        tenant.Id, database => database.RecommendationLinks.AsNoTracking().Where(l => l.ProjectId == plan.ProjectIds[0]).ToListAsync());
}
