using System.Security.Cryptography;
using System.Text;
using InspectionPortal.Web.Commands.Seeding;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.EmbeddedPostgres;
using InspectionPortal.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InspectionPortal.Testing;

/// <summary>The PostgreSQL of one test process: a migrated template, cloned for each test class.</summary>
public sealed class TestCluster
{
    /// <summary>The password of every seeded account.</summary>
    public const string SeededPassword = "inspect-improve-2026";

    private static readonly Lazy<Task<TestCluster>> Shared = new(() => StartAsync());

    private readonly EmbeddedPostgresServer _server;
    private readonly Lazy<Task<string>> _seeded;

    private TestCluster(EmbeddedPostgresServer server, string template)
    {
        _server = server;
        Template = template;
        _seeded = new(SeedAsync);
    }

    /// <summary>Name of the migrated template; its end is a hash of the migrations.</summary>
    public string Template { get; }

    /// <summary>The folder that holds the solution.</summary>
    public static string RepositoryRoot { get; } = PortalDatabase.RepositoryRoot(AppContext.BaseDirectory);

    public static Task<TestCluster> GetAsync() => Shared.Value;

    public string AppConnection(string database) => _server.ConnectionString(database, PortalDatabase.AppRole);

    public string OwnerConnection(string database) => _server.ConnectionString(database, "postgres");

    /// <summary>Makes a database from the template, in some tens of milliseconds.</summary>
    public Task<string> CloneAsync() => CloneAsync(Template);

    /// <summary>Makes a database that holds the demonstration; it is seeded once and cloned from then on.</summary>
    public async Task<string> CloneSeededAsync() => await CloneAsync(await _seeded.Value);

    /// <summary>Makes a database without a schema.</summary>
    public async Task<string> CreateEmptyAsync()
    {
        var name = $"clone_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name}");
        return name;
    }

    /// <summary>The folder of the demonstration's seed files.</summary>
    public static SeedFiles SeedFiles => new(Path.Combine(RepositoryRoot, "tenants-seed"));

    public Task DropAsync(string database) => ExecuteAsync($"drop database if exists {database} with (force)");

    private static async Task<TestCluster> StartAsync()
    {
        var server = await EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions
            {
                NodeModulesDirectory = Path.Combine(RepositoryRoot, "node_modules"),
                DataDirectory = Path.Combine(RepositoryRoot, ".data", "tests", Short(AppContext.BaseDirectory)),
                Durable = false,
            },
            CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
        var cluster = new TestCluster(server, $"template_{Short(MigrationsText())}");
        await cluster.DropLeftoversAsync();
        await cluster.MigrateTemplateAsync();
        return cluster;
    }

    private async Task DropLeftoversAsync()
    {
        await using var connection = new NpgsqlConnection(Unpooled("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select datname from pg_database where datname like 'clone\\_%' or (datname like 'template\\_%' and datname <> $1)", connection);
        command.Parameters.AddWithValue(Template);
        var names = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
            }
        }

        foreach (var name in names)
        {
            await DropAsync(name);
        }
    }

    private async Task MigrateTemplateAsync()
    {
        await using var connection = new NpgsqlConnection(Unpooled("postgres"));
        await connection.OpenAsync();
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection);
        exists.Parameters.AddWithValue(Template);
        if (await exists.ExecuteScalarAsync() is not null)
        {
            return;
        }

        var draft = $"clone_draft_{Environment.ProcessId}";
        await ExecuteAsync($"create database {draft}");
        await using (var host = new PortalHost(Unpooled(draft, PortalDatabase.AppRole), Unpooled(draft), Path.GetTempPath()))
        {
            await host.MigrateAsync();
        }

        await ExecuteAsync($"alter database {draft} rename to {Template}");
    }

    private async Task<string> CloneAsync(string template)
    {
        var name = $"clone_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name} template {template} strategy file_copy");
        return name;
    }

    private async Task<string> SeedAsync()
    {
        var name = await CloneAsync(Template);
        await using var host = new PortalHost(Unpooled(name, PortalDatabase.AppRole), Unpooled(name), Path.GetTempPath());
        await ActivatorUtilities.CreateInstance<DemonstrationSeeder>(host.Services).SeedAsync(SeedFiles, SeededPassword, CancellationToken.None);
        return name;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Unpooled("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }

    private string Unpooled(string database, string role = "postgres") =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString(database, role)) { Pooling = false }.ConnectionString;

    private static string MigrationsText()
    {
        var assembly = typeof(PortalDbContext).Assembly;
        var text = new StringBuilder($"{JobSchema.Name} {JobSchema.WantedVersion}");
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            text.Append(name).Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
