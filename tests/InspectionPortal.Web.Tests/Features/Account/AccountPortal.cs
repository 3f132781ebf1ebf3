using System.Net;
using InspectionPortal.Testing;
using InspectionPortal.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
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

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = Host.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
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

    public sealed class MovableClock : TimeProvider
    {
        private TimeSpan _ahead;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

        public void Move(TimeSpan by) => _ahead += by;
    }
}
