using System.Text;

namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>Where one server keeps its files.</summary>
internal sealed record ServerHome(string Directory, string SocketDirectory)
{
    /// <summary>The name of a Unix socket may have 103 bytes on macOS and 107 on Linux.</summary>
    private const int LongestSocketPath = 103;

    private const string SocketName = "/.s.PGSQL.5432";

    public string Cluster => Path.Combine(Directory, "cluster");

    public string LogFile => Path.Combine(Directory, "server.log");

    public string LockFile => Path.Combine(Directory, "startup.lock");

    public string PasswordFile => Path.Combine(Directory, "password");

    public static async Task<ServerHome> OpenAsync(EmbeddedPostgresOptions options, ServerAccount account, CancellationToken ct)
    {
        var wanted = Path.GetFullPath(options.DataDirectory);
        account.CreateHome(wanted);
        var directory = await account.CanEnterAsync(wanted, ct) ? wanted : await MoveAsync(wanted, ct);
        var socket = Path.Combine(directory, "run");
        if (!OperatingSystem.IsWindows() && Encoding.UTF8.GetByteCount(socket + SocketName) > LongestSocketPath)
        {
            socket = Path.Combine(await SharedTemporaryDirectory.OpenAsync("socket", directory, ct), "run");
        }

        return new ServerHome(directory, socket);
    }

    /// <summary>The unprivileged user cannot get to the folder: use another, and leave a note where one would look.</summary>
    private static async Task<string> MoveAsync(string wanted, CancellationToken ct)
    {
        var directory = await SharedTemporaryDirectory.OpenAsync("data", wanted, ct);
        await File.WriteAllTextAsync(
            Path.Combine(wanted, "README.txt"),
            $"""
            PostgreSQL does not run as root, and the unprivileged user it runs as cannot reach this folder.
            Its data, log and socket are in {directory}

            """,
            ct);
        return directory;
    }
}
