using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace InspectionPortal.Web.Data;

/// <summary>Brings the schema up to date as the owner; the app's own role could not.</summary>
public sealed class SchemaMigrator(
    PortalDatabase where, IServiceProvider services, PortalDbContext current, NpgsqlDataSource app, ILogger<SchemaMigrator> log)
{
    /// <summary>
    /// Applies the migrations that are missing, and brings the jobs' schema to the version that their package works with.
    /// </summary>
    /// <returns>Names of those applied, oldest first; empty where the schema was current.</returns>
    /// <exception cref="InvalidOperationException">This process has no owner's connection.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        var owner = where.Owner ?? throw new InvalidOperationException(
            "To migrate, give the owner's connection in ConnectionStrings:PortalOwner.");
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { Pooling = false });
        await using var database = OwnerContext(source);
        var pending = (await database.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            await database.Database.MigrateAsync(cancellationToken);
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        if (await JobSchema.InstallAsync(connection, cancellationToken))
        {
            log.LogInformation("The schema {Schema} is now at version {Version}.", JobSchema.Name, JobSchema.WantedVersion);
        }

        return pending;
    }

    /// <summary>True where no migration is missing and jobs find their schema, as far as the app's role can see.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        var applied = await current.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (current.Database.GetMigrations().Except(applied, StringComparer.Ordinal).Any())
        {
            return false;
        }

        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        return await JobSchema.VersionAsync(connection, cancellationToken) >= JobSchema.WantedVersion;
    }

    /// <summary>The SQL that would make the model's tables from nothing: what the next migration is written from.</summary>
    public string CreateScript() => current.Database.GenerateCreateScript();

    private PortalDbContext OwnerContext(NpgsqlDataSource source)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>()
            .UseNpgsql(source)
            .UseApplicationServiceProvider(services)
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        return new PortalDbContext(options.Options, new TenantScope());
    }
}
