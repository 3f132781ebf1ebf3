using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

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
    [InlineData("wrong one entirely", "another few plain words", "Current password is not correct")]
    [InlineData(AccountPortal.Password, "short", "Password must be 12 characters or more")]
    [InlineData(AccountPortal.Password, "Password-1234!", "harder to guess")]
    [InlineData(AccountPortal.Password, "abcabcabcabcabc", "harder to guess")]
    [InlineData(AccountPortal.Password, "123456789012", "harder to guess")]
    [InlineData(AccountPortal.Password, AccountPortal.Password, "different from your current one")]
    [InlineData("", "another few plain words", "Enter your current password")]
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
