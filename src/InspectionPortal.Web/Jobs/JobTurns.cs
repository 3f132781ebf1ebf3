using Npgsql;

namespace InspectionPortal.Web.Jobs;

/// <summary>
/// Lets one run of a job work at a time across all nodes. The turn is a lock of the database's on a connection of its own, so a
/// node that is killed gives its turn back at once.
/// </summary>
public sealed class JobTurns(NpgsqlDataSource source)
{
    /// <summary>Takes the turn of this name; null while another has it. Dispose of it to give it back.</summary>
    public async Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended('portal job ' || $1, 0))", connection)
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = name } },
            };
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                return new Turn(connection, name);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    private sealed class Turn(NpgsqlConnection connection, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                await using var command = new NpgsqlCommand("select pg_advisory_unlock(hashtextextended('portal job ' || $1, 0))", connection)
                {
                    Parameters = { new NpgsqlParameter<string> { TypedValue = name } },
                };
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}
