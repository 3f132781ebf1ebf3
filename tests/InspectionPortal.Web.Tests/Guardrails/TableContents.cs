using Npgsql;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>What every table held at a moment, to see which a request changed.</summary>
internal sealed record TableContents(IReadOnlyDictionary<string, string> ByTable)
{
    /// <summary>
    /// Tables that note that somebody came by, whatever they asked for: when a session was last used, which requests were
    /// refused, the keys of cookies, and the chain that seals each entry of the access log.
    /// </summary>
    public static readonly string[] Bookkeeping =
        ["user_sessions", "security_events", "sign_in_failures", "data_protection_keys", "audit_links", "audit_heads"];

    /// <summary>Reads a fingerprint of every row of every table of the portal.</summary>
    public static async Task<TableContents> ReadAsync(string ownerConnection)
    {
        await using var connection = new NpgsqlConnection(ownerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select relname, (xpath('/row/c/text()', query_to_xml(
                format('select count(*) || '':'' || coalesce(sum(hashtextextended(t::text, 0)), 0) as c from %I t', relname), false, true, '')))[1]::text
            from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
            """,
            connection);
        var tables = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            tables[reader.GetString(0)] = reader.GetString(1);
        }

        return new TableContents(tables);
    }

    /// <summary>Names of the tables that are not now as they were, but for those that may change.</summary>
    public IEnumerable<string> ChangedIn(TableContents now, params IEnumerable<string> mayChange) =>
        now.ByTable.Where(t => ByTable.GetValueOrDefault(t.Key) != t.Value).Select(t => t.Key).Except(mayChange, StringComparer.Ordinal);
}
