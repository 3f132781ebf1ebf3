using System.Security.Cryptography;
using System.Text;

namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>
/// A folder of ours under the system's temporary directory that outlives a restart, for what the server's user cannot
/// reach in the repository. Anyone may write there, so a folder that someone else made is refused.
/// </summary>
internal static class SharedTemporaryDirectory
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode PassThrough = Owner | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The folder for one purpose and one path; the same path always gets the same folder.</summary>
    public static async Task<string> OpenAsync(string purpose, string path, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))).AsSpan(0, 6));
        var root = Directory.Exists("/var/tmp") ? "/var/tmp" : Path.GetTempPath();
        var directory = Path.Combine(root, $"inspection-portal-{purpose}-{hash}");
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(directory).FullName;
        }

        var mode = Environment.IsPrivilegedProcess ? PassThrough : Owner;
        Directory.CreateDirectory(directory, mode);
        await RequireOursAsync(directory, ct);
        File.SetUnixFileMode(directory, mode);
        return directory;
    }

    private static async Task RequireOursAsync(string directory, CancellationToken ct)
    {
        const string isOurs = "test -d \"$1\" && test ! -L \"$1\" && test -O \"$1\"";
        var check = await ExternalCommand.RunAsync(["/bin/sh", "-c", isOurs, "sh", directory], ct);
        if (!check.Succeeded)
        {
            throw new EmbeddedPostgresException(
                $"'{directory}' belongs to another user, so the embedded PostgreSQL server cannot trust it. Remove it and start again.");
        }
    }
}
