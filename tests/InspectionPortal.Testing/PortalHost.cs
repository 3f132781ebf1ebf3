using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InspectionPortal.Testing;

/// <summary>The portal as it runs, on a database of its own, with a sign-in that exists only here.</summary>
public sealed class PortalHost(string appConnection, string ownerConnection, string dataDirectory, bool signInByHeader = true, bool runsJobs = false)
    : WebApplicationFactory<Program>
{
    /// <summary>Commands that EF sent, for the tests that count them.</summary>
    public CommandCounter Commands { get; } = new();

    /// <summary>Settings of an installation, over those of Development.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public async Task MigrateAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:Portal", appConnection);
        builder.UseSetting("ConnectionStrings:PortalOwner", ownerConnection);
        builder.UseSetting("Portal:DataDirectory", dataDirectory);
        builder.UseSetting("Jobs:Run", runsJobs ? "true" : "false");
        builder.UseSetting("Jobs:CheckIn", "00:00:01");
        builder.UseSetting("Jobs:TakeOverAfter", "00:00:05");

        // Every test that opens a page twice holds that a kept page is what it would be now.
        builder.UseSetting("PageCache:MakesAnewToCompare", "true");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.AddFilter("Microsoft", LogLevel.Error).AddFilter("InspectionPortal", LogLevel.Error));
        builder.ConfigureTestServices(services =>
        {
            services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(Commands));

            // It writes each minute by itself, and its command would count as one of a page's.
            services.Remove(services.Single(s => !s.IsKeyedService && s.ImplementationType == typeof(SecurityLogFlush)));
            if (signInByHeader)
            {
                services.AddAuthentication(HeaderSignIn.Scheme).AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(HeaderSignIn.Scheme, null);
            }
        });
    }
}
