using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.People;

public sealed class InvitePersonTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_Newcomer_BecomesMemberWithRolesAndResponsibilities()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var (client, email) = (portal.ClientFor(here.Lead), Email());

        var page = await SendAsync(client, here, email, ("Roles", "Contributor"), ("Roles", "ChiefOfficer"), ("Capacity", "Chief Executive"), ("Responsibilities", $"{plan.ResponsibilityId}"));

        var link = new Uri(page.ShouldBeOk().Find("#invitation-link").TextContent).PathAndQuery;
        (await portal.ClientFor(null).GetPageAsync(link)).ShouldBeOk();
        var people = (await client.GetPageAsync($"/{here.Slug}/people")).Text;
        Assert.Contains(email, people, StringComparison.Ordinal);
        Assert.Contains("Contributor, Chief officer Signs as Chief Executive CSW Post", people, StringComparison.Ordinal);
        Assert.Contains("Not set yet", people, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SameFormTwiceAtOnce_MakesOneAccountAndOneMembership()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var (client, email) = (portal.ClientFor(here.Lead), Email());
        var form = await client.GetPageAsync($"/{here.Slug}/people/invite");
        (string, string?)[] fields = [("Name", "New"), ("Email", email), ("Roles", "Reader")];

        var pages = await Task.WhenAll(form.SubmitAsync("main form", fields), form.SubmitAsync("main form", fields));

        Assert.All(pages, p => p.ShouldBeOk());
        Assert.Equal(1, await portal.Data.OnPlatformAsync(d => d.Users.CountAsync(u => u.Email == email)));
        Assert.Equal(1, await portal.Data.InTenantAsync(here.Id, d => d.Memberships.CountAsync(m => m.User!.Email == email)));
        Assert.Contains("member already", Assert.Single((await SendAsync(client, here, email, ("Roles", "Reader"))).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_KnownOrUnknown_AnswersAlike()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var there = await portal.Data.CreatePartnershipAsync();
        var known = await portal.Data.CreatePersonAsync("three unrelated words");
        var (client, email) = (portal.ClientFor(here.Lead), Email());

        var ofNewcomer = await SendAsync(client, here, email, ("Roles", "Reader"), ("Name", known.Email.Split('@')[0]));
        var ofKnown = await SendAsync(client, here, known.Email, ("Roles", "Reader"), ("Name", known.Email.Split('@')[0]));
        var ofTheirs = await SendAsync(client, here, there.Chief.Email, ("Roles", "Reader"));

        string Plain(TestPage page, string mail) => page.Text.Replace(Link(page), string.Empty, StringComparison.Ordinal).Replace(mail, string.Empty, StringComparison.Ordinal);
        Assert.Equal(Plain(ofNewcomer, email), Plain(ofKnown, known.Email));
        Assert.Equal(Link(ofNewcomer).Length, Link(ofKnown).Length, 20d);
        (await portal.ClientFor(null).GetPageAsync(new Uri(Link(ofNewcomer)).PathAndQuery)).ShouldBeOk();

        // Neither an account with a password nor one that another partnership invited opens to who adds it here.
        Assert.Equal(HttpStatusCode.Gone, (await portal.ClientFor(null).GetPageAsync(new Uri(Link(ofKnown)).PathAndQuery)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await portal.ClientFor(null).GetPageAsync(new Uri(Link(ofTheirs)).PathAndQuery)).Status);
        var again = await (await client.GetPageAsync($"/{here.Slug}/people/{there.Chief.Id}")).SubmitAsync("form[action$='/link']");
        Assert.Equal(HttpStatusCode.Gone, (await portal.ClientFor(null).GetPageAsync(new Uri(Link(again)).PathAndQuery)).Status);
    }

    [Fact]
    public async Task Post_LinkOfficerToHere_IsRefused()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var there = await portal.Data.CreatePartnershipAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, await portal.Data.CreatePlanAsync(here), GrantScope.ApprovedReports);

        var page = await SendAsync(portal.ClientFor(here.Lead), here, officer.Person.Email, ("Roles", "Reader"));

        Assert.Equal("This person cannot be a member here", Assert.Single(page.Errors));
        Assert.False(await portal.Data.InTenantAsync(here.Id, d => d.Memberships.AnyAsync(m => m.UserId == officer.Person.Id)));
        (await SendAsync(portal.ClientFor(there.Lead), there, officer.Person.Email, ("Roles", "Reader"))).ShouldBeOk();
    }

    [Theory]
    [InlineData("Name", "", "Enter the person’s name")]
    [InlineData("Email", "", "Enter the person’s e-mail address")]
    [InlineData("Email", "nobody@nowhere", "name@example.org")]
    [InlineData("Roles", null, "Choose at least one role")]
    [InlineData("Roles", "77", "Choose or enter")]
    [InlineData("Roles", "banana", "Choose or enter")]
    [InlineData("Roles", "ChiefOfficer", "Enter the post")]
    [InlineData("Responsibilities", "banana", "Choose or enter")]
    public async Task Post_Wrong_SaysHowAndKeepsTheRest(string field, string? value, string error)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here);
        var email = Email();
        var fields = new (string, string?)[] { ("Name", "<b>Bold</b>"), ("Email", email), ("Roles", "Reader") }.Where(f => f.Item1 != field).Append((field, value));
        var form = await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/invite");

        var page = await form.SubmitAsync("main form", [.. fields]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(error, StringComparison.Ordinal));
        Assert.DoesNotContain("<b>Bold", page.Html, StringComparison.Ordinal);
        Assert.False(await portal.Data.OnPlatformAsync(d => d.Users.AnyAsync(u => u.Email == email)));
    }

    [Fact]
    public async Task Post_AnotherPartnershipsResponsibility_IsRefusedLikeOneThatIsNot()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        await portal.Data.CreatePlanAsync(here);
        var theirs = await portal.Data.CreatePlanAsync(await portal.Data.CreatePartnershipAsync());
        var client = portal.ClientFor(here.Lead);

        var page = await SendAsync(client, here, Email(), ("Roles", "Reader"), ("Responsibilities", $"{theirs.ResponsibilityId}"));
        var nowhere = await SendAsync(client, here, Email(), ("Roles", "Reader"), ("Responsibilities", $"{Guid.NewGuid()}"));

        Assert.Equal("Choose responsibilities from the list", Assert.Single(page.Errors));
        Assert.Equal(page.Errors, nowhere.Errors);
    }

    [Fact]
    public async Task Any_ByAnotherRole_IsForbidden()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        foreach (var (_, person) in here.People.Where(p => p.Key != PartnershipRole.PartnershipLead))
        {
            var client = portal.ClientFor(person);
            foreach (var path in new[] { "", "/invite", $"/{here.Reader.Id}", $"/{here.Reader.Id}/roles", "/responsibilities", "/responsibilities/new", "/agencies", "/agencies/new", "/holders/new" })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync($"/{here.Slug}/people{path}")).Status);
            }
        }
    }

    private static string Email() => $"{TestData.Unique("new")}@tests.example";

    private static string Link(TestPage page) => page.ShouldBeOk().Find("#invitation-link").TextContent;

    private static async Task<TestPage> SendAsync(HttpClient client, TestPartnership here, string email, params (string Name, string? Value)[] fields)
    {
        var form = await client.GetPageAsync($"/{here.Slug}/people/invite");
        List<(string, string?)> all = [("Email", email), .. fields];
        if (fields.All(f => f.Name != "Name"))
        {
            all.Add(("Name", "New person"));
        }

        return await form.SubmitAsync("main form", [.. all]);
    }
}
