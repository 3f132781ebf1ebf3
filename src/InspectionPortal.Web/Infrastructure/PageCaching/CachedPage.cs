using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace InspectionPortal.Web.Infrastructure.PageCaching;

/// <summary>A page as it was made once, without the secrets of that response, and compressed.</summary>
public sealed class CachedPage
{
    /// <summary>The head of a gzip stream: deflate, no name, no time, unknown system.</summary>
    private static ReadOnlySpan<byte> GzipHead => [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

    /// <summary>A last block with nothing in it.</summary>
    private static ReadOnlySpan<byte> LastBlock => [1, 0, 0, 0xff, 0xff];

    private const int StoredHead = 5;
    private const int Trailer = 8;

    private readonly CompressedPart[] _parts;
    private readonly PageSecret[] _between;

    private CachedPage(CompressedPart[] parts, PageSecret[] between, string hash, IReadOnlyList<PageRead> reads)
    {
        _parts = parts;
        _between = between;
        Hash = hash;
        Reads = reads;
        Size = parts.Sum(p => p.Deflated.Length) + 200;
    }

    /// <summary>A hash over the page without its secrets.</summary>
    public string Hash { get; }

    /// <summary>What a link officer reads with it, for the access log; empty for a member's page.</summary>
    public IReadOnlyList<PageRead> Reads { get; }

    /// <summary>What it takes in memory, in bytes, roughly.</summary>
    public int Size { get; }

    /// <summary>Takes a page that was made for one response, and cuts that response's secrets out of it.</summary>
    public static CachedPage Of(ReadOnlySpan<byte> page, PageSecrets secrets, IReadOnlyList<PageRead> reads)
    {
        var parts = new List<CompressedPart>();
        var between = new List<PageSecret>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (nonce, token) = (Encoding.UTF8.GetBytes(secrets.Nonce), Encoding.UTF8.GetBytes(secrets.FormToken));
        var rest = page;
        while (true)
        {
            var (atNonce, atToken) = (Place(rest, nonce), Place(rest, token));
            var end = Math.Min(atNonce, atToken);
            parts.Add(CompressedPart.Of(rest[..end]));
            hash.AppendData(rest[..end]);
            if (end == rest.Length)
            {
                return new CachedPage([.. parts], [.. between], Convert.ToHexString(hash.GetHashAndReset()), reads);
            }

            between.Add(atNonce < atToken ? PageSecret.Nonce : PageSecret.FormToken);
            hash.AppendData([0, (byte)between[^1]]);
            rest = rest[(end + (atNonce < atToken ? nonce.Length : token.Length))..];
        }
    }

    /// <summary>Writes the page with these secrets as one gzip stream, in which the secrets are not compressed.</summary>
    public void WriteGzip(IBufferWriter<byte> output, PageSecrets secrets)
    {
        output.Write(GzipHead);
        var (sum, length) = (default(Crc32Sum), 0);
        for (var i = 0; i < _parts.Length; i++)
        {
            output.Write(_parts[i].Deflated);
            (sum, length) = (sum.Then(_parts[i].Sum), length + _parts[i].Length);
            if (i < _between.Length)
            {
                var secret = Encoding.UTF8.GetBytes(secrets[_between[i]]);
                WriteStored(output, secret);
                (sum, length) = (sum.Then(Crc32Sum.Of(secret)), length + secret.Length);
            }
        }

        output.Write(LastBlock);
        var trailer = output.GetSpan(Trailer);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, sum.Value);
        BinaryPrimitives.WriteInt32LittleEndian(trailer[4..], length);
        output.Advance(Trailer);
    }

    /// <summary>Writes the page with these secrets as it is.</summary>
    public void WritePlain(IBufferWriter<byte> output, PageSecrets secrets)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            output.Write(_parts[i].Expand());
            if (i < _between.Length)
            {
                output.Write(Encoding.UTF8.GetBytes(secrets[_between[i]]));
            }
        }
    }

    private static int Place(ReadOnlySpan<byte> text, ReadOnlySpan<byte> secret) =>
        text.IndexOf(secret) is var at && at < 0 ? text.Length : at;

    /// <summary>A block that is not compressed: its length, the same turned over, and the bytes.</summary>
    private static void WriteStored(IBufferWriter<byte> output, ReadOnlySpan<byte> content)
    {
        var head = output.GetSpan(StoredHead);
        head[0] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(head[1..], (ushort)content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(head[3..], (ushort)~content.Length);
        output.Advance(StoredHead);
        output.Write(content);
    }
}
