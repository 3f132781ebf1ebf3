using System.Net.Sockets;
using Npgsql;

namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>How to reach a server: a folder that holds its socket, or a port of this machine with a password.</summary>
internal sealed record ServerAddress(string Host, int Port, string? Password)
{
    internal enum Answer
    {
        Ready,
        NotYet,
        Silence,
    }

    public const string Superuser = "postgres";

    public string ConnectionString(string database, string role)
    {
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = Host,
            Port = Port,
            Database = database,
            Username = role,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        if (Password is not null)
        {
            connection.Password = Password;
        }

        return connection.ConnectionString;
    }

    /// <summary>A connection of the superuser that is truly closed when it is closed.</summary>
    public NpgsqlConnection Connect() => new(
        new NpgsqlConnectionStringBuilder(ConnectionString("postgres", Superuser)) { Pooling = false, Timeout = 5 }.ConnectionString);

    public async Task<Answer> AskAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = Connect();
            await connection.OpenAsync(ct);
            return Answer.Ready;
        }
        catch (PostgresException exception)
        {
            // Any other refusal, of too many connections for one, comes from a server that runs.
            var isStartingOrStopping = string.Equals(exception.SqlState, PostgresErrorCodes.CannotConnectNow, StringComparison.Ordinal)
                || string.Equals(exception.SqlState, PostgresErrorCodes.AdminShutdown, StringComparison.Ordinal);
            return isStartingOrStopping ? Answer.NotYet : Answer.Ready;
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException or IOException)
        {
            return Answer.Silence;
        }
    }
}
