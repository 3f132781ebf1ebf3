using System.Collections.Concurrent;
using System.Net;
using InspectionPortal.Domain.People;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Tests.Features.Account;

/// <summary>The portal with a clock to move, places to come from, and a count of the password hashes it checks.</summary>
public sealed class AccountPortal : PortalFixture
{
    public const string Password = "three unrelated words";

    private const string AddressHeader = "X-Test-Address";

    private WebApplicationFactory<Program> _host = null!;

    public MovableClock Clock { get; } = new();

    public HashCount Hashes { get; } = new();

    /// <summary>What the security log wrote to the log of the process.</summary>
    public CapturedLog Log { get; } = new();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = Host.WithWebHostBuilder(builder => builder.ConfigureLogging(logging => logging
            .AddProvider(Log).AddFilter<CapturedLog>("InspectionPortal.Web.Identity.SecurityLog", LogLevel.Information)).ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(Hashes);
            services.AddScoped<IPasswordHasher<PortalUser>, CountingHasher>();
            services.AddSingleton<IStartupFilter, AddressFromHeader>();
        }));
    }

    public override async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>A browser at that address, signed in by nobody.</summary>
    public HttpClient Browser(string address = "192.0.2.1")
    {
        var client = _host.CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false,
            HandleCookies = true,
            BaseAddress = new Uri("https://portal.test"),
        });
        client.DefaultRequestHeaders.Add(AddressHeader, address);
        return client;
    }

    /// <summary>The services of the portal that follows <see cref="Clock"/>.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>A thief's browser that holds a copy of the session cookie which that answer set, and nothing else.</summary>
    public HttpClient CopyOf(TestPage signedIn)
    {
        var cookie = signedIn.Response.Headers.GetValues("Set-Cookie")
            .Last(c => c.StartsWith(CookieNames.Session, StringComparison.Ordinal) && !c.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal));
        var client = _host.CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false,
            HandleCookies = false,
            BaseAddress = new Uri("https://portal.test"),
        });
        client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        client.DefaultRequestHeaders.Add(AddressHeader, "198.51.100.9");
        return client;
    }

    public static async Task<TestPage> SignInAsync(HttpClient client, string email, string password, string returnUrl = "") =>
        await (await client.GetPageAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}"))
            .SubmitAsync("main form", ("Email", email), ("Password", password));

    private sealed class AddressFromHeader : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.TryParse(context.Request.Headers[AddressHeader].ToString(), out var address) ? address : null;
                return rest(context);
            });
            next(app);
        };
    }

    public sealed class HashCount
    {
        private int _checks;

        public int Checks => _checks;

        public void Count() => Interlocked.Increment(ref _checks);
    }

    private sealed class CountingHasher(IOptions<PasswordHasherOptions> options, HashCount count) : PasswordHasher<PortalUser>(options)
    {
        public override PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
        {
            count.Count();
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    public sealed class CapturedLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<(EventId Id, IReadOnlyList<KeyValuePair<string, object?>> Fields)> _lines = new();

        public IReadOnlyCollection<(EventId Id, IReadOnlyList<KeyValuePair<string, object?>> Fields)> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (state is IReadOnlyList<KeyValuePair<string, object?>> fields && eventId.Id >= SecurityLog.FirstEventId)
            {
                _lines.Enqueue((eventId, [.. fields]));
            }
        }

        public void Dispose()
        {
        }
    }

    public sealed class MovableClock : TimeProvider
    {
        private TimeSpan _ahead;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

        public void Move(TimeSpan by) => _ahead += by;
    }
}
