using System.Net;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

public sealed class EditPlanTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-form";

    [Fact]
    public async Task Post_Sections_AreAddedChangedAndRemovedInOrder()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(tenant, 1);
        using var client = portal.ClientFor(tenant.Lead);
        var path = $"{tenant.PlanPath}/edit";
        await (await client.GetPageAsync(path)).SubmitAsync(Form, ("Sections[0].Heading", "First"), ("Sections[0].Body", "One"));
        await (await client.GetPageAsync(path)).SubmitAsync(Form, ("Sections[1].Heading", "Second"), ("Sections[1].Body", "Two"), ("ExternalPlans[0].Title", "LOIP"));

        var last = await client.GetPageAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, (await last.SubmitAsync(Form, ("Sections[0].Remove", "true"), ("Sections[1].Body", "Two, changed"))).Status);

        var plan = await portal.Data.InTenantAsync(tenant.Id, database =>
            database.Plans.AsNoTracking().Include(p => p.Sections).Include(p => p.ExternalPlans).SingleAsync());
        Assert.Equal(("Second", "Two, changed", 0), (plan.Sections.Single().Heading, plan.Sections.Single().Body, plan.Sections.Single().Position));
        Assert.Equal("LOIP", plan.ExternalPlans.Single().Title);
    }

    [Fact]
    public async Task Post_SectionWithoutHeading_SaysSoAndKeepsTheWords()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(tenant, 1);
        using var client = portal.ClientFor(tenant.Lead);

        var answer = await (await client.GetPageAsync($"{tenant.PlanPath}/edit")).SubmitAsync(Form, ("Sections[0].Body", "Only words"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Find("#Sections_0__Heading-error"));
        Assert.Contains("Only words", answer.Find("#Sections_0__Body").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SectionIdOfAnotherPartnership_MakesAnOwnSectionAndTouchesNothingThere()
    {
        var (tenant, other) = (await portal.Data.CreatePartnershipAsync(), await portal.Data.CreatePartnershipAsync());
        await portal.Data.CreatePlanAsync(tenant, 1);
        var foreign = await portal.Data.CreatePlanAsync(other, 1);
        var section = await portal.Data.InTenantAsync(other.Id, database =>
        {
            var row = new PlanSection { PlanId = foreign.Id, Heading = "Theirs", Body = other.Canary };
            database.Add(row);
            return Task.FromResult(row.Id);
        });
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync($"{tenant.PlanPath}/edit");

        await page.SubmitAsync(Form, ("Sections[0].Id", section.ToString()), ("Sections[0].Heading", "Mine"), ("Sections[0].Body", "Words"));

        Assert.Equal("Theirs", await portal.Data.InTenantAsync(other.Id, database => database.PlanSections.Select(s => s.Heading).SingleAsync()));
        Assert.Equal("Mine", await portal.Data.InTenantAsync(tenant.Id, database => database.PlanSections.Select(s => s.Heading).SingleAsync()));
    }

    [Fact]
    public async Task Post_AimNumberTaken_SaysSo()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(tenant, 1);
        using var client = portal.ClientFor(tenant.Lead);

        var answer = await (await client.GetPageAsync($"{tenant.PlanPath}/aims/new")).SubmitAsync(Form, ("Number", "1"), ("Statement", "Again"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("1 is already used", answer.Find("#Number-error").TextContent, StringComparison.Ordinal);
    }
}
