using System.Net;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

/// <summary>Removing what the plan holds: aims, drivers, sub-actions, measures, targets, figures.</summary>
public sealed class RemoveFromPlanTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    public static TheoryData<string> Held => ["aims", "drivers", "measures", "inspections", "recommendations"];

    public static TheoryData<string> Free => ["sub-actions", "figures", "targets", "reviews"];

    [Theory]
    [MemberData(nameof(Held))]
    public async Task Post_SomethingHangs_SaysWhatAndRemovesNothing(string kind)
    {
        var (tenant, ids) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = (await client.GetPageAsync($"/{tenant.Slug}/{kind}/{ids[kind]}/edit")).ShouldBeOk();
        Assert.Null(page.Document.QuerySelector("#remove"));
        Assert.Contains("cannot remove it", page.Text, StringComparison.Ordinal);

        var answer = await PostAsync(client, page, $"/{tenant.Slug}/{kind}/{ids[kind]}/remove");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("linked items: 1 ", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await RemovedAsync(tenant, ids[kind]));
    }

    [Theory]
    [MemberData(nameof(Free))]
    public async Task Post_Free_RemovesOnceHoweverOftenSent(string kind)
    {
        var (tenant, ids) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = (await client.GetPageAsync($"/{tenant.Slug}/{kind}/{ids[kind]}/edit")).ShouldBeOk();

        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("#remove")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("#remove")).Status);

        Assert.Equal(1, await RemovedAsync(tenant, ids[kind]));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/{tenant.Slug}/{kind}/{ids[kind]}/edit")).Status);
    }

    [Fact]
    public async Task Post_EmptiedAimAndDriver_GoOneAfterTheOther()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(tenant, projects: 0);
        using var client = portal.ClientFor(tenant.Lead);

        foreach (var path in new[] { $"drivers/{plan.DriverId}", $"aims/{plan.AimId}" })
        {
            var page = await client.GetPageAsync($"/{tenant.Slug}/{path}/edit");
            Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("#remove")).Status);
        }

        Assert.Equal(0, await portal.Data.InTenantAsync(tenant.Id, database => database.StretchAims.CountAsync()));
    }

    [Fact]
    public async Task Post_MeasureWithoutFigures_GoesWithItsTargets()
    {
        var (tenant, ids) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var point = await client.GetPageAsync($"/{tenant.Slug}/figures/{ids["figures"]}/edit");
        await point.SubmitAsync("#remove");

        var page = await client.GetPageAsync($"/{tenant.Slug}/measures/{ids["measures"]}/edit");
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("#remove")).Status);

        Assert.Equal(0, await portal.Data.InTenantAsync(tenant.Id, database => database.MeasureTargets.CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Free))]
    public async Task Post_StaleVersion_RemovesNothing(string kind)
    {
        var (tenant, ids) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync($"/{tenant.Slug}/{kind}/{ids[kind]}/edit");
        var field = page.Document.QuerySelector("form.p-form textarea, form.p-form input[type=text]")!.GetAttribute("name")!;
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("form.p-form", kind == "figures" ? [(field, "77"), ("Why", "Counted again")] : [(field, "77")])).Status);

        Assert.Equal(HttpStatusCode.Conflict, (await page.SubmitAsync("#remove")).Status);
        Assert.Equal(0, await RemovedAsync(tenant, ids[kind]));
    }

    [Fact]
    public async Task Post_OtherPartnershipOrRole_IsRefused()
    {
        var (tenant, ids) = await ArrangeAsync();
        var (other, foreign) = await ArrangeAsync();
        using var client = portal.ClientFor(tenant.Lead);
        using var reader = portal.ClientFor(tenant.Reader);
        var page = await client.GetPageAsync($"/{tenant.Slug}/figures/{ids["figures"]}/edit");
        foreach (var (kind, id) in foreign)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(client, page, $"/{tenant.Slug}/{kind}/{id}/remove")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(reader, await reader.OpenAsync("/account"), $"/{tenant.Slug}/{kind}/{ids[kind]}/remove")).Status);
        }

        Assert.Equal(0, await portal.Data.InTenantAsync(other.Id, database => database.AuditEntries.CountAsync(a => a.Action == AuditAction.Removed)));
    }

    private static async Task<TestPage> PostAsync(HttpClient client, TestPage page, string path)
    {
        var values = page.Document.QuerySelectorAll("form.p-form input[type=hidden][name=Version], input[name=__RequestVerificationToken]")
            .DistinctBy(e => e.GetAttribute("name")).Select(e => KeyValuePair.Create(e.GetAttribute("name")!, e.GetAttribute("value")!));
        using var content = new FormUrlEncodedContent(values);
        return await client.SendFormAsync(path, content);
    }

    private async Task<(TestPartnership Tenant, IReadOnlyDictionary<string, Guid> Ids)> ArrangeAsync()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(tenant, 1);
        var (point, target) = await portal.Data.InTenantAsync(tenant.Id, async database => (
            await database.DataPoints.Select(p => p.Id).SingleAsync(), await database.MeasureTargets.Select(t => t.Id).SingleAsync()));
        return (tenant, new Dictionary<string, Guid>
        {
            ["aims"] = plan.AimId,
            ["drivers"] = plan.DriverId,
            ["measures"] = plan.MeasureIds[0],
            ["sub-actions"] = plan.SubActionIds[0],
            ["figures"] = point,
            ["targets"] = target,
            ["inspections"] = plan.InspectionId,
            ["recommendations"] = plan.RecommendationId,
            ["reviews"] = plan.ReviewId,
        });
    }

    private Task<int> RemovedAsync(TestPartnership tenant, Guid id) => portal.Data.InTenantAsync(
        tenant.Id, database => database.AuditEntries.CountAsync(a => a.EntityId == id && a.Action == AuditAction.Removed));
}
