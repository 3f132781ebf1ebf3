using Npgsql;

namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>Databases of the embedded server.</summary>
internal static class EmbeddedPostgresDatabases
{
    /// <summary>Makes a database, owned by the superuser, unless it is there already.</summary>
    /// <param name="server">The server that is to hold it.</param>
    /// <param name="database">Its name: lower-case letters, digits and underscores, beginning with a letter.</param>
    /// <param name="ct">Cancels the work.</param>
    /// <returns>True when it was made, false when it was there.</returns>
    public static async Task<bool> EnsureExistsAsync(EmbeddedPostgresServer server, string database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(database);
        RequirePlainName(database);
        await using var connection = server.Connect();
        await connection.OpenAsync(ct);
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection);
        find.Parameters.Add(new NpgsqlParameter { Value = database });
        if (await find.ExecuteScalarAsync(ct) is not null)
        {
            return false;
        }

        // The statement takes no parameters, and cannot run inside a block that would build it: the name is held to plain ones.
        await using var create = new NpgsqlCommand("create database " + database, connection);
        try
        {
            await create.ExecuteNonQueryAsync(ct);
            return true;
        }
        catch (PostgresException exception) when (
            exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    private static void RequirePlainName(string database)
    {
        var isPlain = database.Length is > 0 and < 64
            && char.IsAsciiLetterLower(database[0])
            && database.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');
        if (!isPlain)
        {
            throw new ArgumentException(
                $"'{database}' cannot be the name of a database here: use lower-case letters, digits and underscores.", nameof(database));
        }
    }
}
