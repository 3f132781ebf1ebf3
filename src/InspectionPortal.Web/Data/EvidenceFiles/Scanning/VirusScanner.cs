using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Data.EvidenceFiles.Scanning;

/// <summary>Sends files to clamd by its INSTREAM command, a piece at a time, and reads its verdict.</summary>
/// <param name="address">Where clamd listens; null where no scanner is set up.</param>
public sealed class VirusScanner(ScannerAddress? address)
{
    private const int PieceLength = 64 * 1024;
    private const int ReplyMaxLength = 1024;

    /// <summary>What clamd calls a file that it stopped looking at: it may hold anything.</summary>
    private const string LimitName = "Heuristics.Limits.Exceeded";

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);

    /// <summary>For one piece to be taken.</summary>
    private static readonly TimeSpan PiecePatience = TimeSpan.FromSeconds(60);

    /// <summary>For the verdict, once everything is sent.</summary>
    private static readonly TimeSpan VerdictPatience = TimeSpan.FromMinutes(10);

    /// <summary>True where a scanner is set up.</summary>
    public bool IsConfigured => address is not null;

    /// <summary>Scans a file.</summary>
    /// <exception cref="ScannerUnavailableException">The scanner does not answer, or stopped half way.</exception>
    public async Task<ScanReply> ScanAsync(Stream file, CancellationToken cancellationToken)
    {
        using var socket = await ConnectAsync(cancellationToken);
        await using var wire = new NetworkStream(socket, ownsSocket: false);
        try
        {
            await SendAsync(file, wire, cancellationToken);
        }
        catch (SentTooMuchException)
        {
            // Over its limit clamd says so and hangs up while the file is still being sent; what it said is read below.
        }

        var reply = await WithinAsync(VerdictPatience, token => ReplyAsync(wire, token), cancellationToken);
        return Judge(reply);
    }

    /// <summary>What a reply means.</summary>
    internal static ScanReply Judge(string reply)
    {
        const string Found = " FOUND";
        const string Stream = "stream: ";
        var text = reply.Trim();
        if (text == Stream + "OK")
        {
            return new ScanReply(ScanResult.Clean, null);
        }

        if (text.StartsWith(Stream, StringComparison.Ordinal) && text.EndsWith(Found, StringComparison.Ordinal))
        {
            var name = text[Stream.Length..^Found.Length];
            return name.StartsWith(LimitName, StringComparison.Ordinal)
                ? new ScanReply(ScanResult.NotScanned, "The scanner’s limits are too low for this file")
                : new ScanReply(ScanResult.Infected, Cut(name));
        }

        return text.StartsWith("INSTREAM size limit exceeded", StringComparison.Ordinal)
            ? new ScanReply(ScanResult.NotScanned, "The file is larger than the scanner takes")
            : text.Length == 0
                ? throw new ScannerUnavailableException("The scanner hung up without a verdict.")
                : new ScanReply(ScanResult.NotScanned, Cut($"The scanner could not tell: {text}"));
    }

    private static string Cut(string text) =>
        text.Length <= EvidenceVersion.ScanNoteMaxLength ? text : text[..EvidenceVersion.ScanNoteMaxLength];

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var where = address ?? throw new ScannerUnavailableException("No scanner is set up.");
        try
        {
            return await WithinAsync(ConnectPatience, token => where.ConnectAsync(token), cancellationToken);
        }
        catch (SocketException refused)
        {
            throw new ScannerUnavailableException($"The scanner at {where} does not answer.", refused);
        }
    }

    private static async Task SendAsync(Stream file, NetworkStream wire, CancellationToken cancellationToken)
    {
        await WriteAsync(wire, "zINSTREAM\0"u8.ToArray(), cancellationToken);
        var piece = ArrayPool<byte>.Shared.Rent(PieceLength + 4);
        try
        {
            for (int read; (read = await file.ReadAsync(piece.AsMemory(4, PieceLength), cancellationToken)) > 0;)
            {
                BinaryPrimitives.WriteInt32BigEndian(piece, read);
                await WriteAsync(wire, piece.AsMemory(0, read + 4), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        await WriteAsync(wire, new byte[4], cancellationToken);
    }

    private static async Task WriteAsync(NetworkStream wire, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await WithinAsync(
                PiecePatience,
                async token =>
                {
                    await wire.WriteAsync(bytes, token);
                    return true;
                },
                cancellationToken);
        }
        catch (IOException broken)
        {
            throw new SentTooMuchException(broken);
        }
    }

    private static async Task<string> ReplyAsync(NetworkStream wire, CancellationToken cancellationToken)
    {
        var reply = new byte[ReplyMaxLength];
        var length = 0;
        try
        {
            for (int read; length < reply.Length && (read = await wire.ReadAsync(reply.AsMemory(length), cancellationToken)) > 0;)
            {
                length += read;
                if (reply.AsSpan(0, length).Contains((byte)0))
                {
                    break;
                }
            }
        }
        catch (IOException broken)
        {
            throw new ScannerUnavailableException("The scanner hung up.", broken);
        }

        var end = reply.AsSpan(0, length).IndexOf((byte)0);

        // Without its end the reply may be cut off, and "OK" may be the beginning of something else.
        return end < 0 ? string.Empty : Encoding.UTF8.GetString(reply, 0, end);
    }

    private static async Task<T> WithinAsync<T>(
        TimeSpan patience, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            return await work(limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ScannerUnavailableException("The scanner takes too long.", late);
        }
    }

    private sealed class SentTooMuchException(Exception inner) : IOException("The scanner hung up while it was sent a file.", inner);
}
