using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Account;

public sealed class ChangePasswordTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private const string Other = "another few plain words";

    [Fact]
    public async Task Post_Right_EndsOtherSessionsAndKeepsThisOne()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var (here, there) = (portal.Browser(), portal.Browser());
        await AccountPortal.SignInAsync(here, person.Email, AccountPortal.Password);
        await AccountPortal.SignInAsync(there, person.Email, AccountPortal.Password);

        var page = await (await here.GetPageAsync("/account/password"))
            .SubmitAsync("main form", ("CurrentPassword", AccountPortal.Password), ("NewPassword", Other));

        Assert.Equal("/account", page.Location);
        (await here.GetPageAsync("/account")).ShouldBeOk();
        Assert.StartsWith("/account/sign-in", (await there.GetPageAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AccountPortal.SignInAsync(portal.Browser(), person.Email, AccountPortal.Password)).Status);
        Assert.Equal("/", (await AccountPortal.SignInAsync(portal.Browser(), person.Email, Other)).Location);
    }

    [Theory]
    [InlineData("wrong one entirely", "another few plain words", "That is not your password now")]
    [InlineData(AccountPortal.Password, "short", "Use at least 12 characters")]
    [InlineData(AccountPortal.Password, "Password-1234!", "harder to guess")]
    [InlineData(AccountPortal.Password, "abcabcabcabcabc", "harder to guess")]
    [InlineData(AccountPortal.Password, "123456789012", "harder to guess")]
    [InlineData(AccountPortal.Password, AccountPortal.Password, "not the one you have now")]
    [InlineData("", "another few plain words", "Enter the password you have now")]
    [InlineData(AccountPortal.Password, "", "Enter a new password")]
    public async Task Post_Wrong_SaysHowToPutItRight(string now, string next, string error)
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var client = portal.Browser();
        await AccountPortal.SignInAsync(client, person.Email, AccountPortal.Password);

        var page = await (await client.GetPageAsync("/account/password")).SubmitAsync("main form", ("CurrentPassword", now), ("NewPassword", next));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(error, StringComparison.Ordinal));
        Assert.DoesNotContain(next.Length == 0 ? "value=\"three" : next, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OwnEmail_IsRefused()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var client = portal.Browser();
        await AccountPortal.SignInAsync(client, person.Email, AccountPortal.Password);

        var page = await (await client.GetPageAsync("/account/password"))
            .SubmitAsync("main form", ("CurrentPassword", AccountPortal.Password), ("NewPassword", person.Email.ToUpperInvariant()));

        Assert.Contains("not your own name or e-mail address", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_GuessingTheOldOne_IsSlowed()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var client = portal.Browser("192.0.2.60");
        await AccountPortal.SignInAsync(client, person.Email, AccountPortal.Password);
        var form = await client.GetPageAsync("/account/password");
        for (var i = 0; i < SignInThrottle.FailuresForOneAccount; i++)
        {
            await form.SubmitAsync("main form", ("CurrentPassword", $"guess {i}"), ("NewPassword", Other));
        }

        var page = await form.SubmitAsync("main form", ("CurrentPassword", AccountPortal.Password), ("NewPassword", Other));

        Assert.Contains("too many attempts", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Anonymous_AsksToSignIn()
    {
        foreach (var path in new[] { "/account", "/account/password" })
        {
            Assert.StartsWith("/account/sign-in", (await portal.Browser().GetPageAsync(path)).Location, StringComparison.Ordinal);
        }
    }
}

public sealed class SetFirstPasswordTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task Post_GoodLink_SetsThePasswordOnce()
    {
        var person = await portal.Data.CreatePersonAsync();
        var link = await LinkAsync(person);
        var client = portal.Browser();
        var form = (await client.GetPageAsync(link)).ShouldBeOk();
        Assert.Contains(person.Email, form.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SubmitAsync("main form", ("Password", "short"))).Status);

        var page = await form.SubmitAsync("main form", ("Password", AccountPortal.Password));

        Assert.Equal("/account/sign-in", page.Location);
        Assert.Contains("Your password is set", (await client.FollowAsync(page)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await form.SubmitAsync("main form", ("Password", "somebody else's words"))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await client.GetPageAsync(link)).Status);
        Assert.Equal("/", (await AccountPortal.SignInAsync(portal.Browser(), person.Email, AccountPortal.Password)).Location);
    }

    [Fact]
    public async Task Post_TwiceAtOnce_SetsOnePassword()
    {
        var person = await portal.Data.CreatePersonAsync();
        var form = await portal.Browser().GetPageAsync(await LinkAsync(person));
        string[] words = ["first of these passwords", "second of these passwords"];

        var pages = await Task.WhenAll(words.Select(w => form.SubmitAsync("main form", ("Password", w))));

        Assert.Single(pages, p => p.Location == "/account/sign-in");
        var signIns = await Task.WhenAll(words.Select(w => AccountPortal.SignInAsync(portal.Browser("192.0.2.70"), person.Email, w)));
        Assert.Single(signIns, p => p.Location == "/");
    }

    [Fact]
    public async Task Get_AnyLinkThatOpensNothing_IsTheSamePage()
    {
        var invited = await portal.Data.CreatePersonAsync();
        var hasPassword = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var disabled = await portal.Data.CreatePersonAsync();
        var tooOld = await LinkAsync(disabled);
        await portal.Data.OnPlatformAsync(async database => (await database.Users.SingleAsync(u => u.Id == disabled.Id)).IsDisabled = true);
        var good = await LinkAsync(invited);
        string[] links =
        [
            "/account/set-password", $"/account/set-password?user={Guid.NewGuid()}&token=x", $"/account/set-password?user={invited.Id}&token=x",
            "/account/set-password?user=x&token=y", await LinkAsync(hasPassword), tooOld, await LinkAsync(invited, by: 12345),
            good.Replace(invited.Id.ToString(), hasPassword.Id.ToString(), StringComparison.Ordinal),
        ];
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in links)
        {
            var page = await portal.Browser().GetPageAsync(link);
            Assert.Equal(HttpStatusCode.Gone, page.Status);
            answers.Add(page.Text);
        }

        Assert.Contains("If you already have a password, sign in", Assert.Single(answers), StringComparison.Ordinal);
        (await portal.Browser().GetPageAsync(good)).ShouldBeOk();
    }

    private Task<string> LinkAsync(TestPerson person, int? by = null) => portal.Data.RunAsync(null, async (database, services) =>
        (await services.GetRequiredService<Invitations>().LinkAsync(await database.Users.SingleAsync(u => u.Id == person.Id), by)).Path);
}
