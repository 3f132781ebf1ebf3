using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>
/// The ids that things get here, by those they have in the archive. They are replaced wherever they stand, also within JSON and text,
/// so that references stay references.
/// </summary>
internal sealed partial class RestoredIds
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);

    private readonly long _start;
    private long _next;

    /// <summary>The ids of one archive.</summary>
    /// <param name="at">Now: new ids come after those that were given before.</param>
    public RestoredIds(DateTimeOffset at) => _start = at.ToUnixTimeMilliseconds();

    /// <summary>A new id, later than all before it: rows that are sorted by their ids stay in their order.</summary>
    public Guid Next()
    {
        const int inAMillisecond = 4096;
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        var (at, place) = (_start + (_next / inAMillisecond), (ushort)(_next % inAMillisecond));
        _next++;
        BinaryPrimitives.WriteInt64BigEndian(bytes, (at << 16) | 0x7000u | place);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public void Add(Guid before, Guid after) => _ids[before.ToString()] = after.ToString();

    /// <summary>The row with the ids of this portal.</summary>
    public JsonElement Replace(JsonElement row)
    {
        var text = row.GetRawText();
        var replaced = Id().Replace(text, match => _ids.GetValueOrDefault(match.Value, match.Value));
        return ReferenceEquals(text, replaced) ? row : JsonSerializer.Deserialize<JsonElement>(replaced);
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
