using InspectionPortal.Testing;
using Npgsql;

namespace InspectionPortal.Web.Tests.Production;

/// <summary>The roles that <c>deploy/database/roles.sh</c> makes are enough: nothing runs as a superuser.</summary>
public sealed class OwnerRoleTests
{
    [Fact]
    public async Task Migrate_AsAnOwnerWhoIsNoSuperuser_BringsTheSchemaUpToDate()
    {
        var script = await File.ReadAllTextAsync(Path.Combine(TestCluster.RepositoryRoot, "deploy", "database", "roles.sh"));
        Assert.Contains("create role portal_owner login password", script, StringComparison.Ordinal);
        var cluster = await TestCluster.GetAsync();
        var database = await cluster.CreateEmptyAsync();
        var owner = TestData.Unique("portal_owner").Replace('-', '_');
        var asSuperuser = cluster.OwnerConnection(database);
        await ExecuteAsync(asSuperuser, $"create role {owner} login; alter database {database} owner to {owner}");
        try
        {
            var asOwner = new NpgsqlConnectionStringBuilder(asSuperuser) { Username = owner, Pooling = false }.ConnectionString;
            await using var host = new PortalHost(cluster.AppConnection(database), asOwner, Path.GetTempPath());
            await host.MigrateAsync();
            using var client = host.CreateClient();

            Assert.Equal("ready", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
        }
        finally
        {
            await cluster.DropAsync(database);
            await ExecuteAsync(cluster.OwnerConnection("postgres"), $"drop role {owner}");
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
