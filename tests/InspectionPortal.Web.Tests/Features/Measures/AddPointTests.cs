using System.Net;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Measures;

public sealed class AddPointTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_FigureAsWritten_DerivesNothing()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(tenant, 1);
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync($"/{tenant.Slug}/measures/{plan.MeasureIds[0]}/figures/new");

        var saved = await page.SubmitAsync(
            "form.p-form", ("ValueText", "12 of 26"), ("Numerator", "12"), ("Denominator", "26"), ("DateText", "Sept 2020"), ("ChangeText", "−4"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var point = await portal.Data.InTenantAsync(tenant.Id, database => database.DataPoints.AsNoTracking().SingleAsync(p => p.ValueText == "12 of 26"));
        Assert.Equal((null, null, 12m, 26m), (point.Value, point.Date, point.Numerator, point.Denominator));
        Assert.Equal(("Sept 2020", "−4"), (point.DateText, point.ChangeText));
    }

    [Fact]
    public async Task Post_NumeratorAlone_AsksForTheDenominator()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(tenant, 1);
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync($"/{tenant.Slug}/measures/{plan.MeasureIds[0]}/figures/new");

        var answer = await page.SubmitAsync("form.p-form", ("ValueText", "12"), ("Numerator", "12"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Find("#Denominator-error"));
    }
}
