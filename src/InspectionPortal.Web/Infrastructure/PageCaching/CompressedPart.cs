using System.Buffers.Binary;
using System.IO.Compression;

namespace InspectionPortal.Web.Infrastructure.PageCaching;

/// <summary>
/// Bytes of a page between two secrets, compressed so that parts can be put one after another into one gzip stream (RFC 1952): each ends
/// on a whole byte, without the mark of a last block.
/// </summary>
public sealed class CompressedPart
{
    private const int HeaderLength = 10;

    private readonly byte[] _deflated;

    private CompressedPart(byte[] deflated, int length, Crc32Sum sum)
    {
        _deflated = deflated;
        Length = length;
        Sum = sum;
    }

    /// <summary>How many bytes it was made from.</summary>
    public int Length { get; }

    /// <summary>The check sum over the bytes that it was made from.</summary>
    public Crc32Sum Sum { get; }

    /// <summary>The blocks of the deflate format (RFC 1951).</summary>
    public ReadOnlySpan<byte> Deflated => _deflated;

    /// <summary>Compresses a part.</summary>
    public static CompressedPart Of(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return new CompressedPart([], 0, default);
        }

        using var into = new MemoryStream(content.Length / 4);
        int end;
        using (var gzip = new GZipStream(into, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
            gzip.Flush();
            end = (int)into.Length;
        }

        // After the blocks come a last one, which is empty, the check sum and the length.
        var all = into.GetBuffer().AsSpan(0, (int)into.Length);
        var sum = new Crc32Sum(BinaryPrimitives.ReadUInt32LittleEndian(all[^8..]), content.Length);
        return new CompressedPart(all[HeaderLength..end].ToArray(), content.Length, sum);
    }

    /// <summary>The bytes that it was made from.</summary>
    public byte[] Expand()
    {
        if (Length == 0)
        {
            return [];
        }

        using var deflate = new DeflateStream(new MemoryStream(_deflated, writable: false), CompressionMode.Decompress);
        var content = new byte[Length];
        deflate.ReadExactly(content);
        return content;
    }
}
