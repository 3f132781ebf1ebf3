using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>
/// The copy of a plan that an exported file carries beside its words: what a table has no place for, such as definitions, targets
/// and figures. A file from outside can hold anything, so whoever uses a copy checks every value of it.
/// </summary>
/// <param name="Json">A <see cref="PlanCopyContent"/>.</param>
public sealed record PlanCopy(string Json)
{
    /// <summary>The version that this portal writes. It reads this one and those before it.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The largest copy that a file carries, unpacked, in bytes. It is in memory while its file is read.</summary>
    public const int MostBytes = 24 * 1024 * 1024;

    private const string Mark = "inspection-portal-plan";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private PlanCopyContent? _content;

    /// <summary>What it holds. It is parsed once, however often it is asked for.</summary>
    /// <exception cref="JsonException">It is no copy.</exception>
    public PlanCopyContent Read() =>
        _content ??= JsonSerializer.Deserialize<PlanCopyContent>(Json, Options) ?? throw new JsonException("Empty.");

    /// <summary>Two copies are the same if their JSON is.</summary>
    public bool Equals(PlanCopy? other) => other is not null && Json == other.Json;

    /// <inheritdoc />
    public override int GetHashCode() => Json.GetHashCode(StringComparison.Ordinal);

    /// <summary>True where it holds what a copy of a plan holds, as far as its shape tells.</summary>
    public bool IsReadable()
    {
        try
        {
            return Read() is { Table: not null, Cells: not null, Rows: not null } content
                && content.Settings is { Vocabulary: not null, Layout: not null, Ratings: not null };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A copy of this content; null where it would be larger than one that can be read again.</summary>
    public static PlanCopy? Of(PlanCopyContent content)
    {
        var json = JsonSerializer.Serialize(content, Options);
        return Encoding.UTF8.GetByteCount(json) <= MostBytes ? new PlanCopy(json) : null;
    }

    /// <summary>As one line of letters, digits and a few signs, with its version and a hash that shows whether it is whole.</summary>
    public string Pack()
    {
        var bytes = Encoding.UTF8.GetBytes(Json);
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return $"{Mark}:{CurrentVersion}:{Hash(bytes)}:{Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length)}";
    }

    /// <summary>The copy in a line that <see cref="Pack"/> wrote; null, with a doubt that says why, where it cannot be used.</summary>
    public static PlanCopy? Unpack(string line, ImportIssues issues)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(issues);
        var parts = line.Split(':', 4);
        if (parts is not [Mark, var version, var hash, var text])
        {
            return Damaged(issues);
        }

        if (!int.TryParse(version, out var number) || number > CurrentVersion)
        {
            issues.Warn(
                "File",
                "The copy of the plan in the file was written by a newer version of the portal, so only the words of the file "
                + "are imported.");
            return null;
        }

        try
        {
            return Unzip(text) is { } whole && Hash(whole) == hash ? new PlanCopy(Encoding.UTF8.GetString(whole)) : Damaged(issues);
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException or IOException)
        {
            return Damaged(issues);
        }
    }

    /// <summary>The bytes of a copy; null if there are more than a copy may have.</summary>
    private static byte[]? Unzip(string text)
    {
        using var zip = new GZipStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = zip.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Says that a copy cannot be used.</summary>
    public static PlanCopy? Damaged(ImportIssues issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        issues.Warn(
            "File",
            "The copy of the plan in the file is damaged, so only the words of the file are imported. "
            + "Export the plan again to keep everything.");
        return null;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
