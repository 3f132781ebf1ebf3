using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>A picture of bars without letters, as a PNG: what somebody would cut out of a slide.</summary>
internal static class BarPicture
{
    private const int Width = 480;
    private const int Height = 270;
    private const int Margin = 24;
    private const byte White = 255;
    private const byte Dark = 90;

    public static void Write(Stream stream, IReadOnlyList<int> values)
    {
        stream.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8;
        Chunk(stream, "IHDR", header);
        Chunk(stream, "IDAT", Packed(Pixels(values)));
        Chunk(stream, "IEND", []);
    }

    /// <summary>One byte of grey for each pixel, each row after a byte that says "no filter".</summary>
    private static byte[] Pixels(IReadOnlyList<int> values)
    {
        var pixels = new byte[(Width + 1) * Height];
        var (most, step) = (Math.Max(1, values.Max()), (Width - (2 * Margin)) / values.Count);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var bar = (x - Margin) / step;
                var isInBar = x >= Margin && bar < values.Count && (x - Margin) % step < step * 3 / 4
                    && y < Height - Margin && y >= Height - Margin - (values[bar] * (Height - (2 * Margin)) / most);
                var isAxis = y == Height - Margin && x >= Margin && x < Width - Margin;
                pixels[(y * (Width + 1)) + 1 + x] = isInBar || isAxis ? Dark : White;
            }
        }

        return pixels;
    }

    private static byte[] Packed(byte[] pixels)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zip.Write(pixels);
        }

        return packed.ToArray();
    }

    private static void Chunk(Stream stream, string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        stream.Write(length);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        stream.Write(named);
        var check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, Check(named));
        stream.Write(check);
    }

    /// <summary>The check sum of a part of a PNG (CRC-32).</summary>
    private static uint Check(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }
        }

        return ~sum;
    }
}
