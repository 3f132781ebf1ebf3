using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.People;

public sealed class InvitePersonTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Post_Newcomer_IsPendingOnThePageAndNothingMore()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var (client, email) = (portal.ClientFor(here.Lead), Email());

        var page = await SendAsync(client, here, email, ("Roles", "ChiefOfficer"), ("Capacity", "Chief Executive"));

        Assert.StartsWith($"/{here.Slug}/people", page.Location, StringComparison.Ordinal);
        var people = (await client.GetPageAsync($"/{here.Slug}/people")).Text;
        Assert.Contains($"New person{email} Chief officer (approves as Chief Executive) Not yet accepted: expires on", people, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Data.OnPlatformAsync(d => d.Users.CountAsync(u => u.Email == email)));
        Assert.Equal(4, await portal.Data.InTenantAsync(here.Id, d => d.Memberships.CountAsync()));
    }

    [Fact]
    public async Task Post_SameFormTwiceAtOnce_InvitesOnce()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var (client, email) = (portal.ClientFor(here.Lead), Email());
        var form = await client.GetPageAsync($"/{here.Slug}/people/invite");
        (string, string?)[] fields = [("Name", "New"), ("Email", email), ("Roles", "Reader")];

        var pages = await Task.WhenAll(form.SubmitAsync("main form", fields), form.SubmitAsync("main form", fields));

        Assert.All(pages, p => Assert.NotNull(p.Location));
        Assert.Single(await portal.Data.MailToAsync(email));
        Assert.Contains("already has an invitation", Assert.Single((await SendAsync(client, here, email.ToUpperInvariant(), ("Roles", "Reader"))).Errors), StringComparison.Ordinal);
        Assert.Contains("already a member", Assert.Single((await SendAsync(client, here, here.Chief.Email, ("Roles", "Reader"))).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_KnownOrUnknown_AnswersAlikeWithTheSameWork()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var there = await portal.Data.CreatePartnershipAsync();
        var known = await portal.Data.CreatePersonAsync("three unrelated words");
        var client = portal.ClientFor(here.Lead);
        var answers = new List<(string? Location, string Page, int Commands, string Mail)>();
        foreach (var email in new[] { Email(), known.Email, there.Chief.Email })
        {
            var form = await client.GetPageAsync($"/{here.Slug}/people/invite");
            portal.Host.Commands.Reset();
            var sent = await form.SubmitAsync("main form", ("Name", "Same name"), ("Email", email), ("Roles", "Reader"));
            var commands = portal.Host.Commands.Texts.Count;
            var page = (await client.GetPageAsync($"/{here.Slug}/people")).Text;
            var mail = await portal.Data.LastMailToAsync(email);
            answers.Add((sent.Location, page.Replace(email, "EMAIL", StringComparison.Ordinal), commands, mail.Text.Replace(mail.Links[0], "LINK", StringComparison.Ordinal)));
            await WithdrawAllAsync(here);
        }

        Assert.Single(answers.Distinct());
        Assert.DoesNotContain(known.Email.Split('@')[0], answers[1].Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAgain_Post_MakesTheOldLinkDead()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var (client, email) = (portal.ClientFor(here.Lead), Email());
        await SendAsync(client, here, email, ("Roles", "Reader"));
        var old = (await portal.Data.LastMailToAsync(email)).Path;
        var page = await client.GetPageAsync($"/{here.Slug}/people");

        var sent = await PostAsync(client, page, "/send");

        Assert.NotNull(sent.Location);
        Assert.Equal(HttpStatusCode.Gone, (await portal.ClientFor(null).GetPageAsync(old)).Status);
        (await portal.ClientFor(null).GetPageAsync((await portal.Data.LastMailToAsync(email)).Path)).ShouldBeOk();
    }

    [Fact]
    public async Task Withdraw_Post_EndsItAndTheAddressCanBeInvitedAnew()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var (client, email) = (portal.ClientFor(here.Lead), Email());
        await SendAsync(client, here, email, ("Roles", "Reader"));
        var page = await client.GetPageAsync($"/{here.Slug}/people");

        Assert.NotNull((await PostAsync(client, page, "/withdraw")).Location);
        Assert.NotNull((await PostAsync(client, page, "/withdraw")).Location);
        var again = await PostAsync(client, page, "/send");

        Assert.Contains("was not sent again", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Single(await portal.Data.MailToAsync(email));
        Assert.NotNull((await SendAsync(client, here, email, ("Roles", "Reader"))).Location);
    }

    [Fact]
    public async Task Any_AnotherPartnershipsInvitation_Is404()
    {
        var (here, there) = (await portal.Data.CreatePartnershipAsync(), await portal.Data.CreatePartnershipAsync());
        var email = Email();
        await SendAsync(portal.ClientFor(there.Lead), there, email, ("Roles", "Reader"));
        await SendAsync(portal.ClientFor(here.Lead), here, Email(), ("Roles", "Reader"));
        var theirs = await portal.Data.OnPlatformAsync(d => d.Invitations.Where(i => i.Email == email).Select(i => i.Id).SingleAsync());
        var client = portal.ClientFor(here.Lead);
        var token = (await client.GetPageAsync($"/{here.Slug}/people/invite")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        foreach (var step in new[] { "send", "withdraw" })
        {
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
            Assert.Equal(HttpStatusCode.NotFound, (await client.SendFormAsync($"/{here.Slug}/people/invitations/{theirs}/{step}", content)).Status);
        }

        Assert.DoesNotContain(email, (await client.GetPageAsync($"/{here.Slug}/people")).Html, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Data.InTenantAsync(here.Id, d => d.Invitations.CountAsync(i => i.PartnershipId != here.Id)));
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => portal.Data.InTenantAsync(here.Id, d =>
        {
            var forged = Invitation.To("Me", Email(), InvitationKind.Administrator);
            d.Add(forged);
            return Task.FromResult(true);
        }));
    }

    [Fact]
    public async Task Post_MoreThanADayAllows_IsRefusedClearly()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var client = portal.ClientFor(here.Lead);
        await portal.Data.OnPlatformAsync(d =>
        {
            d.AddRange(Enumerable.Range(0, InvitationSender.DailyLimit - 1).Select(_ => new SecurityEvent
            {
                At = DateTimeOffset.UtcNow.AddHours(-1),
                Kind = SecurityEventKind.InvitationSent,
                PartnershipId = here.Id,
            }));
            return Task.FromResult(true);
        });

        Assert.NotNull((await SendAsync(client, here, Email(), ("Roles", "Reader"))).Location);
        var email = Email();
        var over = await SendAsync(client, here, email, ("Roles", "Reader"));
        var again = await PostAsync(client, await client.GetPageAsync($"/{here.Slug}/people"), "/send");

        Assert.Contains("100 invitations in the last 24 hours", Assert.Single(over.Errors), StringComparison.Ordinal);
        Assert.Contains("100 invitations in the last 24 hours", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Empty(await portal.Data.MailToAsync(email));
    }

    [Theory]
    [InlineData("Name", "Two\r\nBcc: x@y.example", "on one line")]
    [InlineData("Email", "a@b.example\r\nBcc: x@y.example", "name@example.org")]
    [InlineData("Email", "\u212Aate@b.example", "name@example.org")]
    public async Task Post_LineBreaksAndLookAlikes_AreRefused(string field, string value, string error)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var fields = new (string, string?)[] { ("Name", "New"), ("Email", Email()), ("Roles", "Reader") }.Where(f => f.Item1 != field).Append((field, value));
        var form = await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people/invite");

        var page = await form.SubmitAsync("main form", [.. fields]);

        Assert.Contains(error, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.False(await portal.Data.OnPlatformAsync(d => d.Invitations.AnyAsync(i => i.PartnershipId == here.Id)));
    }

    [Theory]
    [InlineData("Name", "", "Enter the person’s name")]
    [InlineData("Email", "", "Enter the person’s e-mail address")]
    [InlineData("Email", "nobody@nowhere", "name@example.org")]
    [InlineData("Roles", null, "Choose at least one role")]
    [InlineData("Roles", "77", "Choose or enter")]
    [InlineData("Roles", "banana", "Choose or enter")]
    [InlineData("Roles", "ChiefOfficer", "Enter the chief officer’s post")]
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
        Assert.False(await portal.Data.OnPlatformAsync(d => d.Invitations.AnyAsync(i => i.Email == email)));
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

    /// <summary>Presses the button of the first invitation on the page.</summary>
    private static async Task<TestPage> PostAsync(HttpClient client, TestPage page, string step)
    {
        var action = page.Find($"#invitations button[formaction$='{step}']").GetAttribute("formaction")!;
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!)]);
        return await client.SendFormAsync(action, content);
    }

    private Task<bool> WithdrawAllAsync(TestPartnership here) => portal.Data.InTenantAsync(here.Id, async d =>
    {
        foreach (var invitation in await d.Invitations.ToListAsync())
        {
            invitation.WithdrawnAt = DateTimeOffset.UtcNow;
        }

        return true;
    });

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
