using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// Writes an evidence pack while it is sent: one file after the other, so that memory does not grow with it. The list of all hashes comes
/// last: a pack that was cut off has none, and is not whole.
/// </summary>
internal sealed class PackWriter(PackContent content, Func<string, Task<Stream?>> open, Func<PackReport, Task<byte[]>> page)
{
    /// <summary>The list of files with their hashes. "pack verify" reads its first two columns.</summary>
    public const string Manifest = "manifest.csv";

    private const int NameLength = 60;

    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    private readonly List<string[]> _rows = [];

    /// <summary>Paths of the items within the pack, in their order; null for a file that is not in the store.</summary>
    private readonly List<string?> _paths = [];

    /// <summary>Writes the whole pack.</summary>
    public async Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var awaited = new AwaitedStream(output);
        await using (var zip = await ZipArchive.CreateAsync(
            awaited, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken))
        {
            await FilesAsync(zip, cancellationToken);
        }

        await awaited.FlushAsync(cancellationToken);
    }

    /// <summary>A name that every system can keep: letters, digits, dots and hyphens.</summary>
    public static string Safe(string name)
    {
        var plain = new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-')]);
        var parts = plain.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim('.')).Where(p => p.Length > 0);
        var safe = string.Join('-', parts);
        return safe.Length == 0 ? "file" : safe.Length <= NameLength ? safe : safe[^NameLength..].TrimStart('-', '.');
    }

    private async Task FilesAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        for (var i = 0; i < content.Items.Count; i++)
        {
            _paths.Add(await ItemAsync(zip, i + 1, content.Items[i], cancellationToken));
        }

        var reports = new List<string>();
        foreach (var report in content.Reports)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"reports/{reports.Count + 1:00}-{Safe(report.Title)}");
            string[] about =
                [report.Title, string.Empty, "Approved report", Day(report.PublishedAt), Day(report.PublishedAt), string.Empty];
            await BytesAsync(zip, $"{name}.json", report.Edition, about, cancellationToken);
            await BytesAsync(zip, $"{name}.html", await page(report), about, cancellationToken);
            reports.Add($"{name}.html");
        }

        var index = Encoding.UTF8.GetBytes(PackIndex.Html(content, _paths, reports));
        string[] first = ["What is in this pack", string.Empty, string.Empty, string.Empty, string.Empty, string.Empty];
        await BytesAsync(zip, "index.html", index, first, cancellationToken);
        await ManifestAsync(zip, cancellationToken);
    }

    private async Task<string?> ItemAsync(ZipArchive zip, int number, PackItem item, CancellationToken cancellationToken)
    {
        var folder = string.Create(CultureInfo.InvariantCulture,
            $"evidence/{number:000}-{Safe(EnglishText.Truncate(item.Title, NameLength))}");
        string[] about =
        [
            item.Title.ReplaceLineEndings(" "), item.Version.ToString(CultureInfo.InvariantCulture), StatusLabel.Of(item.Kind),
                Day(item.AddedAt),
            item.ReleasedAt is { } released ? Day(released) : string.Empty,
            string.Join("; ", content.Recommendations.Where(r => r.Evidence.Contains(item.ItemId)).Select(r => r.Number)),
        ];
        if (item.StorageName is null)
        {
            var path = item.Url is null ? $"{folder}/note.txt" : $"{folder}/link.txt";
            await BytesAsync(zip, path, Encoding.UTF8.GetBytes(item.Url ?? item.Note ?? string.Empty), about, cancellationToken);
            return path;
        }

        await using var file = await open(item.StorageName);
        if (file is null)
        {
            return null;
        }

        var place = string.Create(CultureInfo.InvariantCulture, $"{folder}/v{item.Version}-{Safe(item.FileName ?? "file")}");
        await CopyAsync(zip, place, file, about, cancellationToken);
        return place;
    }

    private async Task BytesAsync(ZipArchive zip, string path, byte[] bytes, string[] about, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream(bytes);
        await CopyAsync(zip, path, memory, about, cancellationToken);
    }

    private async Task CopyAsync(ZipArchive zip, string path, Stream from, string[] about, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = content.MadeAt;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, size) = (new byte[81920], 0L);
        await using (var to = await entry.OpenAsync(cancellationToken))
        {
            int read;
            while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                size += read;
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }

        _rows.Add([Convert.ToHexStringLower(hash.GetCurrentHash()), path, size.ToString(CultureInfo.InvariantCulture), .. about]);
    }

    private async Task ManifestAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, Options, leaveOpen: true))
        {
            await csv.WriteRecordAsync(["SHA-256", "File", "Bytes", "Title", "Version", "Type of evidence", "Added", "Released",
                content.RecommendationWord], cancellationToken);
            foreach (var row in _rows)
            {
                await csv.WriteRecordAsync(row, cancellationToken);
            }
        }

        var entry = zip.CreateEntry(Manifest, CompressionLevel.Fastest);
        await using var to = await entry.OpenAsync(cancellationToken);
        await to.WriteAsync(memory.ToArray(), cancellationToken);
    }

    private string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, content.Zone)
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
