using InspectionPortal.Testing;
using InspectionPortal.Web.Identity.Invitations;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Invitations;

/// <summary>The steps of an invitation, as people take them.</summary>
internal sealed class InvitationSteps(PortalFixture portal)
{
    public const string Password = "three unrelated words";

    public static string NewEmail() => $"{TestData.Unique("new")}@tests.example";

    /// <summary>The partnership lead fills in the form.</summary>
    public async Task<TestPage> InviteAsync(TestPartnership here, string email, params (string Name, string? Value)[] fields)
    {
        var form = await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/invite");
        List<(string, string?)> all = [("Email", email), .. fields];
        if (fields.All(f => f.Name != "Name"))
        {
            all.Add(("Name", "New person"));
        }

        if (fields.All(f => f.Name != "Roles"))
        {
            all.Add(("Roles", "Reader"));
        }

        return await form.ShouldBeOk().SubmitAsync("main form", [.. all]);
    }

    /// <summary>Invites, and answers the link that came to the mailbox.</summary>
    public async Task<string> LinkAsync(TestPartnership here, string email, params (string Name, string? Value)[] fields)
    {
        var page = await InviteAsync(here, email, fields);
        Assert.True(page.Location is not null, page.Text);
        return await LastLinkAsync(email);
    }

    public async Task<string> LastLinkAsync(string email) => (await portal.Data.LastMailToAsync(email)).Path;

    /// <summary>Opens the link without an account, chooses a password and accepts.</summary>
    public async Task<TestPage> AcceptAsync(string link, string name = "Their own name") =>
        await (await portal.ClientFor(null).GetPageAsync(link)).ShouldBeOk().SubmitAsync("main form", ("Name", name), ("Password", Password));

    /// <summary>Opens the link signed in, and accepts.</summary>
    public async Task<TestPage> AcceptAsAsync(TestPerson person, string link) =>
        await (await portal.ClientFor(person).GetPageAsync(link)).ShouldBeOk().SubmitAsync("main form");

    public Task<Invitation> FindAsync(string email) => portal.Data.OnPlatformAsync(
        d => d.Invitations.AsNoTracking().OrderByDescending(i => i.CreatedAt).FirstAsync(i => i.Email == email));

    /// <summary>Changes the newest invitation to that address behind the portal's back.</summary>
    public Task<bool> ChangeAsync(string email, Action<Invitation> change) => portal.Data.OnPlatformAsync(async d =>
    {
        change(await d.Invitations.OrderByDescending(i => i.CreatedAt).FirstAsync(i => i.Email == email));
        return true;
    });

    /// <summary>Number of that address's roles in the partnership.</summary>
    public Task<int> RolesAsync(TestPartnership here, string email) =>
        portal.Data.InTenantAsync(here.Id, d => d.Memberships.CountAsync(m => m.User!.Email == email));

    public Task<bool> HasAccountAsync(string email) => portal.Data.OnPlatformAsync(d => d.Users.AnyAsync(u => u.Email == email));

    /// <summary>The person with that address as a test's client signs them in.</summary>
    public Task<TestPerson> PersonAsync(string email) => portal.Data.OnPlatformAsync(
        d => d.Users.Where(u => u.Email == email).Select(u => new TestPerson(u.Id, u.Email!, u.SecurityStamp!)).SingleAsync());
}
