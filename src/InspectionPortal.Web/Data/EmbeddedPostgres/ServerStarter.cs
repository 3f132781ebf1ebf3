using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace InspectionPortal.Web.Data.EmbeddedPostgres;

/// <summary>Starts the server of a cluster, or finds the one that runs already.</summary>
internal sealed class ServerStarter(
    EmbeddedPostgresOptions options, ServerHome home, ServerAccount account, PostgresPrograms programs, string? password)
{
    private const int UnixPort = 5432;

    private const long LogLimit = 5_000_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(10);

    /// <summary>After a crash the old server's processes hold its shared memory for a moment longer.</summary>
    private static readonly TimeSpan LingeringLimit = TimeSpan.FromSeconds(10);

    /// <summary>The server that uses the cluster, once it answers; null when there is none.</summary>
    public async Task<ServerAddress?> FindRunningAsync(CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            PostmasterFile.RemoveIfEnded(home.Cluster);
            if (PostmasterFile.Read(home.Cluster) is not { } file || !file.IsAlive())
            {
                return null;
            }

            var address = AddressOf(file);
            switch (await address.AskAsync(ct))
            {
                case ServerAddress.Answer.Ready:
                    return address;
                case ServerAddress.Answer.Silence when clock.Elapsed > SilenceLimit:
                    // The file is old and its process number now belongs to another server: let PostgreSQL judge.
                    return null;
                default:
                    RequireTime(clock);
                    break;
            }

            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>
    /// Starts a server and waits until it is ready. The result has no server of ours when another process was faster.
    /// </summary>
    public async Task<(IPostmaster? Ours, ServerAddress Address)> StartAsync(CancellationToken ct)
    {
        var isUnclean = File.Exists(Path.Combine(home.Cluster, "postmaster.pid"));
        KeepLogShort();
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var logStart = File.Exists(home.LogFile) ? new FileInfo(home.LogFile).Length : 0;
            var postmaster = await LaunchAsync(ct);
            if (await WaitUntilReadyAsync(postmaster, clock, ct) is { } file)
            {
                return (postmaster, AddressOf(file));
            }

            if (await FindRunningAsync(ct) is { } winner)
            {
                return (null, winner);
            }

            if (!isUnclean || clock.Elapsed > LingeringLimit)
            {
                throw new EmbeddedPostgresException(
                    $"The embedded PostgreSQL server did not start. The end of its log '{home.LogFile}' says: {LogSince(logStart)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }
    }

    /// <summary>What the cluster's file says once our server is ready; null when our server has ended.</summary>
    private async Task<PostmasterFile?> WaitUntilReadyAsync(IPostmaster postmaster, Stopwatch clock, CancellationToken ct)
    {
        try
        {
            while (!postmaster.Exited.IsCompleted)
            {
                var file = PostmasterFile.Read(home.Cluster);
                if (file is { IsReady: true } && file.ProcessId == postmaster.ProcessId)
                {
                    return file;
                }

                RequireTime(clock);
                await Task.WhenAny(postmaster.Exited, Task.Delay(Pause, ct));
                ct.ThrowIfCancellationRequested();
            }

            return null;
        }
        catch
        {
            await postmaster.StopAsync();
            throw;
        }
    }

    private async Task<IPostmaster> LaunchAsync(CancellationToken ct)
    {
        var settings = Settings().SelectMany(setting => (string[])["-c", $"{setting.Name}={setting.Value}"]);
        if (OperatingSystem.IsWindows())
        {
            return await WindowsPostmaster.StartAsync(
                programs["pg_ctl"], home, string.Join(' ', settings), options.StartTimeout, ct);
        }

        return await UnixPostmaster.StartAsync(
            account.Detached([programs["postgres"], "-D", home.Cluster, .. settings]), home.LogFile);
    }

    private IEnumerable<(string Name, string Value)> Settings()
    {
        yield return ("max_connections", options.MaxConnections.ToString(CultureInfo.InvariantCulture));
        yield return ("timezone", "UTC");
        yield return ("log_timezone", "UTC");
        yield return ("log_line_prefix", "%m[%p]%q%u@%d:");
        if (OperatingSystem.IsWindows())
        {
            yield return ("listen_addresses", "127.0.0.1");
            yield return ("port", FreePort().ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            yield return ("listen_addresses", "");
            yield return ("port", UnixPort.ToString(CultureInfo.InvariantCulture));
            yield return ("unix_socket_directories", home.SocketDirectory);
            yield return ("unix_socket_permissions", "0700");
        }

        if (!options.Durable)
        {
            yield return ("fsync", "off");
            yield return ("synchronous_commit", "off");
            yield return ("full_page_writes", "off");

            // Statistics are gathered only where they are asked for, so that every run has the same plans of query.
            yield return ("autovacuum", "off");
        }
    }

    private ServerAddress AddressOf(PostmasterFile file) =>
        OperatingSystem.IsWindows()
            ? new ServerAddress("127.0.0.1", file.Port, password)
            : new ServerAddress(file.SocketDirectory.Length > 0 ? file.SocketDirectory : home.SocketDirectory, UnixPort, Password: null);

    private void RequireTime(Stopwatch clock)
    {
        if (clock.Elapsed > options.StartTimeout)
        {
            throw new EmbeddedPostgresException(
                $"The embedded PostgreSQL server in '{home.Cluster}' was not ready after {options.StartTimeout.TotalSeconds:0} seconds. "
                + $"Its log '{home.LogFile}' says what it was doing.");
        }
    }

    private void KeepLogShort()
    {
        if (File.Exists(home.LogFile) && new FileInfo(home.LogFile).Length > LogLimit)
        {
            File.Move(home.LogFile, home.LogFile + ".old", overwrite: true);
        }
    }

    private string LogSince(long position)
    {
        if (!File.Exists(home.LogFile))
        {
            return "(there is no log)";
        }

        using var log = new FileStream(home.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        log.Position = Math.Min(position, log.Length);
        using var reader = new StreamReader(log);
        return reader.ReadToEnd().Trim();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
