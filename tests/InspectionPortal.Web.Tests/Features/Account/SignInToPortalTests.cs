using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Account;

public sealed class SignInToPortalTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task Post_RightPassword_SignsInWithAGuardedCookie()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var client = portal.Browser();

        var page = await AccountPortal.SignInAsync(client, person.Email.ToUpperInvariant(), AccountPortal.Password);

        Assert.Equal("/", page.Location);
        var cookie = page.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(CookieNames.Session, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        (await client.GetPageAsync("/account")).ShouldBeOk();
    }

    [Fact]
    public async Task Post_AnyKindOfWrong_GivesOneAnswerAndChecksOneHash()
    {
        var known = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var invited = await portal.Data.CreatePersonAsync();
        var disabled = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        await portal.Data.OnPlatformAsync(async database => (await database.Users.SingleAsync(u => u.Id == disabled.Id)).IsDisabled = true);
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (email, password) in new[]
        {
            (known.Email, "not this one at all"), ("nobody@tests.example", AccountPortal.Password), (invited.Email, AccountPortal.Password),
            (disabled.Email, AccountPortal.Password),
        })
        {
            var before = portal.Hashes.Checks;
            var page = await AccountPortal.SignInAsync(portal.Browser("192.0.2.77"), email, password);

            Assert.Equal(1, portal.Hashes.Checks - before);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Null(page.Find("#Password").GetAttribute("value"));
            Assert.Equal(email, page.Find("#Email").GetAttribute("value"));
            answers.Add(page.Text);
        }

        Assert.Single(answers);
    }

    [Fact]
    public async Task Post_TooManyWrong_SlowsThisPlaceButNotTheOwnerElsewhereNorTheirKnownBrowser()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var atTheNextDesk = portal.Browser("192.0.2.30");
        Assert.Equal("/", (await AccountPortal.SignInAsync(atTheNextDesk, person.Email, AccountPortal.Password)).Location);
        await (await atTheNextDesk.GetPageAsync("/account")).SubmitAsync("main form");

        var guesser = portal.Browser("192.0.2.30");
        for (var i = 0; i < SignInThrottle.FailuresForOneAccount; i++)
        {
            Assert.Contains("is not correct", (await AccountPortal.SignInAsync(guesser, person.Email, $"guess number {i}")).Text, StringComparison.Ordinal);
        }

        var before = portal.Hashes.Checks;
        Assert.Contains("too many attempts", (await AccountPortal.SignInAsync(guesser, person.Email, AccountPortal.Password)).Text, StringComparison.Ordinal);
        Assert.Equal(before, portal.Hashes.Checks);
        Assert.Equal("/", (await AccountPortal.SignInAsync(portal.Browser("192.0.2.31"), person.Email, AccountPortal.Password)).Location);
        Assert.Equal("/", (await AccountPortal.SignInAsync(atTheNextDesk, person.Email, AccountPortal.Password)).Location);

        portal.Clock.Move(SignInThrottle.Window + TimeSpan.FromSeconds(1));
        Assert.Equal("/", (await AccountPortal.SignInAsync(portal.Browser("192.0.2.30"), person.Email, AccountPortal.Password)).Location);
    }

    [Fact]
    public async Task Post_ManyAtOnce_ChecksNoMorePasswordsThanOneAfterAnother()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var client = portal.Browser("192.0.2.40");
        var form = await client.GetPageAsync("/account/sign-in");
        var before = portal.Hashes.Checks;

        var pages = await Task.WhenAll(Enumerable.Range(0, 25).Select(i => form.SubmitAsync("main form", ("Email", person.Email), ("Password", $"guess {i}"))));

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status));
        Assert.True(portal.Hashes.Checks - before <= SignInThrottle.FailuresForOneAccount);
    }

    [Theory]
    [InlineData("/account/password", "/account/password")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("~/people", "/")]
    [InlineData("/a\r\nSet-Cookie: x=y", "/")]
    [InlineData("/ünsinn", "/")]
    [InlineData("evil.example", "/")]
    public async Task Post_ReturnUrl_StaysHere(string asked, string goesTo)
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var client = portal.Browser();
        var form = await client.GetPageAsync("/account/sign-in");

        var page = await form.SubmitAsync("main form", ("Email", person.Email), ("Password", AccountPortal.Password), ("ReturnUrl", asked));

        Assert.Equal(goesTo, page.Location);
        Assert.Equal(goesTo, (await client.GetPageAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(asked)}")).Location);
    }

    [Theory]
    [InlineData("", "", "Enter your e-mail address", "Enter your password")]
    [InlineData("a@b.example", "", "Enter your password")]
    public async Task Post_Missing_SaysWhich(string email, string password, params string[] errors) =>
        Assert.Equal(errors, (await AccountPortal.SignInAsync(portal.Browser(), email, password)).Errors);

    [Fact]
    public async Task Post_TooLong_SaysSo()
    {
        var page = await AccountPortal.SignInAsync(portal.Browser(), new string('a', 300), new string('b', 300));

        Assert.Equal(2, page.Errors.Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public async Task Post_WithoutAntiforgery_IsRefused()
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Email", "a@b.example")]);

        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Browser().SendFormAsync("/account/sign-in", content)).Status);
    }

    [Fact]
    public async Task Post_Disabled_EndsTheOpenSession()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var client = portal.Browser();
        await AccountPortal.SignInAsync(client, person.Email, AccountPortal.Password);
        await portal.Data.OnPlatformAsync(async database => (await database.Users.SingleAsync(u => u.Id == person.Id)).IsDisabled = true);

        Assert.StartsWith("/account/sign-in", (await client.GetPageAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_Post_EndsTheSession()
    {
        var person = await portal.Data.CreatePersonAsync(AccountPortal.Password);
        var client = portal.Browser();
        await AccountPortal.SignInAsync(client, person.Email, AccountPortal.Password);

        var page = await (await client.GetPageAsync("/account")).SubmitAsync("main form");

        Assert.Equal("/account/sign-in", page.Location);
        Assert.Equal("/account/sign-in?returnUrl=%2Faccount", (await client.GetPageAsync("/account")).Location);
    }
}
