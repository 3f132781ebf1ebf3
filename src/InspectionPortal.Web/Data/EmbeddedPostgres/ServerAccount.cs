namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>
/// Who the server runs as: ourselves, or, when we are root (which PostgreSQL refuses), an unprivileged user without
/// groups, capabilities or any way back.
/// </summary>
internal sealed class ServerAccount
{
    private const string UnprivilegedId = "65534";

    private static readonly UnixFileMode Private =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly UnixFileMode PassThrough =
        Private | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly bool _hasSetPriv;

    private ServerAccount(bool isUnprivilegedUser, bool hasSetPriv)
    {
        IsUnprivilegedUser = isUnprivilegedUser;
        _hasSetPriv = hasSetPriv;
    }

    /// <summary>True when we are root and the server therefore runs as someone else.</summary>
    public bool IsUnprivilegedUser { get; }

    public static ServerAccount Current()
    {
        var isRoot = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;
        var hasSetPriv = OperatingSystem.IsLinux() && ExternalCommand.Exists("setpriv");
        if (isRoot && !hasSetPriv)
        {
            throw new EmbeddedPostgresException(
                "PostgreSQL refuses to run as root, and the program 'setpriv' (package util-linux), which would run it as an "
                + "unprivileged user, was not found. Install it, or start the portal as an ordinary user.");
        }

        return new ServerAccount(isRoot, hasSetPriv);
    }

    /// <summary>The command as the server's user runs it.</summary>
    public IReadOnlyList<string> Command(params IEnumerable<string> command) =>
        IsUnprivilegedUser ? ["setpriv", .. DropPrivileges, "--", .. command] : [.. command];

    /// <summary>
    /// The command as the server's user runs it, out of reach of the terminal's Ctrl+C (the portal stops first and its
    /// database after it) and, where the system can, interrupted when the thread that started it ends.
    /// </summary>
    public IReadOnlyList<string> Detached(params IEnumerable<string> command)
    {
        if (_hasSetPriv)
        {
            string[] privileges = IsUnprivilegedUser ? DropPrivileges : [];
            return ["setsid", "setpriv", "--pdeathsig", "INT", .. privileges, "--", .. command];
        }

        return ExternalCommand.Exists("perl")
            ? ["perl", "-e", "use POSIX qw(setsid); setsid(); exec { $ARGV[0] } @ARGV or die $!;", .. command]
            : [.. command];
    }

    public async Task<bool> CanRunAsync(string program, CancellationToken ct) =>
        !IsUnprivilegedUser || (await ExternalCommand.RunAsync(Command(program, "--version"), ct)).Succeeded;

    public async Task<bool> CanEnterAsync(string directory, CancellationToken ct) =>
        !IsUnprivilegedUser
        || (await ExternalCommand.RunAsync(Command("/bin/sh", "-c", "cd \"$1\"", "sh", directory), ct)).Succeeded;

    /// <summary>Makes a folder that only the server's user can read.</summary>
    public async Task CreatePrivateDirectoryAsync(string directory, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
            return;
        }

        Directory.CreateDirectory(directory, Private);
        if (IsUnprivilegedUser)
        {
            await ExternalCommand.RequireAsync(
                ["chown", "-h", $"{UnprivilegedId}:{UnprivilegedId}", directory], "hand over a folder to its user", ct);
        }

        File.SetUnixFileMode(directory, Private);
    }

    /// <summary>Makes a folder of ours whose private folders the server's user can reach.</summary>
    public void CreateHome(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else if (!Directory.Exists(directory))
        {
            var mode = IsUnprivilegedUser ? PassThrough : Private;
            Directory.CreateDirectory(directory, mode);
            File.SetUnixFileMode(directory, mode);
        }
    }

    private static string[] DropPrivileges =>
        [$"--reuid={UnprivilegedId}", $"--regid={UnprivilegedId}", "--clear-groups", "--inh-caps=-all", "--no-new-privs"];
}
