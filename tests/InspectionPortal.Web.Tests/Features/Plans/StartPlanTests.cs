using System.Net;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans;

public sealed class StartPlanTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form.p-form";

    [Fact]
    public async Task Post_NewPartnership_GetsFromNothingToAWholePlan()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        using var client = portal.ClientFor(tenant.Lead);

        var inspection = await SaveAsync(client, tenant, "/inspections/new", ("Title", "Joint inspection"), ("Bodies", "Care Inspectorate"), ("Published", "3 September 2019"));
        await SaveAsync(client, tenant, $"/recommendations/new?inspection={inspection[^36..]}", ("Kind", "Recommendation"), ("Number", "1"), ("Text", "Assess health in time"));
        await SaveAsync(client, tenant, "/recommendations/new", ("Kind", "OwnPriority"), ("Number", "A"), ("Text", "Hear children"), ("InternalSource", "Self-evaluation"));
        var plan = await SaveAsync(client, tenant, "/plans/new", ("Title", "Our plan"), ("InspectionIds", inspection[^36..]));
        await SaveAsync(client, tenant, $"/plans/{plan[^36..]}/aims/new", ("Statement", "Every child is well"));
        var aim = await IdAsync(tenant, database => database.StretchAims.Select(a => a.Id).SingleAsync());
        await SaveAsync(client, tenant, $"/plans/{plan[^36..]}/drivers/new?aim={aim}", ("Text", "Nurses"));
        var driver = await IdAsync(tenant, database => database.KeyDrivers.Select(d => d.Id).SingleAsync());
        var project = await SaveAsync(
            client, tenant, $"/plans/{plan[^36..]}/projects/new?driver={driver}", ("Number", "1.1"), ("Title", "Assess"), ("NewLeads", "Lead nurse"), ("Deadline", "50% by Sept 2020"));
        var measure = await SaveAsync(client, tenant, $"/measures/new?project={project[^36..]}", ("Title", "Share assessed"), ("Unit", "%"));
        await SaveAsync(client, tenant, $"/measures/{measure[^36..]}/targets/new", ("Value", "50"), ("By", "30 September 2020"));
        await SaveAsync(client, tenant, $"/measures/{measure[^36..]}/figures/new", ("ValueText", "46%"), ("Value", "46"), ("Date", "30 June 2020"));
        await SaveAsync(client, tenant, $"/projects/{project[^36..]}/links", ("Links[0].Chosen", "true"), ("Links[0].Basis", "Stated"), ("Links[1].Chosen", "true"));

        var whole = await portal.Data.InTenantAsync(tenant.Id, database => database.Projects.Select(p => new
        {
            p.Aim!.Plan!.Title,
            Answered = p.Aim.Plan.Inspections.Count,
            Lead = p.Leads.Single().LeadResponsibility!.Name,
            Links = p.Answers.Count,
            Targets = p.Measures.Single().Targets.Count,
            Points = p.Measures.Single().Points.Count,
            Driver = p.DriverId,
        }).SingleAsync());
        Assert.Equal(("Our plan", 1, "Lead nurse", 2), (whole.Title, whole.Answered, whole.Lead, whole.Links));
        Assert.Equal((1, 1, driver), (whole.Targets, whole.Points, whole.Driver));
    }

    [Fact]
    public async Task Post_SentTwice_StartsOnePlanAndASecondFormAnother()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var first = await client.GetPageAsync($"/{tenant.Slug}/plans/new");
        var second = await client.GetPageAsync($"/{tenant.Slug}/plans/new");
        await first.SubmitAsync(Form, ("Title", "One"));

        Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync(Form, ("Title", "One"))).Status);
        Assert.Equal(1, await portal.Data.InTenantAsync(tenant.Id, database => database.Plans.CountAsync()));
        var other = await second.SubmitAsync(Form, ("Title", "Two"));

        Assert.Contains("Two", (await client.GetPageAsync(other.Location!)).ShouldBeOk().Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await portal.Data.InTenantAsync(tenant.Id, database => database.Plans.CountAsync()));
    }

    [Fact]
    public async Task Post_Title_IsNeededAndNobodyElseMayStart()
    {
        var tenant = await portal.Data.CreatePartnershipAsync();
        using var client = portal.ClientFor(tenant.Lead);
        var page = await client.GetPageAsync($"/{tenant.Slug}/plans/new");

        var answer = await page.SubmitAsync(Form, ("PeriodTo", "31 June 2020"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Find("#Title-error"));
        Assert.Equal("31 June 2020", answer.Find("#PeriodTo").GetAttribute("value"));
        foreach (var person in new[] { tenant.Contributor, tenant.Chief, tenant.Reader })
        {
            using var other = portal.ClientFor(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetPageAsync($"/{tenant.Slug}/plans/new")).Status);
        }
    }

    private static async Task<string> SaveAsync(HttpClient client, TestPartnership tenant, string path, params (string, string?)[] fields)
    {
        var page = (await client.GetPageAsync($"/{tenant.Slug}{path}")).ShouldBeOk();
        var saved = await page.SubmitAsync(Form, fields);
        Assert.True(saved.Status == HttpStatusCode.Redirect, $"{path}: {saved.Status} {saved.Text}");
        (await client.GetPageAsync(saved.Location!)).ShouldBeOk();
        return saved.Location!;
    }

    private Task<Guid> IdAsync(TestPartnership tenant, Func<Web.Data.PortalDbContext, Task<Guid>> find) => portal.Data.InTenantAsync(tenant.Id, find);
}
