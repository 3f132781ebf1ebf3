using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity.Factors;
using InspectionPortal.Web.Tests.Features.Account.Factors;

namespace InspectionPortal.Web.Tests.Production;

/// <summary>
/// The first day of an installation, through a real proxy: the first administrator sets a password, signs in, sets up an
/// authenticator app, adds a partnership and signs out.
/// </summary>
public sealed class ProductionJourneyTests(ProductionPortal portal) : IClassFixture<ProductionPortal>
{
    private const string Password = "quiet harbour lantern maple";

    private readonly List<HttpResponseMessage> _answers = [];

    [Theory]
    [InlineData("nginx")]
    [InlineData("node")]
    public async Task FirstDay_ThroughAProxy_Works(string wanted)
    {
        // Where there is no nginx the other proxy makes the same journey twice: it is never left out.
        var kind = (await ReverseProxy.KindsAsync()).Contains(wanted) ? wanted : "node";
        await using var proxy = await ReverseProxy.StartAsync(kind, portal.Folder, portal.Port);
        using var browser = proxy.Browser(_answers.Add);

        var email = await MakeAdministratorAsync(browser);
        await SignInAsync(browser, email);
        await SetUpAuthenticatorAppAsync(browser);
        await AddPartnershipAsync(browser);
        await SignOutAsync(browser);

        await PlainHttpLeadsToHttpsAsync(proxy);
        await AnotherHostIsRefusedAsync(proxy);
        EveryCookieIsHeldToThisHost();
        EveryPageAsksForHttps();
        await NoKeyIsStoredInPlainTextAsync();
    }

    private async Task<string> MakeAdministratorAsync(HttpClient browser)
    {
        var email = $"{TestData.Unique("administrator")}@portal.test";
        var (exitCode, said) = await portal.VerbAsync("administrator", email);
        Assert.True(exitCode == 0, said);
        var link = said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Last(w => w.Contains("/account/", StringComparison.Ordinal));
        Assert.StartsWith($"https://{ReverseProxy.Host}/", link, StringComparison.Ordinal);
        var page = (await browser.GetPageAsync(new Uri(link).PathAndQuery)).ShouldBeOk();
        var done = await page.SubmitAsync("main form", ("Name", "Ada Administrator"), ("Password", Password));
        Assert.NotNull(done.Location);
        return email;
    }

    private static async Task SignInAsync(HttpClient browser, string email)
    {
        var form = (await browser.GetPageAsync("/account/sign-in?returnUrl=%2Fadmin")).ShouldBeOk();
        var wrong = await form.SubmitAsync("main form", ("Email", email), ("Password", "not the password at all"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var right = await wrong.SubmitAsync("main form", ("Email", email), ("Password", Password));
        Assert.Equal("/admin", right.Location);
    }

    /// <summary>An administrator sees nothing before an authenticator app or a passkey is set up.</summary>
    private static async Task SetUpAuthenticatorAppAsync(HttpClient browser)
    {
        Assert.StartsWith("/account/factors", (await browser.GetPageAsync("/admin")).Location, StringComparison.Ordinal);
        var form = (await browser.GetPageAsync("/account/factors/app")).ShouldBeOk();
        var key = FactorPortal.KeyOn(form);
        var codes = await form.SubmitAsync("main form", ("Code", TotpCodes.CodeOf(key, TotpCodes.StepAt(TimeProvider.System.GetUtcNow()))));
        Assert.Equal(10, codes.ShouldBeOk().Document.QuerySelectorAll(".p-codes code").Length);
        (await browser.GetPageAsync("/admin")).ShouldBeOk();
    }

    private static async Task AddPartnershipAsync(HttpClient browser)
    {
        var slug = TestData.Unique("north");
        var form = (await browser.GetPageAsync("/admin/partnerships/new")).ShouldBeOk();
        var added = await form.SubmitAsync(
            "main form", ("Name", "North"), ("Slug", slug), ("LeadName", "Lee Lead"), ("LeadEmail", $"lead@{slug}.example"));
        added = (await browser.FollowAsync(added)).ShouldBeOk();
        Assert.All(
            added.Html.Split('"', '<', '>', ' ', '\n').Where(w => w.StartsWith("http", StringComparison.Ordinal) && w.Contains("/account/", StringComparison.Ordinal)),
            link => Assert.StartsWith($"https://{ReverseProxy.Host}/", link, StringComparison.Ordinal));
        Assert.Contains("North", (await browser.GetPageAsync("/admin")).ShouldBeOk().Text, StringComparison.Ordinal);
        using var compressed = new HttpRequestMessage(HttpMethod.Get, new Uri("/admin", UriKind.Relative)) { Headers = { { "Accept-Encoding", "br" } } };
        Assert.Equal(["br"], (await browser.SendAsync(compressed)).Content.Headers.ContentEncoding);
        var style = await browser.GetAsync(new Uri("/css/frame.css", UriKind.Relative));
        Assert.NotEmpty(await style.Content.ReadAsByteArrayAsync());
    }

    private static async Task SignOutAsync(HttpClient browser)
    {
        var page = await browser.GetPageAsync("/account");
        Assert.Equal("/account/sign-in", (await page.SubmitAsync("main form[action='/account/sign-out']")).Location);
        Assert.StartsWith("/account/sign-in", (await browser.GetPageAsync("/admin")).Location, StringComparison.Ordinal);
    }

    private static async Task PlainHttpLeadsToHttpsAsync(ReverseProxy proxy)
    {
        using var plain = proxy.Browser(isSecure: false);
        var answer = await plain.GetAsync(new Uri("/account/sign-in?returnUrl=%2Fadmin", UriKind.Relative));
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal($"https://{ReverseProxy.Host}/account/sign-in?returnUrl=%2Fadmin", answer.Headers.Location?.OriginalString);
    }

    /// <summary>By another name, or past the proxy: nothing but the health of the portal.</summary>
    private async Task AnotherHostIsRefusedAsync(ReverseProxy proxy)
    {
        using var browser = proxy.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/account/sign-in", UriKind.Relative)) { Headers = { Host = "evil.example" } };
        try
        {
            var named = await browser.SendAsync(request);
            Assert.InRange((int)named.StatusCode, 400, 499);
            Assert.DoesNotContain("evil.example", await named.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        catch (HttpRequestException refused)
        {
            // nginx does not even shake hands.
            Assert.Equal(HttpRequestError.SecureConnectionError, refused.HttpRequestError);
        }

        using var within = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{portal.Port}") };
        Assert.Equal(HttpStatusCode.BadRequest, (await within.GetAsync(new Uri("/account/sign-in", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await within.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        using var past = new HttpRequestMessage(HttpMethod.Get, new Uri("/account/sign-in", UriKind.Relative)) { Headers = { Host = ReverseProxy.Host } };
        Assert.Equal(HttpStatusCode.BadRequest, (await within.SendAsync(past)).StatusCode);
    }

    private void EveryCookieIsHeldToThisHost()
    {
        var cookies = _answers.Where(a => a.Headers.Contains("Set-Cookie")).SelectMany(a => a.Headers.GetValues("Set-Cookie"))
            .Select(c => c.Split(';', StringSplitOptions.TrimEntries)).ToList();
        Assert.Subset(
            cookies.Select(c => c[0].Split('=')[0]).ToHashSet(),
            new HashSet<string> { "__Host-portal-device", "__Host-portal-form", "__Host-portal-notice", "__Host-portal-session" });
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie[0], StringComparison.Ordinal);
            Assert.Contains("path=/", cookie, StringComparer.OrdinalIgnoreCase);
            Assert.Contains("secure", cookie, StringComparer.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparer.OrdinalIgnoreCase);
            Assert.Contains(cookie, part => part.StartsWith("samesite=", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(cookie, part => part.StartsWith("domain=", StringComparison.OrdinalIgnoreCase));
        });
    }

    private void EveryPageAsksForHttps() => Assert.All(
        _answers, answer => Assert.Equal(["max-age=31536000; includeSubDomains"], answer.Headers.GetValues("Strict-Transport-Security")));

    private async Task NoKeyIsStoredInPlainTextAsync()
    {
        var keys = await portal.KeysAsync();
        Assert.NotEmpty(keys);
        Assert.All(keys, key =>
        {
            Assert.Contains("EncryptedXmlDecryptor", key, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("unencrypted form", portal.Log, StringComparison.Ordinal);
    }
}
