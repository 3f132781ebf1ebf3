using InspectionPortal.Testing;
using Npgsql;

namespace InspectionPortal.Web.Tests.Jobs;

/// <summary>Looks into Hangfire's tables as the owner.</summary>
internal static class HangfireTables
{
    /// <summary>Everything that they hold, as text.</summary>
    public static async Task<string> AllTextAsync(this PortalFixture portal)
    {
        var tables = await portal.ColumnAsync("select tablename from pg_tables where schemaname = 'hangfire'");
        Assert.NotEmpty(tables);
        var text = new List<string>();
        foreach (var table in tables)
        {
            text.AddRange(await portal.ColumnAsync($"select t::text from hangfire.{table} t"));
        }

        return string.Join('\n', text);
    }

    /// <summary>How many attempts at this row's job were ever queued.</summary>
    public static async Task<int> AttemptsAsync(this PortalFixture portal, Guid jobId) =>
        (await portal.ColumnAsync($"select id::text from hangfire.job where arguments::text like '%{jobId}%'")).Count;

    /// <summary>How many runs of this recurring job are in this state.</summary>
    public static async Task<IReadOnlyList<string>> RunsAsync<TJob>(this PortalFixture portal, string state) =>
        await portal.ColumnAsync($"select id::text from hangfire.job where invocationdata::text like '%.{typeof(TJob).Name},%' and statename = '{state}'");

    /// <summary>Runs a statement as the owner.</summary>
    public static Task ExecuteAsync(this PortalFixture portal, string sql) => portal.ColumnAsync(sql);

    /// <summary>The first column of what a query finds.</summary>
    public static async Task<IReadOnlyList<string>> ColumnAsync(this PortalFixture portal, string sql)
    {
        await using var connection = new NpgsqlConnection(portal.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
