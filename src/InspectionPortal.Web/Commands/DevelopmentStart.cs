using InspectionPortal.Web.Commands.Seeding;
using InspectionPortal.Web.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace InspectionPortal.Web.Commands;

/// <summary>On the embedded database in Development: migrate, seed the demonstration, say how to sign in.</summary>
public static class DevelopmentStart
{
    public static async Task PrepareDevelopmentAsync(this WebApplication app)
    {
        var where = app.Services.GetRequiredService<PortalDatabase>();
        if (!app.Environment.IsDevelopment() || !where.IsEmbedded)
        {
            return;
        }

        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        }

        var files = new SeedFiles(Path.Combine(PortalDatabase.RepositoryRoot(app.Environment.ContentRootPath), "tenants-seed"));
        var password = app.Configuration["Demo:Password"];
        await ActivatorUtilities.CreateInstance<DemonstrationSeeder>(app.Services).SeedAsync(files, password, CancellationToken.None);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, files, password));
    }

    private static void Announce(WebApplication app, SeedFiles files, string? password)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        Console.WriteLine();
        Console.WriteLine($"Inspection Portal: {address}");
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
