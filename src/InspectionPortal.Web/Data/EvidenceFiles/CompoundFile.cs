using System.Buffers.Binary;
using System.Text;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>
/// The names in a compound file, the format of Office before 2007 and of Outlook's messages. Reads its directory only, within limits.
/// </summary>
public static class CompoundFile
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int SectorsInHeader = 109;
    private const int DirectorySectorsMaximum = 4096;
    private const uint LastSector = 0xFFFFFFFA;

    /// <summary>Names of its streams and folders; empty where it cannot be read.</summary>
    public static async Task<HashSet<string>> NamesAsync(Stream file, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var header = await ReadAsync(file, 0, HeaderLength, cancellationToken);
        if (header is null || BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)) is not (9 or 12))
        {
            return names;
        }

        var length = 1 << BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        for (var i = 0; next < LastSector && i < DirectorySectorsMaximum; i++)
        {
            if (await ReadAsync(file, (next + 1L) * length, length, cancellationToken) is not { } sector)
            {
                return names;
            }

            AddNames(sector, names);
            next = await FollowingAsync(file, header, next, length, cancellationToken);
        }

        return names;
    }

    private static void AddNames(byte[] sector, HashSet<string> names)
    {
        for (var at = 0; at + EntryLength <= sector.Length; at += EntryLength)
        {
            int bytes = BinaryPrimitives.ReadUInt16LittleEndian(sector.AsSpan(at + 64));
            if (bytes is > 2 and <= 64)
            {
                names.Add(Encoding.Unicode.GetString(sector, at, bytes - 2));
            }
        }
    }

    /// <summary>The sector after this one in its chain, by the allocation table.</summary>
    private static async Task<uint> FollowingAsync(Stream file, byte[] header, uint sector, int length, CancellationToken cancellationToken)
    {
        var inSector = (uint)length / 4;
        if (await TableSectorAsync(file, header, sector / inSector, length, cancellationToken) is not { } table
            || await ReadAsync(file, ((table + 1L) * length) + (sector % inSector * 4L), 4, cancellationToken) is not { } entry)
        {
            return uint.MaxValue;
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(entry);
    }

    /// <summary>Which sector holds part <paramref name="index"/> of the allocation table: the header names the first, a chain the
    /// rest.</summary>
    private static async Task<uint?> TableSectorAsync(
        Stream file, byte[] header, uint index, int length, CancellationToken cancellationToken)
    {
        if (index < SectorsInHeader)
        {
            return BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + ((int)index * 4)));
        }

        var perSector = ((uint)length / 4) - 1;
        var left = index - SectorsInHeader;
        var at = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(68));
        for (; left >= perSector && at < LastSector; left -= perSector)
        {
            var link = await ReadAsync(file, ((at + 1L) * length) + length - 4, 4, cancellationToken);
            at = link is null ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(link);
        }

        var found = at < LastSector ? await ReadAsync(file, ((at + 1L) * length) + (left * 4L), 4, cancellationToken) : null;
        return found is null ? null : BinaryPrimitives.ReadUInt32LittleEndian(found);
    }

    private static async Task<byte[]?> ReadAsync(Stream file, long position, int length, CancellationToken cancellationToken)
    {
        if (position + length > file.Length)
        {
            return null;
        }

        file.Position = position;
        var bytes = new byte[length];
        await file.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
