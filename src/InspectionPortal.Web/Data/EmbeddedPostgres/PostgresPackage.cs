using System.Runtime.InteropServices;
using System.Text.Json;

namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>The npm package that holds the PostgreSQL programs for this platform.</summary>
internal sealed record PostgresPackage(string Version, string NativeDirectory)
{
    private sealed record Manifest(string Version);

    private sealed record Link(string Source, string Target);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public int MajorVersion => int.Parse(Version.AsSpan(0, Version.IndexOf('.', StringComparison.Ordinal)), provider: null);

    public static PostgresPackage Find(string nodeModulesDirectory)
    {
        var name = "@embedded-postgres/" + Platform();
        var package = Path.Combine(Path.GetFullPath(nodeModulesDirectory), name.Replace('/', Path.DirectorySeparatorChar));
        var native = Path.Combine(package, "native");
        if (!Directory.Exists(native))
        {
            throw new EmbeddedPostgresException(
                $"The embedded PostgreSQL server was not found: there is no '{native}'. Run 'npm ci --ignore-scripts' in the "
                + $"folder that holds package-lock.json, without leaving out optional packages ({name} is one), and start again.");
        }

        var manifest = Read<Manifest>(Path.Combine(package, "package.json"));
        CreateLinks(package, Path.Combine(native, "pg-symlinks.json"));
        return new PostgresPackage(manifest.Version, native);
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsLinux() ? "linux"
            : OperatingSystem.IsMacOS() ? "darwin"
            : OperatingSystem.IsWindows() ? "windows"
            : RuntimeInformation.OSDescription;
        var processor = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            var other => other.ToString(),
        };
        var platform = $"{system}-{processor}";
        var isMusl = RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);
        if (isMusl || platform is not ("linux-x64" or "linux-arm64" or "darwin-x64" or "darwin-arm64" or "windows-x64"))
        {
            throw new EmbeddedPostgresException(
                $"There is no embedded PostgreSQL server for {RuntimeInformation.RuntimeIdentifier} (only for Linux with glibc and "
                + "macOS on x64 and arm64, and Windows on x64). Give the portal the connection string of a PostgreSQL 18 server instead.");
        }

        return platform;
    }

    /// <summary>npm packages cannot hold symbolic links: the package lists the ones its libraries need.</summary>
    private static void CreateLinks(string package, string list)
    {
        if (!File.Exists(list))
        {
            return;
        }

        foreach (var link in Read<Link[]>(list))
        {
            var path = Path.Combine(package, link.Target);
            if (Path.Exists(path))
            {
                continue;
            }

            var directory = Path.GetDirectoryName(path)!;
            var source = Path.GetRelativePath(directory, Path.Combine(package, link.Source));
            try
            {
                File.CreateSymbolicLink(path, source);
            }
            catch (IOException) when (Path.Exists(path))
            {
                // Another process made it first.
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new EmbeddedPostgresException(
                    $"The link '{path}' to '{source}', which the embedded PostgreSQL server needs, could not be made: "
                    + $"{exception.Message} Install the npm packages as the user who runs the portal ('npm ci --ignore-scripts').",
                    exception);
            }
        }
    }

    private static T Read<T>(string path)
    {
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<T>(file, Json)
            ?? throw new EmbeddedPostgresException($"'{path}' is empty. Delete node_modules, run 'npm ci --ignore-scripts' and start again.");
    }
}
