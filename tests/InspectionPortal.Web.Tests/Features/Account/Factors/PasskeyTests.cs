using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Account.Factors;

public sealed class PasskeyTests(FactorPortal portal) : IClassFixture<FactorPortal>
{
    [Fact]
    public async Task Passkey_Added_SignsInWithoutAPasswordAndIsRecordedAsSuch()
    {
        using var passkey = new TestPasskey();
        var (person, client) = await portal.SignedInAsync();

        var codes = (await FactorPortal.AddPasskeyAsync(client, passkey)).ShouldBeOk();
        var browser = portal.Browser();
        var done = await FactorPortal.UsePasskeyAsync(browser, passkey);

        Assert.Equal(10, codes.Document.QuerySelectorAll(".p-codes code").Length);
        Assert.Equal("/", done.Location);
        Assert.All(await portal.OpenSessionsAsync(person), s => Assert.Equal(SignInFactor.Passkey, s.Factor));
        var list = (await browser.GetPageAsync("/account/factors")).ShouldBeOk();
        Assert.Contains("Blue tablet", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Never", list.Text, StringComparison.Ordinal);
        Assert.Contains("passkey was added", (await portal.Data.LastMailToAsync(person.Email)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passkey_AfterAPassword_FinishesTheSignIn()
    {
        using var passkey = new TestPasskey();
        var (person, client) = await portal.SignedInAsync();
        await FactorPortal.AddPasskeyAsync(client, passkey);
        var browser = portal.Browser();

        var first = await FactorPortal.SignInAsync(browser, person);
        Assert.Equal("/account/sign-in/second-step", first.Location);
        (await browser.GetPageAsync(first.Location!)).Find("form[data-passkey=get]");

        Assert.Equal("/", (await FactorPortal.UsePasskeyAsync(browser, passkey)).Location);
    }

    [Fact]
    public async Task Assertion_SentAgain_IsRefusedWithAMessageAlsoAtTheSameMoment()
    {
        using var passkey = new TestPasskey();
        var (person, client) = await portal.SignedInAsync();
        await FactorPortal.AddPasskeyAsync(client, passkey);
        var (options, state) = await FactorPortal.QuestionAsync(portal.Browser(), "/account/sign-in/passkey");
        var answer = passkey.Get(options);

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FactorPortal.SendPasskeyAsync(portal.Browser(), answer, state)));
        var later = await FactorPortal.SendPasskeyAsync(portal.Browser(), answer, state);

        Assert.Single(pages, p => p.Status == HttpStatusCode.Found);
        Assert.All([.. pages.Where(p => p.Status != HttpStatusCode.Found), later], p =>
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, p.Status);
            Assert.Contains("already used", p.Errors.Single(), StringComparison.Ordinal);
        });
        Assert.Equal(2, (await portal.OpenSessionsAsync(person)).Count);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://localhost.evil.example")]
    [InlineData("null")]
    public async Task Assertion_ForAnotherOrigin_IsRefused(string origin)
    {
        using var passkey = new TestPasskey();
        var (_, client) = await portal.SignedInAsync();
        await FactorPortal.AddPasskeyAsync(client, passkey);
        passkey.Origin = origin;

        ShouldBeRefused(await FactorPortal.UsePasskeyAsync(portal.Browser(), passkey));
    }

    [Fact]
    public async Task Assertion_WithoutProofOfTheOwner_IsRefused()
    {
        using var passkey = new TestPasskey();
        var (_, client) = await portal.SignedInAsync();
        await FactorPortal.AddPasskeyAsync(client, passkey);
        passkey.VerifiesUser = false;

        ShouldBeRefused(await FactorPortal.UsePasskeyAsync(portal.Browser(), passkey));
    }

    [Fact]
    public async Task Assertion_OfADisabledAccount_IsRefused()
    {
        using var passkey = new TestPasskey();
        var (person, client) = await portal.SignedInAsync();
        await FactorPortal.AddPasskeyAsync(client, passkey);
        await portal.Data.OnPlatformAsync(async database => (await database.Users.SingleAsync(u => u.Id == person.Id)).IsDisabled = true);

        ShouldBeRefused(await FactorPortal.UsePasskeyAsync(portal.Browser(), passkey));
    }

    [Fact]
    public async Task Assertion_OfACounterThatWentBack_IsRefused()
    {
        using var passkey = new TestPasskey { Count = 5 };
        var (_, client) = await portal.SignedInAsync();
        await FactorPortal.AddPasskeyAsync(client, passkey);
        passkey.Count = 4;

        ShouldBeRefused(await FactorPortal.UsePasskeyAsync(portal.Browser(), passkey));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{}", "")]
    [InlineData("{}", "nothing that was sealed")]
    [InlineData("not json", null)]
    [InlineData("null", null)]
    [InlineData("[1,2]", null)]
    public async Task Assertion_ThatIsNone_IsRefused(string credential, string? state)
    {
        var browser = portal.Browser();
        state ??= (await FactorPortal.QuestionAsync(browser, "/account/sign-in/passkey")).State;

        ShouldBeRefused(await FactorPortal.SendPasskeyAsync(browser, credential, state));
    }

    [Fact]
    public async Task Assertion_AfterTenMinutes_IsRefused()
    {
        using var passkey = new TestPasskey();
        var (_, client) = await portal.SignedInAsync();
        await FactorPortal.AddPasskeyAsync(client, passkey);
        var browser = portal.Browser();
        var (options, state) = await FactorPortal.QuestionAsync(browser, "/account/sign-in/passkey");
        portal.Clock.Move(PasskeyCeremony.Lifetime);

        ShouldBeRefused(await FactorPortal.SendPasskeyAsync(browser, passkey.Get(options), state));
    }

    [Fact]
    public async Task Assertion_OfAnotherAccount_NeitherFinishesASignInNorConfirms()
    {
        using var mine = new TestPasskey();
        using var theirs = new TestPasskey();
        var (person, client) = await portal.SignedInAsync();
        await FactorPortal.AddPasskeyAsync(client, mine);
        var (_, other) = await portal.SignedInAsync();
        await FactorPortal.AddPasskeyAsync(other, theirs);

        var browser = portal.Browser();
        await FactorPortal.SignInAsync(browser, person);
        var page = await FactorPortal.UsePasskeyAsync(browser, theirs);
        Assert.Contains("is for another account", page.Errors.Single(), StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await browser.GetPageAsync("/account")).Location, StringComparison.Ordinal);

        var (options, state) = await FactorPortal.QuestionAsync(client, "/account/confirm/passkey");
        var confirmed = await FactorPortal.PostAsync(
            client, "/account/confirm", ("Confirmation.Credential", theirs.Get(options)), ("Confirmation.State", state));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, confirmed.Status);
    }

    [Fact]
    public async Task Assertion_AskedForToSignIn_DoesNotConfirm()
    {
        using var passkey = new TestPasskey();
        var (_, client) = await portal.SignedInAsync();
        await FactorPortal.AddPasskeyAsync(client, passkey);
        var (options, state) = await FactorPortal.QuestionAsync(portal.Browser(), "/account/sign-in/passkey");

        var page = await FactorPortal.PostAsync(
            client, "/account/confirm", ("Confirmation.Credential", passkey.Get(options)), ("Confirmation.State", state));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public async Task Attestation_OfAPasskeyOfAnotherAccountOrForAnotherOrigin_AddsNothing()
    {
        using var passkey = new TestPasskey();
        using var foreign = new TestPasskey { Origin = "https://evil.example" };
        var (_, first) = await portal.SignedInAsync();
        await FactorPortal.AddPasskeyAsync(first, passkey);
        var (person, client) = await portal.SignedInAsync();

        foreach (var refused in new[] { passkey, foreign })
        {
            var page = await FactorPortal.AddPasskeyAsync(client, refused);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains("could not be added", page.Errors.Single(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(SecurityEventKind.FactorAdded, await portal.EventsAsync(person));
    }

    [Fact]
    public async Task Remove_Passkey_EndsItAndTellsThePerson()
    {
        using var passkey = new TestPasskey();
        var (person, client) = await portal.SignedInAsync();
        await FactorPortal.AddPasskeyAsync(client, passkey);

        var page = await (await client.GetPageAsync("/account/factors")).SubmitAsync("form[action$='passkeys/remove']");

        Assert.Equal("/account/factors", page.Location);
        Assert.DoesNotContain("Blue tablet", (await client.GetPageAsync("/account/factors")).ShouldBeOk().Text, StringComparison.Ordinal);
        Assert.Contains("was removed", (await portal.Data.LastMailToAsync(person.Email)).Text, StringComparison.Ordinal);
        ShouldBeRefused(await FactorPortal.UsePasskeyAsync(portal.Browser(), passkey));
        Assert.Equal("/", (await FactorPortal.SignInAsync(portal.Browser(), person)).Location);
    }

    [Fact]
    public async Task Remove_PasskeyOfAnother_IsNotFound()
    {
        using var passkey = new TestPasskey();
        var (owner, first) = await portal.SignedInAsync();
        await FactorPortal.AddPasskeyAsync(first, passkey);
        var id = (await first.GetPageAsync("/account/factors")).Find("input[name=Id]").GetAttribute("value")!;
        var (_, client) = await portal.SignedInAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await FactorPortal.PostAsync(client, "/account/factors/passkeys/remove", ("Id", id))).Status);
        Assert.DoesNotContain(SecurityEventKind.FactorRemoved, await portal.EventsAsync(owner));
    }

    private static void ShouldBeRefused(TestPage page)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("passkey", page.Errors.Single(), StringComparison.Ordinal);
    }
}
