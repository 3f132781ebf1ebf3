using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>
/// Tells what a zip is, from its directory and never from its documents. It is refused where it says that it unpacks to more than a
/// document would, before anything is unpacked. A zip within it is unpacked into a file of its own, within a budget, and judged the same.
/// </summary>
public sealed class PackageReader
{
    /// <summary>How many bytes everything in a zip may come to once unpacked, zips within it included.</summary>
    public const long UnpackedMaxBytes = 1024L * 1024 * 1024;

    private const int EndRecordLength = 22;
    private const int DirectoryMaxLength = 1024 * 1024;
    private const int FilesMaximum = 2000;
    private const int DepthMaximum = 3;
    private const int TypesMaxLength = 256 * 1024;
    private const int NameMaxLength = 200;

    /// <summary>Zips within the zip may come to so much; they are the only thing that is unpacked.</summary>
    private const long NestedMaxBytes = 256L * 1024 * 1024;

    /// <summary>Below this size nothing is called a bomb, however well it is packed.</summary>
    private const long ModestBytes = 64L * 1024 * 1024;
    private const int RatioMaximum = 150;

    private long _unpacked;
    private long _nested;
    private int _files;

    /// <summary>Reads the zip in <paramref name="file"/>.</summary>
    /// <exception cref="BadPackageException">It is no zip, or one that is not kept.</exception>
    public static Task<PackageReport> ReadAsync(Stream file, CancellationToken cancellationToken) =>
        new PackageReader().ReadAsync(file, depth: 0, cancellationToken);

    private async Task<PackageReport> ReadAsync(Stream file, int depth, CancellationToken cancellationToken)
    {
        if (!await HasModestDirectoryAsync(file, cancellationToken))
        {
            throw new BadPackageException("The zip’s list of files is damaged or too long");
        }

        try
        {
            await using var zip = await ZipArchive.CreateAsync(
                file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            Measure(zip, file.Length);
            var hasMacros = false;
            foreach (var entry in zip.Entries)
            {
                hasMacros |= IsMacro(entry) || await HasMacrosWithinAsync(entry, depth, cancellationToken);
            }

            var types = await TextAsync(zip.GetEntry("[Content_Types].xml"), cancellationToken);
            hasMacros |= types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                || types.Contains("vbaProject", StringComparison.OrdinalIgnoreCase);
            var content = await KindAsync(zip, types, cancellationToken);
            return new PackageReport(content, hasMacros,
                [.. zip.Entries.Where(e => e.Name.Length > 0).Select(e => new ArchivedFile(Shown(e.FullName), e.Length))]);
        }
        catch (InvalidDataException)
        {
            throw new BadPackageException("The zip is damaged");
        }
    }

    /// <summary>Adds up what the directory says, and refuses what says too much, or what no honest zip says.</summary>
    private void Measure(ZipArchive zip, long packed)
    {
        var here = 0L;
        foreach (var entry in zip.Entries)
        {
            if (++_files > FilesMaximum)
            {
                throw new BadPackageException($"The zip holds more than {FilesMaximum} files");
            }

            if (entry.IsEncrypted)
            {
                throw new BadPackageException(
                    "The file is protected by a password, so it cannot be checked for viruses. Remove the password");
            }

            // Packing never makes a file much longer, so an entry that is shorter unpacked lies about its length.
            if (entry.CompressedLength > entry.Length + (entry.Length / 8) + 1024)
            {
                throw new BadPackageException("The zip says wrong sizes of its files");
            }

            here += entry.Length;
            _unpacked += entry.Length;
            if (_unpacked > UnpackedMaxBytes || (here > ModestBytes && here / RatioMaximum > packed))
            {
                throw new BadPackageException("The file would unpack to far more than a document holds");
            }
        }
    }

    /// <summary>Looks into a zip within the zip. Everything else is left packed.</summary>
    private async Task<bool> HasMacrosWithinAsync(ZipArchiveEntry entry, int depth, CancellationToken cancellationToken)
    {
        if (entry.Length < EndRecordLength)
        {
            return false;
        }

        await using var from = await entry.OpenAsync(cancellationToken);
        var head = new byte[4];
        if (await from.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken) < head.Length
            || !head.AsSpan().SequenceEqual("PK\u0003\u0004"u8))
        {
            return false;
        }

        if (depth + 1 >= DepthMaximum)
        {
            throw new BadPackageException("The zip holds zips within zips");
        }

        await using var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await copy.WriteAsync(head, cancellationToken);
        var piece = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(piece, cancellationToken)) > 0;)
        {
            _nested += read;
            if (_nested > NestedMaxBytes)
            {
                throw new BadPackageException("The zips within the zip are too large");
            }

            await copy.WriteAsync(piece.AsMemory(0, read), cancellationToken);
        }

        return (await ReadAsync(copy, depth + 1, cancellationToken)).HasMacros;
    }

    private static bool IsMacro(ZipArchiveEntry entry) =>
        entry.Name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || entry.FullName.StartsWith("Basic/", StringComparison.Ordinal)
        || entry.FullName.StartsWith("Scripts/", StringComparison.Ordinal);

    private static async Task<EvidenceContent> KindAsync(ZipArchive zip, string types, CancellationToken cancellationToken)
    {
        var mime = types.Length > 0 ? string.Empty : await TextAsync(zip.GetEntry("mimetype"), cancellationToken);
        var isMacro = types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            || zip.Entries.Any(e => e.Name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase));
        bool Has(string folder) => types.Length > 0 && zip.Entries.Any(e => e.FullName.StartsWith(folder, StringComparison.Ordinal));
        return mime.Trim() switch
        {
            "application/vnd.oasis.opendocument.text" => EvidenceContent.OpenText,
            "application/vnd.oasis.opendocument.spreadsheet" => EvidenceContent.OpenSpreadsheet,
            "application/vnd.oasis.opendocument.presentation" => EvidenceContent.OpenPresentation,
            _ when Has("word/") => isMacro ? EvidenceContent.WordWithMacros : EvidenceContent.Word,
            _ when Has("xl/") => isMacro ? EvidenceContent.ExcelWithMacros : EvidenceContent.Excel,
            _ when Has("ppt/") => isMacro ? EvidenceContent.PowerPointWithMacros : EvidenceContent.PowerPoint,
            _ => EvidenceContent.Zip,
        };
    }

    /// <summary>The text of a small entry; empty where there is none.</summary>
    private static async Task<string> TextAsync(ZipArchiveEntry? entry, CancellationToken cancellationToken)
    {
        if (entry is null)
        {
            return string.Empty;
        }

        await using var stream = await entry.OpenAsync(cancellationToken);
        var text = new byte[TypesMaxLength + 1];
        var length = await stream.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= TypesMaxLength ? Encoding.UTF8.GetString(text, 0, length)
            : throw new BadPackageException("The zip’s list of contents is too long");
    }

    private static string Shown(string path)
    {
        var name = string.Join('/', path.Replace('\\', '/').Split('/').Select(EvidenceFileName.Safe));
        return name.Length <= NameMaxLength ? name : $"…{name[^(NameMaxLength - 1)..]}";
    }

    /// <summary>The directory ends where the file does and is small, so that reading it takes little memory whatever it claims.</summary>
    private static async Task<bool> HasModestDirectoryAsync(Stream file, CancellationToken cancellationToken)
    {
        var tail = new byte[(int)Math.Min(file.Length, ushort.MaxValue + EndRecordLength)];
        file.Position = file.Length - tail.Length;
        await file.ReadExactlyAsync(tail, cancellationToken);
        file.Position = 0;
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndRecordLength > tail.Length)
        {
            return false;
        }

        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        var endsAt = file.Length - tail.Length + end;
        var between = endsAt - (offset + (long)size);

        // Between directory and end there may be the two short records of a 64-bit zip, and nothing else.
        return size <= DirectoryMaxLength && between is >= 0 and <= 128;
    }
}
