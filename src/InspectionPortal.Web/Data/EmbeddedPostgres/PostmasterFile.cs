using System.Diagnostics;
using System.Globalization;

namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>
/// What <c>postmaster.pid</c> in the data directory says of the server that uses it. PostgreSQL writes it line by line
/// while it starts, so any line after the first may still be missing.
/// </summary>
internal sealed record PostmasterFile(int ProcessId, int Port, string SocketDirectory, bool IsReady)
{
    public static PostmasterFile? Read(string cluster)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(PathIn(cluster));
        }
        catch (IOException)
        {
            return null;
        }

        if (lines.Length == 0 || !int.TryParse(lines[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        var port = lines.Length > 3 && int.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var socket = lines.Length > 4 ? lines[4].Trim() : "";
        var status = lines.Length > 7 ? lines[7].Trim() : "";
        return new PostmasterFile(Math.Abs(id), port, socket, string.Equals(status, "ready", StringComparison.Ordinal));
    }

    /// <summary>
    /// PostgreSQL asks only whether the process number is in use, and a process that has ended is still there until its
    /// parent asks for its exit code (which the first process of some containers never does). No server runs then; a
    /// second check of PostgreSQL, on its shared memory, still protects the data from processes that linger.
    /// </summary>
    public static void RemoveIfEnded(string cluster)
    {
        if (Read(cluster) is { } file && IsZombie(file.ProcessId))
        {
            File.Delete(PathIn(cluster));
            if (file.SocketDirectory.Length > 0)
            {
                File.Delete(Path.Combine(file.SocketDirectory, $".s.PGSQL.{file.Port}.lock"));
            }
        }
    }

    /// <summary>True when a PostgreSQL process has the number; after a crash the number may belong to anyone.</summary>
    public bool IsAlive()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && !IsZombie(ProcessId);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string PathIn(string cluster) => Path.Combine(cluster, "postmaster.pid");

    private static bool IsZombie(int processId)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            var fields = File.ReadAllText($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/stat");
            return fields.AsSpan(fields.LastIndexOf(')') + 1).TrimStart().StartsWith("Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
