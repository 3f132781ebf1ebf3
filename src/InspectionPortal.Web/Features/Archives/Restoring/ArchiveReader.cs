using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>
/// An archive to restore: whole, unchanged and no larger than it may be, before anything of it is used. Nothing in it becomes the name
/// of a file here.
/// </summary>
internal sealed class ArchiveReader : IDisposable
{
    private const string Broken = "The file is not an archive of the portal, or it is damaged.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;

    private ArchiveReader(ZipArchive zip, ArchiveManifest manifest)
    {
        _zip = zip;
        _entries = zip.Entries.ToDictionary(e => e.FullName, StringComparer.Ordinal);
        Manifest = manifest;
    }

    /// <summary>What it says of itself.</summary>
    public ArchiveManifest Manifest { get; }

    /// <summary>Opens an archive and holds every file in it against the list.</summary>
    /// <param name="file">Can be read back; stays open.</param>
    /// <param name="sha256">What the whole archive must hash to; null where whoever restores it does not know.</param>
    /// <param name="cancellationToken">Stops between pieces.</param>
    /// <exception cref="ArchiveException">It was changed, or cannot be restored by this portal.</exception>
    public static async Task<ArchiveReader> OpenAsync(Stream file, string? sha256, CancellationToken cancellationToken)
    {
        await CheckHashAsync(file, sha256, cancellationToken);
        ZipArchive? zip = null;
        try
        {
            file.Position = 0;
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
            Names(zip);
            var reader = new ArchiveReader(zip, await ManifestAsync(zip, cancellationToken));
            await reader.VerifyAsync(cancellationToken);
            return reader;
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or EndOfStreamException
            or NotSupportedException)
        {
            await (zip?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw new ArchiveException(Broken, exception);
        }
        catch (ArchiveException)
        {
            await (zip?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    /// <summary>True where the archive has the file.</summary>
    public bool Has(string path) => _entries.ContainsKey(path);

    /// <summary>A file of it.</summary>
    public Stream Open(string path, long most) => Bounded(_entries[path], most);

    /// <summary>A file of it, in memory.</summary>
    public async Task<byte[]> BytesAsync(string path, CancellationToken cancellationToken)
    {
        await using var from = Open(path, RestoreLimits.ReportBytes);
        using var to = new MemoryStream();
        await from.CopyToAsync(to, cancellationToken);
        return to.ToArray();
    }

    /// <summary>The rows of a table, one after another; none where the archive does not have the table.</summary>
    public async IAsyncEnumerable<JsonElement> RowsAsync(
        string table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = PathOf(table);
        if (!Has(path))
        {
            yield break;
        }

        await using var stream = Open(path, RestoreLimits.TableBytes);
        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, Json, cancellationToken))
        {
            yield return row.ValueKind == JsonValueKind.Object ? row : throw new ArchiveException(Broken);
        }
    }

    /// <summary>The names of its tables.</summary>
    public IEnumerable<string> Tables() => _entries.Keys
        .Where(p => p.StartsWith("tables/", StringComparison.Ordinal) && p.EndsWith(".json", StringComparison.Ordinal))
        .Select(p => p["tables/".Length..^".json".Length]);

    public void Dispose() => _zip.Dispose();

    private static string PathOf(string table) => $"tables/{table}.json";

    /// <summary>The list in an archive is not signed: the hash that was shown when it was made is what tells it from another.</summary>
    private static async Task CheckHashAsync(Stream file, string? sha256, CancellationToken cancellationToken)
    {
        file.Position = 0;
        if (sha256 is null)
        {
            return;
        }

        var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        if (!string.Equals(found, sha256.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            throw new ArchiveException("The archive is not the one with this SHA-256. It was changed, or it is another archive.");
        }
    }

    /// <summary>Names that lead out of a folder, or that two files share, are in no archive that the portal made.</summary>
    private static void Names(ZipArchive zip)
    {
        if (zip.Entries.Count > RestoreLimits.Files || zip.Entries.Sum(e => e.Length) > RestoreLimits.UnpackedBytes)
        {
            throw new ArchiveException("The archive is too large to be restored.");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in zip.Entries.Select(e => e.FullName))
        {
            if (!names.Add(name) || name.IndexOfAny(['\\', ':', '\0']) >= 0
                || name.Split('/').Any(part => part is "" or "." or ".."))
            {
                throw new ArchiveException("The archive has a file with a name that the portal does not give, so it was not restored.");
            }
        }
    }

    private static async Task<ArchiveManifest> ManifestAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        var entry = zip.GetEntry(ArchiveText.Manifest) ?? throw new ArchiveException(Broken);
        await using var stream = Bounded(entry, RestoreLimits.ManifestBytes);
        var manifest = await JsonSerializer.DeserializeAsync<ArchiveManifest>(stream, Json, cancellationToken);
        if (manifest is not { Files: not null, Partnership: not null }
            || manifest.Files.Any(f => f is not { Path: not null, Sha256: not null }))
        {
            throw new ArchiveException(Broken);
        }

        return manifest.Format > ArchiveText.Format
            ? throw new ArchiveException(
                "The archive was made by a newer version of the portal. Restore it there, or update this portal first.")
            : manifest;
    }

    private static BoundedStream Bounded(ZipArchiveEntry entry, long most) => new(entry.Open(), entry.CompressedLength, most);

    /// <summary>The files are those of the list, and each is as the list says.</summary>
    private async Task VerifyAsync(CancellationToken cancellationToken)
    {
        if (Manifest.Files.Count != _entries.Count - 1
            || Manifest.Files.Any(f => !_entries.ContainsKey(f.Path) || f.Path == ArchiveText.Manifest)
            || Manifest.Files.DistinctBy(f => f.Path, StringComparer.Ordinal).Count() != Manifest.Files.Count)
        {
            throw new ArchiveException("Files were added to the archive or removed from it since it was made, so it was not restored.");
        }

        foreach (var file in Manifest.Files)
        {
            await using var stream = Open(file.Path, Math.Min(file.Size, RestoreLimits.TableBytes) + 1);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
            if (stream.Position != file.Size || hash != file.Sha256)
            {
                throw new ArchiveException(
                    $"The file {file.Path} was changed since the archive was made, so the archive was not restored.");
            }
        }
    }
}
