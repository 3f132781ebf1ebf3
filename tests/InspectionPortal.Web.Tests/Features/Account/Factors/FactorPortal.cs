using System.Net;
using System.Text.Json;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Factors;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Web.Tests.Features.Account.Factors;

/// <summary>The portal of an installation that requires second steps and asks everybody to confirm, with a clock to move.</summary>
public sealed class FactorPortal : PortalFixture
{
    public const string Password = AccountPortal.Password;

    private WebApplicationFactory<Program> _host = null!;

    public AccountPortal.MovableClock Clock { get; } = new();

    /// <summary>The step that authenticator apps are at.</summary>
    public long Step => TotpCodes.StepAt(Clock.GetUtcNow());

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["SecondFactor:Required"] = "true",
        ["SecondFactor:ConfirmByPassword"] = "true",
    };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = Host.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock)));
    }

    public override async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>A browser signed in by nobody.</summary>
    public HttpClient Browser() => _host.CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        HandleCookies = true,
        BaseAddress = new Uri("https://portal.test"),
    });

    public static Task<TestPage> SignInAsync(HttpClient client, TestPerson person, string returnUrl = "") =>
        AccountPortal.SignInAsync(client, person.Email, Password, returnUrl);

    /// <summary>Somebody signed in with a password, and their browser.</summary>
    public async Task<(TestPerson Person, HttpClient Client)> SignedInAsync(bool administrator = false)
    {
        var person = await Data.CreatePersonAsync(Password, administrator);
        var client = Browser();
        Assert.Equal(HttpStatusCode.Found, (await SignInAsync(client, person)).Status);
        return (person, client);
    }

    /// <summary>Sets up an authenticator app; gives its key and the recovery codes.</summary>
    public async Task<(string Key, List<string> Codes)> AddAppAsync(HttpClient client)
    {
        var form = await client.GetPageAsync("/account/factors/app");
        var key = KeyOn(form.ShouldBeOk());
        var page = await form.SubmitAsync("main form", ("Code", TotpCodes.CodeOf(key, Step)));
        return (key, [.. page.ShouldBeOk().Document.QuerySelectorAll(".p-codes code").Select(c => c.TextContent)]);
    }

    /// <summary>Adds a passkey.</summary>
    public static async Task<TestPage> AddPasskeyAsync(HttpClient client, TestPasskey passkey, string name = "Blue tablet")
    {
        var (options, state) = await QuestionAsync(client, "/account/factors/passkeys");
        return await (await client.GetPageAsync("/account/factors"))
            .SubmitAsync("form[data-passkey=create]", ("Name", name), ("Credential", passkey.Create(options)), ("State", state));
    }

    /// <summary>Signs in with a passkey.</summary>
    public static async Task<TestPage> UsePasskeyAsync(HttpClient client, TestPasskey passkey)
    {
        var (options, state) = await QuestionAsync(client, "/account/sign-in/passkey");
        return await SendPasskeyAsync(client, passkey.Get(options), state);
    }

    public static async Task<TestPage> SendPasskeyAsync(HttpClient client, string credential, string state) =>
        await PostAsync(client, "/account/sign-in/passkey", ("Credential", credential), ("State", state));

    public static async Task<(JsonElement Options, string State)> QuestionAsync(HttpClient client, string path)
    {
        using var question = JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
        return (question.RootElement.GetProperty("options").Clone(), question.RootElement.GetProperty("state").GetString()!);
    }

    /// <summary>Posts fields to an address, form or no form.</summary>
    public static async Task<TestPage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var token = (await client.GetPageAsync("/public/help")).Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? (await client.GetPageAsync("/account/sign-in")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await client.SendFormAsync(path, content);
    }

    /// <summary>The second step with a code.</summary>
    public static async Task<TestPage> EnterAsync(HttpClient client, string code) =>
        await (await client.GetPageAsync("/account/sign-in/second-step")).ShouldBeOk().SubmitAsync("main form.p-narrow-form:not([data-passkey])", ("Code", code));

    public static string KeyOn(TestPage page) => page.Find(".p-key").TextContent.Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant();

    public async Task<List<SecurityEventKind>> EventsAsync(TestPerson person) => await Data.OnPlatformAsync(database => database.SecurityEvents
        .Where(e => e.AboutUserId == person.Id || e.ByUserId == person.Id).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Kind).ToListAsync());

    public async Task<List<UserSession>> OpenSessionsAsync(TestPerson person) => await Data.OnPlatformAsync(database => database.UserSessions.AsNoTracking()
        .Where(s => s.UserId == person.Id && s.EndedAt == null).OrderBy(s => s.StartedAt).ToListAsync());

    /// <summary>Makes somebody's open sessions older than a proof of identity is good for.</summary>
    public Task<int> ForgetConfirmationAsync(TestPerson person) => Data.OnPlatformAsync(async database =>
    {
        var sessions = await database.UserSessions.Where(s => s.UserId == person.Id).ToListAsync();
        sessions.ForEach(s => s.ConfirmedAt = TimeProvider.System.GetUtcNow() - SecondFactorRules.ConfirmationLifetime);
        return sessions.Count;
    });
}
