using System.Runtime.InteropServices;

namespace InspectionPortal.Web.Infrastructure.PageCaching;

/// <summary>
/// The CRC-32 of gzip (RFC 1952) over some bytes, with their number, so that the sum over two runs of bytes follows from the sums of
/// both without reading them again. The sums are polynomials over GF(2): putting bytes behind a run multiplies its sum by x to the
/// power of their bits (as <c>crc32_combine</c> of zlib).
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct Crc32Sum
{
    private const uint Polynomial = 0xEDB88320;
    private const uint One = 1u << 31;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Shift((uint)i, 8))];

    /// <summary>x to the power of 2 to the power of the index.</summary>
    private static readonly uint[] Powers = MakePowers();

    private readonly uint _behind;

    /// <summary>A sum that is known.</summary>
    /// <param name="value">The sum.</param>
    /// <param name="length">Over how many bytes.</param>
    public Crc32Sum(uint value, int length)
    {
        Value = value;
        _behind = PowerOfBytes(length);
    }

    private Crc32Sum(uint value, uint behind) => (Value, _behind) = (value, behind);

    /// <summary>The sum as gzip writes it.</summary>
    public uint Value { get; }

    /// <summary>Counts the sum of some bytes one by one: for short runs.</summary>
    public static Crc32Sum Of(ReadOnlySpan<byte> content)
    {
        var sum = uint.MaxValue;
        foreach (var b in content)
        {
            sum = Table[(byte)(sum ^ b)] ^ (sum >> 8);
        }

        return new Crc32Sum(~sum, content.Length);
    }

    /// <summary>The sum over these bytes and then those of <paramref name="next"/>.</summary>
    public Crc32Sum Then(Crc32Sum next) =>
        new(Multiply(next.Behind, Value) ^ next.Value, Multiply(next.Behind, Behind));

    /// <summary>x to the power of the bits that were summed; of nothing, one.</summary>
    private uint Behind => _behind == 0 ? One : _behind;

    private static uint PowerOfBytes(int length)
    {
        var power = One;
        for (var (left, place) = ((uint)length, 3); left != 0; left >>= 1, place++)
        {
            power = (left & 1) == 0 ? power : Multiply(Powers[place & 31], power);
        }

        return power;
    }

    private static uint Multiply(uint a, uint b)
    {
        var product = 0u;
        for (var bit = One; bit != 0; bit >>= 1)
        {
            product ^= (a & bit) == 0 ? 0 : b;
            b = Shift(b, 1);
        }

        return product;
    }

    private static uint Shift(uint value, int bits)
    {
        for (; bits > 0; bits--)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        }

        return value;
    }

    private static uint[] MakePowers()
    {
        var powers = new uint[32];
        powers[0] = One >> 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = Multiply(powers[i - 1], powers[i - 1]);
        }

        return powers;
    }
}
