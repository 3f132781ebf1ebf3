using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>Holds the migrated schema against the model, since no design tool does.</summary>
public sealed class SchemaTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const string Shape =
        """
        select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        union all
        select 'constraint ' || c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and k.contype not in ('n', 't')
        union all
        select 'index ' || indexdef from pg_indexes where schemaname = 'public'
        """;

    [Fact]
    public async Task Migrations_Applied_MakeWhatTheModelSays()
    {
        var created = await portal.Cluster.CreateEmptyAsync();
        await using (var host = new PortalHost(portal.Cluster.OwnerConnection(created), portal.Cluster.OwnerConnection(created), portal.DataDirectory))
        {
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.EnsureCreatedAsync();
        }

        var model = await ShapeAsync(portal.Cluster.OwnerConnection(created));
        var migrated = await ShapeAsync(portal.OwnerConnection);
        await portal.Cluster.DropAsync(created);

        Assert.NotEmpty(model);
        Assert.Empty(model.Except(migrated));
        Assert.Empty(migrated.Except(model).Where(line => !line.Contains("__EFMigrationsHistory", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Migrate_WhenCurrent_AppliesNothing()
    {
        await using var scope = portal.Host.Services.CreateAsyncScope();

        Assert.Empty(await scope.ServiceProvider.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None));
    }

    private static async Task<HashSet<string>> ShapeAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Shape, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
