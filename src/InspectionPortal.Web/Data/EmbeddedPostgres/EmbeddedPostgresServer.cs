using Npgsql;

namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>
/// A real PostgreSQL server for development, demonstrations and tests: started for us from an npm package, or found
/// running because another process started it. Only the process that started a server stops it; on Linux the server
/// also stops when that process is killed. Reached through a socket in a folder that only its user can enter (on Windows:
/// a port of this machine and a random password). The superuser is <c>postgres</c>.
/// </summary>
public sealed class EmbeddedPostgresServer : IAsyncDisposable
{
    private readonly ServerAddress _address;

    private readonly ServerHome _home;

    private readonly IPostmaster? _ours;

    private readonly Lock _stopLock = new();

    private Task? _stopping;

    private EmbeddedPostgresServer(ServerAddress address, ServerHome home, IPostmaster? ours)
    {
        _address = address;
        _home = home;
        _ours = ours;
    }

    /// <summary>True when another process started the server, and so stops it.</summary>
    public bool IsAttached => _ours is null;

    /// <summary>The folder that holds the data, the socket and the log.</summary>
    public string Directory => _home.Directory;

    /// <summary>The file the server writes its log to.</summary>
    public string LogFile => _home.LogFile;

    /// <summary>Starts the server of a data directory, or finds it running, and returns when it answers.</summary>
    /// <exception cref="EmbeddedPostgresException">The server cannot run; the message says what to do.</exception>
    public static async Task<EmbeddedPostgresServer> StartAsync(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            return await StartOrAttachAsync(options, ct);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new EmbeddedPostgresException(
                $"The embedded PostgreSQL server cannot use '{options.DataDirectory}': {exception.Message} If another user made the "
                + "folder, remove it (its data are lost) or start the portal as that user.",
                exception);
        }
    }

    /// <summary>The connection string with which a role reaches a database of this server.</summary>
    /// <param name="database">The name of the database; see <see cref="CreateDatabaseIfMissingAsync"/>.</param>
    /// <param name="role">
    /// The role: <c>postgres</c>, or one that exists, has LOGIN and was let in with <see cref="AllowAsync"/>.
    /// </param>
    public string ConnectionString(string database, string role) => _address.ConnectionString(database, role);

    /// <summary>Makes a database, owned by the superuser, unless it is there already.</summary>
    /// <param name="database">Its name: lower-case letters, digits and underscores, beginning with a letter.</param>
    /// <param name="ct">Cancels the work.</param>
    /// <returns>True when it was made, false when it was there.</returns>
    public Task<bool> CreateDatabaseIfMissingAsync(string database, CancellationToken ct) =>
        EmbeddedPostgresDatabases.EnsureExistsAsync(this, database, ct);

    /// <summary>
    /// Lets an existing role use the connection strings of this server. Needed once for each role, on Windows only, where
    /// it gives the role the server's random password; elsewhere the folder of the socket is the protection and this does
    /// nothing.
    /// </summary>
    public async Task AllowAsync(string role, CancellationToken ct)
    {
        if (_address.Password is not { } password)
        {
            return;
        }

        await using var connection = Connect();
        await connection.OpenAsync(ct);
        await using var values = new NpgsqlCommand(
            "select set_config('embedded.role', $1, false), set_config('embedded.password', $2, false)", connection);
        values.Parameters.Add(new NpgsqlParameter { Value = role });
        values.Parameters.Add(new NpgsqlParameter { Value = password });
        await values.ExecuteNonQueryAsync(ct);
        await using var alter = new NpgsqlCommand(
            """
            do $$ begin
              execute format('alter role %I password %L', current_setting('embedded.role'), current_setting('embedded.password'));
            end $$
            """,
            connection);
        await alter.ExecuteNonQueryAsync(ct);
    }

    /// <summary>
    /// Ends every session and stops the server, if this process started it; otherwise does nothing. Stop the host first.
    /// </summary>
    public Task StopAsync()
    {
        lock (_stopLock)
        {
            return _stopping ??= _ours?.StopAsync() ?? Task.CompletedTask;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>An unpooled connection of the superuser to the database <c>postgres</c>.</summary>
    internal NpgsqlConnection Connect() => _address.Connect();

    private static async Task<EmbeddedPostgresServer> StartOrAttachAsync(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        var account = ServerAccount.Current();
        var package = PostgresPackage.Find(options.NodeModulesDirectory);
        var programs = await PostgresPrograms.LocateAsync(package, account, ct);
        var home = await ServerHome.OpenAsync(options, account, ct);

        using var startup = await StartupLock.TakeAsync(home.LockFile, options.StartTimeout, ct);
        var cluster = new PostgresCluster(home, account);
        await cluster.EnsureAsync(package, programs, ct);
        var starter = new ServerStarter(options, home, account, programs, cluster.Password());
        if (await starter.FindRunningAsync(ct) is { } running)
        {
            return new EmbeddedPostgresServer(running, home, ours: null);
        }

        var (ours, address) = await starter.StartAsync(ct);
        return new EmbeddedPostgresServer(address, home, ours);
    }
}
