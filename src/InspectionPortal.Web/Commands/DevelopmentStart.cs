using InspectionPortal.Web.Commands.Seeding;
using InspectionPortal.Web.Commands.Seeding.History;
using InspectionPortal.Web.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace InspectionPortal.Web.Commands;

/// <summary>On the embedded database in Development: migrate, seed the demonstration, say how to sign in.</summary>
public static class DevelopmentStart
{
    public static async Task PrepareDevelopmentAsync(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || !app.Services.GetRequiredService<PortalDatabase>().IsEmbedded)
        {
            return;
        }

        await MigrateAsync(app.Services);
        var (files, password) = await SeedAsync(app.Services);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, files, password));
    }

    /// <summary>
    /// What a verb needs that comes before the portal was ever served: the schema of the embedded database, and for a verb on a
    /// partnership, where that database is new, the demonstration.
    /// </summary>
    public static async Task PrepareVerbAsync(IServiceProvider services, bool needsPartnership)
    {
        if (services.GetRequiredService<PortalDatabase>().IsEmbedded && await MigrateAsync(services) && needsPartnership)
        {
            await SeedAsync(services);
        }
    }

    private static async Task<bool> MigrateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None)).Count > 0;
    }

    private static async Task<(SeedFiles Files, string? Password)> SeedAsync(IServiceProvider services)
    {
        var environment = services.GetRequiredService<IHostEnvironment>();
        var files = new SeedFiles(Path.Combine(PortalDatabase.RepositoryRoot(environment.ContentRootPath), "tenants-seed"));
        var password = environment.IsDevelopment() ? services.GetRequiredService<IConfiguration>()["Demo:Password"] : null;
        await SeedAsync(services, files, password);
        return (files, password);
    }

    /// <summary>
    /// Adds the documents, and where there is a password for the accounts that act in it, the partnership with a history. Outside
    /// Development nothing is registered that could make one.
    /// </summary>
    internal static async Task SeedAsync(IServiceProvider services, SeedFiles files, string? password)
    {
        await ActivatorUtilities.CreateInstance<DemonstrationSeeder>(services).SeedAsync(files, password, CancellationToken.None);
        if (password is not null && services.GetService<ClockedServices>() is { } clocked)
        {
            await new HistorySeeder(services, clocked).SeedAsync(files, password, CancellationToken.None);
        }
    }

    private static void Announce(WebApplication app, SeedFiles files, string? password)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        Console.WriteLine();
        Console.WriteLine($"Inspection Portal: {address}");
        Console.WriteLine($"Its e-mails:       {address}/account/dev-mail");
        Console.WriteLine($"Demonstration sign-ins, all with the password {password}");
        foreach (var account in files.Platform().ScrutinyBodies.SelectMany(b => b.Officers).Append(files.Platform().Administrator!))
        {
            Console.WriteLine($"  {account.Email,-36} {account.DisplayName}");
        }

        foreach (var tenant in files.Tenants)
        {
            foreach (var account in files.Read<PeopleSeed>(tenant, "people.yaml")?.Accounts ?? [])
            {
                Console.WriteLine($"  {account.Email,-36} {account.DisplayName}, {tenant}");
            }
        }

        Console.WriteLine();
    }
}
