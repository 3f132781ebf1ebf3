using System.Net;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Platform;

/// <summary>The administrator of a scrutiny body, and what the body calls its officers.</summary>
public sealed class OwnBodyTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_InviteAndRemove_AsTheBodysAdministrator_ChangesItsOfficers()
    {
        var (officer, admin) = await MakeAsync();
        var client = portal.ClientFor(admin);
        var page = (await client.GetPageAsync($"/inspect/bodies/{officer.BodyId}")).ShouldBeOk();
        Assert.Contains("Link inspectors of", page.Html, StringComparison.Ordinal);

        var form = (await client.GetPageAsync($"/inspect/bodies/{officer.BodyId}/officers/new")).ShouldBeOk();
        var invited = await form.SubmitAsync("main form", ("Name", "Morag Ross"), ("Email", "morag.ross@tests.example"));
        var removed = await (await client.GetPageAsync($"/inspect/bodies/{officer.BodyId}")).SubmitAsync("main tbody form");

        Assert.Equal(HttpStatusCode.Redirect, invited.Status);
        Assert.Single(await portal.Data.MailToAsync("morag.ross@tests.example"));
        Assert.Equal(HttpStatusCode.Redirect, removed.Status);
        Assert.Equal([admin.Id], await OfficersAsync(officer.BodyId));
        Assert.Contains("Morag Ross", (await client.GetPageAsync($"/inspect/bodies/{officer.BodyId}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Body_AsAnOfficerOrTheAdministratorOfAnother_IsNotThere()
    {
        var (officer, _) = await MakeAsync();
        var (_, other) = await MakeAsync();
        foreach (var person in new[] { officer.Person, other })
        {
            var client = portal.ClientFor(person);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/inspect/bodies/{officer.BodyId}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/inspect/bodies/{officer.BodyId}/officers/new")).Status);
        }

        Assert.Equal(2, (await OfficersAsync(officer.BodyId)).Count);
    }

    private Task<List<Guid>> OfficersAsync(Guid body) =>
        portal.Data.OnPlatformAsync(database => database.LinkOfficers.Where(o => o.BodyId == body).Select(o => o.UserId).ToListAsync());

    private async Task<(TestOfficer Officer, TestPerson Admin)> MakeAsync()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, await portal.Data.CreatePlanAsync(here), GrantScope.ApprovedReports);
        var admin = await portal.Data.CreatePersonAsync();
        await portal.Data.OnPlatformAsync(async database =>
        {
            (await database.ScrutinyBodies.SingleAsync(b => b.Id == officer.BodyId)).OfficerTitle = "Link inspector";
            database.Add(new LinkOfficer { BodyId = officer.BodyId, UserId = admin.Id, IsAdministrator = true });
            return await database.SaveChangesAsync();
        });
        return (officer, admin);
    }
}
