using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// A Bloom filter of the words that common passwords are made of: small, holds no password in clear, never misses one it
/// holds, and takes about one in two thousand others for one.
/// </summary>
public sealed class CommonPasswordFilter
{
    private const int BitsPerWord = 16;
    private const int Hashes = 11;
    private const int HeaderLength = sizeof(int);
    private const string ResourceName = "InspectionPortal.Web.Identity.common-passwords.bin";

    private readonly byte[] _bits;
    private readonly uint _size;

    private CommonPasswordFilter(byte[] content)
    {
        _size = (uint)BinaryPrimitives.ReadInt32LittleEndian(content);
        _bits = content[HeaderLength..];
    }

    /// <summary>Reads the filter that the portal ships with.</summary>
    public static CommonPasswordFilter Read()
    {
        using var resource = typeof(CommonPasswordFilter).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The resource {ResourceName} is missing.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return new CommonPasswordFilter(content.ToArray());
    }

    /// <summary>Makes the bytes of a filter that holds these words.</summary>
    /// <param name="words">The words as <see cref="PasswordShape"/> makes them; the order does not matter.</param>
    public static byte[] Build(IReadOnlyCollection<string> words)
    {
        var size = (uint)(((words.Count * (long)BitsPerWord) + 7) / 8 * 8);
        var content = new byte[HeaderLength + (size / 8)];
        BinaryPrimitives.WriteInt32LittleEndian(content, (int)size);
        foreach (var word in words)
        {
            foreach (var bit in Positions(word, size))
            {
                content[HeaderLength + (bit / 8)] |= (byte)(1 << (int)(bit % 8));
            }
        }

        return content;
    }

    /// <summary>True where the filter holds the word, and for about one in two thousand others.</summary>
    public bool Contains(string word) => Positions(word, _size).All(bit => (_bits[bit / 8] & (1 << (int)(bit % 8))) != 0);

    private static IEnumerable<uint> Positions(string word, uint size)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(word));
        var (first, step) = (BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(8)) | 1);
        for (var i = 0u; i < Hashes; i++)
        {
            yield return (uint)(unchecked(first + (i * step)) % size);
        }
    }
}
