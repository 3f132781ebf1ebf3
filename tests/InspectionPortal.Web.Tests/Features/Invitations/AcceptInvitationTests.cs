using System.Net;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Invitations;

public sealed class AcceptInvitationTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private readonly InvitationSteps _steps = new(portal);

    [Fact]
    public async Task Accept_Newcomer_IsAMemberFromThenAndNotBefore()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(here);
        var email = InvitationSteps.NewEmail();

        var link = await _steps.LinkAsync(
            here, email, ("Roles", "Contributor"), ("Roles", "ChiefOfficer"), ("Capacity", "Chief Executive"), ("Responsibilities", $"{plan.ResponsibilityId}"));
        Assert.False(await _steps.HasAccountAsync(email));
        Assert.Equal(0, await _steps.RolesAsync(here, email));
        var page = await _steps.AcceptAsync(link);

        Assert.Equal("/account/sign-in", page.Location);
        var client = portal.ClientFor(null);
        var signedIn = await (await client.GetPageAsync("/account/sign-in")).SubmitAsync("main form", ("Email", email), ("Password", InvitationSteps.Password));
        Assert.Equal("/", signedIn.Location);
        (await client.GetPageAsync($"/{here.Slug}/reports")).ShouldBeOk();
        var people = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people")).Text;
        Assert.Contains($"Their own name{email} Contributor, Chief officer Approves as Chief Executive CSW Post", people, StringComparison.Ordinal);
        Assert.True(await portal.Data.OnPlatformAsync(d => d.Users.Where(u => u.Email == email).Select(u => u.EmailConfirmed).SingleAsync()));
    }

    [Fact]
    public async Task Invite_Any_ShowsTheInviterNoLinkAndNoSecret()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var email = InvitationSteps.NewEmail();

        var page = await _steps.InviteAsync(here, email);

        var shown = await portal.ClientFor(here.Lead).OpenAsync(page.Location!.Split('#')[0]);
        var mail = await portal.Data.LastMailToAsync(email);
        var token = mail.Path.Split("token=")[1];
        Assert.DoesNotContain("/account/invitation", shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(token, shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(token, (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/audit")).Html, StringComparison.Ordinal);
        Assert.NotEqual(token, (await _steps.FindAsync(email)).TokenHash);
        Assert.Contains(here.Name, mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Reader", mail.Text, StringComparison.Ordinal);
        Assert.Contains("until", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByAScanner_ChangesNothing()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var email = InvitationSteps.NewEmail();
        var link = await _steps.LinkAsync(here, email);
        var before = await _steps.FindAsync(email);

        for (var i = 0; i < 3; i++)
        {
            (await portal.ClientFor(null).GetPageAsync(link)).ShouldBeOk();
        }

        Assert.Equal(before.Version, (await _steps.FindAsync(email)).Version);
        Assert.False(await _steps.HasAccountAsync(email));
        Assert.Equal("/account/sign-in", (await _steps.AcceptAsync(link)).Location);
    }

    [Fact]
    public async Task Accept_TwiceAtOnceAndAgain_MakesOneAccountAndOneRole()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var email = InvitationSteps.NewEmail();
        var link = await _steps.LinkAsync(here, email);
        var form = await portal.ClientFor(null).GetPageAsync(link);
        (string, string?)[] fields = [("Name", "New"), ("Password", InvitationSteps.Password)];

        var pages = await Task.WhenAll(form.SubmitAsync("main form", fields), form.SubmitAsync("main form", fields));
        var again = await form.SubmitAsync("main form", ("Name", "Somebody else"), ("Password", "another set of words"));

        Assert.Single(pages, p => p.Location == "/account/sign-in");
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Contains("already been accepted", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, await _steps.RolesAsync(here, email));
        Assert.Equal("New", await portal.Data.OnPlatformAsync(d => d.Users.Where(u => u.Email == email).Select(u => u.DisplayName).SingleAsync()));
    }

    [Theory]
    [InlineData("expired", "has expired")]
    [InlineData("withdrawn", "was withdrawn")]
    [InlineData("declined", "You declined")]
    [InlineData("suspended", "is not open")]
    [InlineData("inviter removed", "can no longer be used")]
    [InlineData("inviter no lead", "can no longer be used")]
    [InlineData("wrong secret", "This link does not work")]
    public async Task Accept_WhatChangedMeanwhile_IsOnePageAndNothingChanges(string what, string sentence)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var email = InvitationSteps.NewEmail();
        var link = await _steps.LinkAsync(here, email);
        var form = await portal.ClientFor(null).GetPageAsync(link);

        link = await ChangeAsync(what, here, email, link);
        var opened = await portal.ClientFor(null).GetPageAsync(link);
        var sent = await form.SubmitAsync("main form", ("Token", link.Split("token=")[1]), ("Name", "New"), ("Password", InvitationSteps.Password));

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (opened.Status, sent.Status));
        Assert.Contains(sentence, opened.Text, StringComparison.Ordinal);
        Assert.Equal(opened.Text, sent.Text);
        Assert.False(await _steps.HasAccountAsync(email));
        Assert.Equal(0, await _steps.RolesAsync(here, email));
    }

    [Fact]
    public async Task Accept_WithAnAccount_NeedsItsOwner()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var owner = await portal.Data.CreatePersonAsync(InvitationSteps.Password);
        var link = await _steps.LinkAsync(here, owner.Email);

        var nobody = (await portal.ClientFor(null).GetPageAsync(link)).ShouldBeOk();
        var other = (await portal.ClientFor(here.Reader).GetPageAsync(link)).ShouldBeOk();
        var sentByOther = await PostAsync(portal.ClientFor(here.Reader), link);
        var sentByNobody = await PostAsync(portal.ClientFor(null), link, ("Name", "Mine now"), ("Password", "another set of words"));

        Assert.Contains("Sign in as " + owner.Email, nobody.Text, StringComparison.Ordinal);
        Assert.Null(nobody.Document.QuerySelector("main input[type=password]"));
        Assert.Contains("signed in as " + here.Reader.Email, other.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (sentByOther.Status, sentByNobody.Status));
        Assert.Equal(0, await _steps.RolesAsync(here, owner.Email));
        Assert.Equal($"/{here.Slug}", (await _steps.AcceptAsAsync(owner, link)).Location);
        (await portal.ClientFor(owner).GetPageAsync($"/{here.Slug}/reports")).ShouldBeOk();
        Assert.Equal(owner.Stamp, (await _steps.PersonAsync(owner.Email)).Stamp);
    }

    [Fact]
    public async Task Accept_TwoPartnershipsInviteOneAddress_TheFirstOpensNothingOfTheSecond()
    {
        var (first, second) = (await portal.Data.CreatePartnershipAsync(), await portal.Data.CreatePartnershipAsync());
        var email = InvitationSteps.NewEmail();
        var one = await _steps.LinkAsync(first, email);
        var two = await _steps.LinkAsync(second, email);

        await _steps.AcceptAsync(one);
        var person = await _steps.PersonAsync(email);

        Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(person).GetPageAsync($"/{second.Slug}/reports")).Status);
        Assert.Contains("Sign in as", (await portal.ClientFor(null).GetPageAsync(two)).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.Equal($"/{second.Slug}", (await _steps.AcceptAsAsync(person, two)).Location);
        Assert.Equal((1, 1), (await _steps.RolesAsync(first, email), await _steps.RolesAsync(second, email)));
    }

    [Fact]
    public async Task Accept_UnconfirmedAccount_KeepsNothingOfIt()
    {
        var (first, second) = (await portal.Data.CreatePartnershipAsync(), await portal.Data.CreatePartnershipAsync());
        var plan = await portal.Data.CreatePlanAsync(first);
        var officer = await portal.Data.CreateOfficerAsync(first, plan, GrantScope.LivePlan);
        var old = await MakeUnconfirmedAsync(first, plan, officer.BodyId);
        Assert.NotEqual(HttpStatusCode.OK, (await portal.ClientFor(old).GetPageAsync($"/{first.Slug}/reports")).Status);

        var link = await _steps.LinkAsync(second, old.Email);
        Assert.DoesNotContain("First inviter", (await portal.ClientFor(null).GetPageAsync(link)).ShouldBeOk().Text, StringComparison.Ordinal);
        await _steps.AcceptAsync(link, "Their own name");

        var user = await portal.Data.OnPlatformAsync(d => d.Users.AsNoTracking().SingleAsync(u => u.Email == old.Email));
        Assert.Equal(("Their own name", true, false), (user.DisplayName, user.EmailConfirmed, user.IsPlatformAdministrator));
        var client = portal.ClientFor(null);
        var wrong = await (await client.GetPageAsync("/account/sign-in")).SubmitAsync("main form", ("Email", old.Email), ("Password", "the first inviter's words"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal((0, 1), (await _steps.RolesAsync(first, old.Email), await _steps.RolesAsync(second, old.Email)));
        Assert.False(await portal.Data.OnPlatformAsync(d => d.LinkOfficers.AnyAsync(o => o.UserId == user.Id)));
        Assert.Equal(0, await portal.Data.InTenantAsync(
            first.Id, d => d.ResponsibilityHolders.CountAsync(h => h.UserId == user.Id && (h.Until == null || h.Until > DateOnly.FromDateTime(DateTime.UtcNow)))));
    }

    [Fact]
    public async Task Accept_AlreadyAMemberOrALinkOfficerHere_IsRefused()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var officer = await portal.Data.CreateOfficerAsync(here, await portal.Data.CreatePlanAsync(here), GrantScope.ApprovedReports);
        var member = await portal.Data.CreatePersonAsync();
        var (toOfficer, toMember) = (await _steps.LinkAsync(here, officer.Person.Email), await _steps.LinkAsync(here, member.Email));
        await portal.Data.InTenantAsync(here.Id, d => Task.FromResult(d.Add(new Membership { UserId = member.Id, Role = PartnershipRole.Reader })));

        Assert.Contains("You are already a link officer for", (await portal.ClientFor(officer.Person).GetPageAsync(toOfficer)).Text, StringComparison.Ordinal);
        Assert.Contains("already", (await portal.ClientFor(member).GetPageAsync(toMember)).Text, StringComparison.Ordinal);
        await PostAsync(portal.ClientFor(officer.Person), toOfficer);
        await PostAsync(portal.ClientFor(member), toMember);

        Assert.Equal((0, 1), (await _steps.RolesAsync(here, officer.Person.Email), await _steps.RolesAsync(here, member.Email)));
    }

    [Fact]
    public async Task Decline_Post_EndsItAndTheLeadSeesIt()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var email = InvitationSteps.NewEmail();
        var link = await _steps.LinkAsync(here, email);
        var form = await portal.ClientFor(null).GetPageAsync(link);

        (await PostToAsync(portal.ClientFor(null), "/account/invitation/decline", link)).ShouldBeOk();
        (await PostToAsync(portal.ClientFor(null), "/account/invitation/decline", link)).ShouldBeOk();

        Assert.Equal(HttpStatusCode.Gone, (await form.SubmitAsync("main form", ("Name", "New"), ("Password", InvitationSteps.Password))).Status);
        Assert.Contains("Declined on", (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/people")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await EventsAsync(here, SecurityEventKind.InvitationRefused));
    }

    [Fact]
    public async Task Post_WrongPasswordOrName_SaysHowAndKeepsTheInvitation()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var email = InvitationSteps.NewEmail();
        var form = await portal.ClientFor(null).GetPageAsync(await _steps.LinkAsync(here, email));

        var page = await form.SubmitAsync("main form", ("Name", ""), ("Password", "short"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(2, page.Errors.Count);
        Assert.False(await _steps.HasAccountAsync(email));
        Assert.Equal("/account/sign-in", (await page.SubmitAsync("main form", ("Name", "New"), ("Password", InvitationSteps.Password))).Location);
    }

    [Fact]
    public async Task Accept_Any_IsInTheSecurityLogOfThePartnershipAndItsAudit()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var email = InvitationSteps.NewEmail();

        await _steps.AcceptAsync(await _steps.LinkAsync(here, email));

        Assert.Equal((1, 1), (await EventsAsync(here, SecurityEventKind.InvitationSent), await EventsAsync(here, SecurityEventKind.InvitationAccepted)));
        var audit = (await portal.ClientFor(here.Lead).GetPageAsync($"/{here.Slug}/audit")).ShouldBeOk().Text;
        Assert.Contains("Added invitation", audit, StringComparison.Ordinal);
        Assert.Contains("Added member’s roles", audit, StringComparison.Ordinal);
        var platform = await portal.Data.OnPlatformAsync(d => d.PlatformAuditEntries.Where(e => e.EntityType == "Invitation").Select(e => e.Changes).ToListAsync());
        Assert.DoesNotContain(platform, changes => changes.Contains(email, StringComparison.Ordinal));
    }

    private async Task<string> ChangeAsync(string what, TestPartnership here, string email, string link)
    {
        switch (what)
        {
            case "expired":
                await _steps.ChangeAsync(email, i => i.ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(-1));
                break;
            case "withdrawn":
                await _steps.ChangeAsync(email, i => i.WithdrawnAt = DateTimeOffset.UtcNow);
                break;
            case "declined":
                await _steps.ChangeAsync(email, i => i.DeclinedAt = DateTimeOffset.UtcNow);
                break;
            case "suspended":
                await portal.Data.OnPlatformAsync(async d => (await d.Partnerships.SingleAsync(p => p.Id == here.Id)).State = PartnershipState.Suspended);
                break;
            case "wrong secret":
                return link[..^4] + "AAAA";
            default:
                await portal.Data.InTenantAsync(here.Id, async d =>
                {
                    var role = await d.Memberships.SingleAsync(m => m.UserId == here.Lead.Id);
                    d.Remove(role);
                    if (what == "inviter no lead")
                    {
                        d.Add(new Membership { UserId = here.Lead.Id, Role = PartnershipRole.Reader });
                    }

                    return true;
                });
                break;
        }

        return link;
    }

    private async Task<TestPerson> MakeUnconfirmedAsync(TestPartnership first, TestPlan plan, Guid bodyId)
    {
        var old = await portal.Data.CreatePersonAsync("the first inviter's words", administrator: true);
        await portal.Data.OnPlatformAsync(async d =>
        {
            var user = await d.Users.SingleAsync(u => u.Id == old.Id);
            user.EmailConfirmed = false;
            user.DisplayName = "First inviter’s name";
            d.Add(new LinkOfficer { BodyId = bodyId, UserId = old.Id });
            return true;
        });
        await portal.Data.InTenantAsync(first.Id, d =>
        {
            d.Add(new Membership { UserId = old.Id, Role = PartnershipRole.Contributor });
            d.Add(new ResponsibilityHolder { UserId = old.Id, LeadResponsibilityId = plan.ResponsibilityId, From = new DateOnly(2026, 1, 1) });
            return Task.FromResult(true);
        });
        return old;
    }

    private Task<int> EventsAsync(TestPartnership here, SecurityEventKind kind) =>
        portal.Data.OnPlatformAsync(d => d.SecurityEvents.CountAsync(e => e.PartnershipId == here.Id && e.Kind == kind));

    private static Task<TestPage> PostAsync(HttpClient client, string link, params (string Name, string Value)[] fields) =>
        PostToAsync(client, "/account/invitation", link, fields);

    /// <summary>Sends what the form would send, without being offered a form.</summary>
    private static async Task<TestPage> PostToAsync(HttpClient client, string path, string link, params (string Name, string Value)[] fields)
    {
        const string field = "input[name=__RequestVerificationToken]";
        var page = await client.GetPageAsync("/error/404");
        page = page.Document.QuerySelector(field) is null ? await client.GetPageAsync("/account/sign-in") : page;
        var token = page.Find(field).GetAttribute("value")!;
        var query = link.Split('?')[1].Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        using var content = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Id", query["id"]), KeyValuePair.Create("Token", query["token"]),
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
        ]);
        return await client.SendFormAsync(path, content);
    }
}
