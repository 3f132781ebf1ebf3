namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>The PostgreSQL programs, at a place where the server's user can run them.</summary>
internal sealed class PostgresPrograms
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode Runnable =
        Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly string _native;

    private PostgresPrograms(string native) => _native = native;

    public string this[string program] => Program(_native, program);

    public static async Task<PostgresPrograms> LocateAsync(
        PostgresPackage package, ServerAccount account, CancellationToken ct)
    {
        MakeRunnable(package.NativeDirectory);
        if (await account.CanRunAsync(Program(package.NativeDirectory, "postgres"), ct))
        {
            return new PostgresPrograms(package.NativeDirectory);
        }

        var home = await SharedTemporaryDirectory.OpenAsync("postgres", package.NativeDirectory, ct);
        var copy = Path.Combine(home, package.Version);
        if (!Directory.Exists(copy))
        {
            CopyAtomically(package.NativeDirectory, copy);
        }

        if (!await account.CanRunAsync(Program(copy, "postgres"), ct))
        {
            throw new EmbeddedPostgresException(
                $"The unprivileged user that PostgreSQL has to run as can run it neither from '{package.NativeDirectory}' nor from "
                + $"'{copy}'. Start the portal as an ordinary user, or give it the connection string of a PostgreSQL 18 server.");
        }

        return new PostgresPrograms(copy);
    }

    private static string Program(string native, string program) =>
        Path.Combine(native, "bin", OperatingSystem.IsWindows() ? program + ".exe" : program);

    /// <summary>Packages do not always keep the right to execute.</summary>
    private static void MakeRunnable(string native)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var program in Directory.EnumerateFiles(Path.Combine(native, "bin")))
        {
            var mode = File.GetUnixFileMode(program);
            if (!mode.HasFlag(UnixFileMode.UserExecute))
            {
                File.SetUnixFileMode(program, mode | (Runnable & ~Readable));
            }
        }
    }

    /// <summary>Copies beside the destination and renames, so that no process sees half a copy.</summary>
    private static void CopyAtomically(string source, string destination)
    {
        var unfinished = $"{destination}.{Guid.NewGuid():N}";
        Copy(source, unfinished);
        try
        {
            Directory.Move(unfinished, destination);
        }
        catch (IOException) when (Directory.Exists(destination))
        {
            // Another process was first; its copy is as good as ours.
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private static void Copy(string source, string destination)
    {
        Directory.CreateDirectory(destination);
        AllowReading(destination, Runnable);
        foreach (var entry in new DirectoryInfo(source).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(destination, entry.Name);
            if (entry.LinkTarget is { } link)
            {
                File.CreateSymbolicLink(target, link);
            }
            else if (entry is DirectoryInfo)
            {
                Copy(entry.FullName, target);
            }
            else
            {
                File.Copy(entry.FullName, target);
                AllowReading(target, Readable);
            }
        }
    }

    private static void AllowReading(string path, UnixFileMode wanted)
    {
        if (!OperatingSystem.IsWindows())
        {
            var mode = File.GetUnixFileMode(path);
            File.SetUnixFileMode(path, mode | (mode.HasFlag(UnixFileMode.UserExecute) ? Runnable : wanted));
        }
    }
}
