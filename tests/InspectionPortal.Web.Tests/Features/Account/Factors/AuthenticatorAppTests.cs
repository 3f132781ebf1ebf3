using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Account.Factors;

public sealed class AuthenticatorAppTests(FactorPortal portal) : IClassFixture<FactorPortal>
{
    [Fact]
    public async Task SetUp_RightCode_ShowsRecoveryCodesOnceTellsThePersonAndEndsOtherSessions()
    {
        var (person, client) = await portal.SignedInAsync();
        var elsewhere = portal.Browser();
        await FactorPortal.SignInAsync(elsewhere, person);

        var (_, codes) = await portal.AddAppAsync(client);

        Assert.Equal(FactorStore.RecoveryCodeCount, codes.Distinct(StringComparer.Ordinal).Count());
        var again = (await client.GetPageAsync("/account/factors")).ShouldBeOk();
        Assert.All(codes, code => Assert.DoesNotContain(code, again.Html, StringComparison.Ordinal));
        Assert.Contains("10 recovery codes left", again.Text, StringComparison.Ordinal);
        Assert.Equal("/account/sign-in?returnUrl=%2Faccount%2Ffactors", (await elsewhere.GetPageAsync("/account/factors")).Location);
        Assert.Equal(SignInFactor.AuthenticatorApp, Assert.Single(await portal.OpenSessionsAsync(person)).Factor);
        Assert.Contains("authenticator app was added", (await portal.Data.LastMailToAsync(person.Email)).Text, StringComparison.Ordinal);
        Assert.Contains(SecurityEventKind.FactorAdded, await portal.EventsAsync(person));
    }

    [Fact]
    public async Task SetUp_Page_HasTheKeyAsSvgThatTheContentPolicyAllows()
    {
        var (_, client) = await portal.SignedInAsync();

        var page = (await client.GetPageAsync("/account/factors/app")).ShouldBeOk();

        Assert.NotNull(page.Find(".p-qr svg").GetAttribute("viewBox"));
        Assert.Empty(page.Document.QuerySelectorAll("[style], style"));
        Assert.Equal($"otpauth://totp/Inspection%20Portal:", page.Find("a[href^=otpauth]").GetAttribute("href")![..35]);
    }

    [Fact]
    public async Task SetUp_WrongCode_KeepsTheKeyAndSaysToLookAtTheClock()
    {
        var (_, client) = await portal.SignedInAsync();
        var form = await client.GetPageAsync("/account/factors/app");

        var page = await form.SubmitAsync("main form", ("Code", TotpCodes.CodeOf(FactorPortal.KeyOn(form), portal.Step + 10)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("date and time automatically", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(FactorPortal.KeyOn(form), FactorPortal.KeyOn(page));
    }

    [Fact]
    public async Task SetUp_InTwoTabs_TheSecondIsToldAndTheFirstStays()
    {
        var (person, client) = await portal.SignedInAsync();
        var second = await client.GetPageAsync("/account/factors/app");
        var (key, _) = await portal.AddAppAsync(client);
        var token = (await client.GetPageAsync("/account/factors")).Find("input[name=__RequestVerificationToken]").GetAttribute("value");

        var page = await second.SubmitAsync(
            "main form", ("Code", TotpCodes.CodeOf(FactorPortal.KeyOn(second), portal.Step)), ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("another tab", page.Text, StringComparison.Ordinal);
        await SignsInAsync(person, TotpCodes.CodeOf(key, portal.Step + 1));
    }

    [Fact]
    public async Task SetUp_WithTheKeyOfSomebodyElse_IsNotFound()
    {
        var (_, other) = await portal.SignedInAsync();
        var (_, client) = await portal.SignedInAsync();
        var theirs = await other.GetPageAsync("/account/factors/app");
        var mine = await client.GetPageAsync("/account/factors/app");

        var page = await mine.SubmitAsync(
            "main form",
            ("SealedKey", theirs.Find("input[name=SealedKey]").GetAttribute("value")), ("Code", TotpCodes.CodeOf(FactorPortal.KeyOn(theirs), portal.Step)));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task SignIn_WithAnApp_OpensNothingBeforeTheCode()
    {
        var (person, client) = await portal.SignedInAsync();
        var (key, _) = await portal.AddAppAsync(client);
        var browser = portal.Browser();

        var first = await FactorPortal.SignInAsync(browser, person, "/account/password");

        Assert.Equal("/account/sign-in/second-step?returnUrl=%2Faccount%2Fpassword", first.Location);
        Assert.StartsWith("/account/sign-in", (await browser.GetPageAsync("/account")).Location, StringComparison.Ordinal);
        var form = (await browser.GetPageAsync(first.Location!)).ShouldBeOk();
        var done = await form.SubmitAsync("main form", ("Code", TotpCodes.CodeOf(key, portal.Step + 1).Insert(3, " ")));
        Assert.Equal("/account/password", done.Location);
        (await browser.GetPageAsync("/account")).ShouldBeOk();
        Assert.Contains(await portal.OpenSessionsAsync(person), s => s.Factor == SignInFactor.AuthenticatorApp);
        Assert.Equal(HttpStatusCode.Gone, (await portal.Browser().GetPageAsync("/account/sign-in/second-step")).Status);
    }

    [Fact]
    public async Task SignIn_SameCodeAgain_IsRefusedAlsoAtTheSameMoment()
    {
        var (person, client) = await portal.SignedInAsync();
        var (key, _) = await portal.AddAppAsync(client);
        var browsers = Enumerable.Range(0, 4).Select(_ => portal.Browser()).ToList();
        foreach (var browser in browsers)
        {
            await FactorPortal.SignInAsync(browser, person);
        }

        Assert.Contains("already been used", (await FactorPortal.EnterAsync(browsers[0], TotpCodes.CodeOf(key, portal.Step))).Errors.Single(), StringComparison.Ordinal);
        var pages = await Task.WhenAll(browsers.Select(b => FactorPortal.EnterAsync(b, TotpCodes.CodeOf(key, portal.Step + 1))));

        Assert.Single(pages, p => p.Status == HttpStatusCode.Found);
        Assert.All(pages.Where(p => p.Status != HttpStatusCode.Found), p => Assert.Contains("already been used", p.Errors.Single(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task SignIn_ClockFiveMinutesOff_IsRefusedWithAWordAboutTheClock(int stepsOff)
    {
        var (person, client) = await portal.SignedInAsync();
        var (key, _) = await portal.AddAppAsync(client);
        var browser = portal.Browser();
        await FactorPortal.SignInAsync(browser, person);

        var page = await FactorPortal.EnterAsync(browser, TotpCodes.CodeOf(key, portal.Step + stepsOff));

        Assert.Contains("recovery code only once", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains(SecurityEventKind.FactorFailed, await portal.EventsAsync(person));
    }

    [Fact]
    public async Task SignIn_RecoveryCode_WorksOnce()
    {
        var (person, client) = await portal.SignedInAsync();
        var (_, codes) = await portal.AddAppAsync(client);
        var (first, second) = (portal.Browser(), portal.Browser());
        await FactorPortal.SignInAsync(first, person);
        await FactorPortal.SignInAsync(second, person);

        var done = await FactorPortal.EnterAsync(first, $" {codes[3].ToLowerInvariant().Replace('-', ' ')} ");
        var again = await FactorPortal.EnterAsync(second, codes[3]);

        Assert.Equal("/", done.Location);
        Assert.Contains("You have 9 left", (await first.GetPageAsync("/account")).Text, StringComparison.Ordinal);
        Assert.Contains("a recovery code only once", again.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains(await portal.OpenSessionsAsync(person), s => s.Factor == SignInFactor.RecoveryCode);
        Assert.Contains(SecurityEventKind.RecoveryCodeUsed, await portal.EventsAsync(person));
        Assert.Equal("/", (await FactorPortal.EnterAsync(second, codes[4])).Location);
    }

    [Fact]
    public async Task RecoveryCodes_MadeAnew_ReplaceTheOnesBefore()
    {
        var (person, client) = await portal.SignedInAsync();
        var (_, before) = await portal.AddAppAsync(client);
        var page = await (await client.GetPageAsync("/account/factors")).SubmitAsync("form[action$=recovery-codes]");
        var after = page.ShouldBeOk().Document.QuerySelectorAll(".p-codes code").Select(c => c.TextContent).ToList();
        var browser = portal.Browser();
        await FactorPortal.SignInAsync(browser, person);

        Assert.Equal(10, after.Except(before, StringComparer.Ordinal).Count());
        Assert.Contains(after[0], Uri.UnescapeDataString(page.Find("a[download]").GetAttribute("href")!), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await FactorPortal.EnterAsync(browser, before[0])).Status);
        Assert.Equal("/", (await FactorPortal.EnterAsync(browser, after[0])).Location);
    }

    [Fact]
    public async Task SignIn_FiftyWrongCodes_AreSlowedAfterTen()
    {
        var (person, client) = await portal.SignedInAsync();
        var (key, _) = await portal.AddAppAsync(client);
        var browser = portal.Browser();
        await FactorPortal.SignInAsync(browser, person);
        var form = await browser.GetPageAsync("/account/sign-in/second-step");
        var answers = new List<string>();
        for (var i = 0; i < 50; i++)
        {
            answers.AddRange((await form.SubmitAsync("main form", ("Code", $"{i:D6}"))).Errors);
        }

        Assert.True(answers.Count(a => a.Contains("not right", StringComparison.Ordinal)) <= SignInThrottle.FailuresForOneAccount);
        Assert.Contains("too many attempts", answers[^1], StringComparison.Ordinal);
        Assert.Contains("too many attempts", (await FactorPortal.EnterAsync(browser, TotpCodes.CodeOf(key, portal.Step + 1))).Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_HalfDone_EndsWhenTheAppIsRemovedOrAfterTenMinutes()
    {
        var (person, client) = await portal.SignedInAsync();
        await portal.AddAppAsync(client);
        var (slow, caught) = (portal.Browser(), portal.Browser());
        await FactorPortal.SignInAsync(slow, person);
        portal.Clock.Move(PendingSignIn.Lifetime);
        Assert.Equal(HttpStatusCode.Gone, (await slow.GetPageAsync("/account/sign-in/second-step")).Status);

        var codes = await ConfirmedAsync(person, client);
        await FactorPortal.SignInAsync(caught, person);
        await (await client.GetPageAsync("/account/factors")).SubmitAsync("form[action$='app/remove']");

        var page = await FactorPortal.PostAsync(caught, "/account/sign-in/second-step", ("Code", codes));
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("Sign in again", page.Text, StringComparison.Ordinal);
        Assert.Contains("was removed", (await portal.Data.LastMailToAsync(person.Email)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_TheLastOneWhereOneIsRequired_IsRefused()
    {
        var (person, client) = await portal.SignedInAsync(administrator: true);
        await portal.AddAppAsync(client);

        var page = await (await client.GetPageAsync("/account/factors")).SubmitAsync("form[action$='app/remove']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("only way to do it", page.Errors.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain(SecurityEventKind.FactorRemoved, await portal.EventsAsync(person));
    }

    [Fact]
    public async Task Tokens_AtRest_AreNotInClear()
    {
        var (person, client) = await portal.SignedInAsync();
        var (key, codes) = await portal.AddAppAsync(client);

        var stored = await portal.Data.OnPlatformAsync(database => database.UserTokens.Where(t => t.UserId == person.Id).Select(t => t.Value!).ToListAsync());

        Assert.Equal(2, stored.Count);
        Assert.All(stored, value => Assert.DoesNotContain(key, value, StringComparison.Ordinal));
        Assert.All(stored, value => Assert.DoesNotContain(codes[0], value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Session_StartedWithAPasswordAlone_IsDeadOnceThereIsASecondStep()
    {
        var (person, client) = await portal.SignedInAsync();
        await portal.AddAppAsync(client);
        (await client.GetPageAsync("/account")).ShouldBeOk();

        await portal.Data.OnPlatformAsync(async database =>
            (await database.UserSessions.SingleAsync(s => s.UserId == person.Id && s.EndedAt == null)).Factor = SignInFactor.Password);

        Assert.StartsWith("/account/sign-in", (await client.GetPageAsync("/account")).Location, StringComparison.Ordinal);
    }

    private async Task SignsInAsync(TestPerson person, string code)
    {
        var browser = portal.Browser();
        await FactorPortal.SignInAsync(browser, person);
        Assert.Equal("/", (await FactorPortal.EnterAsync(browser, code)).Location);
    }

    /// <summary>The clock was moved: makes the session's proof fresh again, and gives a recovery code to try.</summary>
    private async Task<string> ConfirmedAsync(TestPerson person, HttpClient client)
    {
        await portal.Data.OnPlatformAsync(async database =>
            (await database.UserSessions.SingleAsync(s => s.UserId == person.Id && s.EndedAt == null)).ConfirmedAt = portal.Clock.GetUtcNow());
        var page = await (await client.GetPageAsync("/account/factors")).SubmitAsync("form[action$=recovery-codes]");
        return page.ShouldBeOk().Find(".p-codes code").TextContent;
    }
}
