using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InspectionPortal.Testing.Clamd;

/// <summary>
/// A server on a loopback port that speaks clamd's INSTREAM. It knows one virus, the test file of EICAR, also inside a zip. With
/// <c>PORTAL_CLAMD</c> set to the address of a real clamd that knows it too, <see cref="Address"/> is that one's.
/// </summary>
public sealed class ClamdTestServer : IAsyncDisposable
{
    private const string RealClamd = "PORTAL_CLAMD";

    private readonly ConcurrentQueue<long> _received = new();
    private readonly CancellationTokenSource _end = new();
    private TcpListener? _listener;
    private int _port;

    private ClamdTestServer()
    {
    }

    /// <summary>The virus that every scanner knows and that does nothing.</summary>
    public static byte[] Eicar { get; } = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    /// <summary>Where it listens, as the setting says it.</summary>
    public string Address => Environment.GetEnvironmentVariable(RealClamd) ?? OwnAddress;

    /// <summary>Where this server itself listens, for what a real one does not do on demand.</summary>
    public string OwnAddress => $"tcp://127.0.0.1:{_port}";

    /// <summary>How many bytes each file had.</summary>
    public IReadOnlyCollection<long> Received => _received;

    /// <summary>Above so many bytes it says what clamd says, and hangs up.</summary>
    public long StreamMaxLength { get; set; } = long.MaxValue;

    /// <summary>What it says whatever it is sent; null for what is true.</summary>
    public string? Says { get; set; }

    /// <summary>True where it hangs up in the middle of a file.</summary>
    public bool HangsUp { get; set; }

    public static ClamdTestServer Start()
    {
        var server = new ClamdTestServer();
        server.Up();
        return server;
    }

    /// <summary>Listens, at the same port as before.</summary>
    public void Up()
    {
        _listener = new TcpListener(IPAddress.Loopback, _port);
        _listener.Start();
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = Task.Run(() => ListenAsync(_listener), _end.Token);
    }

    /// <summary>Stops listening: whoever connects is refused.</summary>
    public void Down() => _listener!.Stop();

    public async ValueTask DisposeAsync()
    {
        Down();
        await _end.CancelAsync();
        _end.Dispose();
    }

    private async Task ListenAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(_end.Token);
                _ = Task.Run(() => ServeAsync(client), _end.Token);
            }
        }
        catch (Exception ended) when (ended is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It was told to stop.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            await using var wire = client.GetStream();
            await AnswerAsync(wire);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side hung up.
        }
    }

    private async Task AnswerAsync(NetworkStream wire)
    {
        var command = new byte[10];
        await wire.ReadExactlyAsync(command, _end.Token);
        if (!command.AsSpan().SequenceEqual("zINSTREAM\0"u8))
        {
            await wire.WriteAsync("UNKNOWN COMMAND\0"u8.ToArray(), _end.Token);
            return;
        }

        using var file = new MemoryStream();
        var length = new byte[4];
        var total = 0L;
        while (true)
        {
            await wire.ReadExactlyAsync(length, _end.Token);
            var size = BinaryPrimitives.ReadInt32BigEndian(length);
            if (size == 0)
            {
                break;
            }

            var piece = new byte[size];
            await wire.ReadExactlyAsync(piece, _end.Token);
            total += size;
            if (HangsUp)
            {
                return;
            }

            if (total > StreamMaxLength)
            {
                await wire.WriteAsync("INSTREAM size limit exceeded. ERROR\0"u8.ToArray(), _end.Token);
                return;
            }

            if (total < 64 * 1024 * 1024)
            {
                await file.WriteAsync(piece, _end.Token);
            }
        }

        _received.Enqueue(total);
        await wire.WriteAsync(Encoding.UTF8.GetBytes(Says ?? (IsInfected(file.ToArray()) ? "stream: Local-Eicar.UNOFFICIAL FOUND\0" : "stream: OK\0")), _end.Token);
    }

    private static bool IsInfected(byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf(Eicar) >= 0)
        {
            return true;
        }

        if (!bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return false;
        }

        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return zip.Entries.Any(e =>
        {
            using var entry = e.Open();
            using var copy = new MemoryStream();
            entry.CopyTo(copy);
            return IsInfected(copy.ToArray());
        });
    }
}
