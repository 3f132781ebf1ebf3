using System.Buffers.Binary;
using System.IO.Compression;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>Tells whether a zip is a Word or Excel file without macros. Reads its directory, never its documents.</summary>
public static class OfficePackage
{
    private const int EndRecordLength = 22;
    private const int DirectoryMaxLength = 1024 * 1024;
    private const int TypesMaxLength = 256 * 1024;

    /// <summary>True where <paramref name="file"/> holds the parts of that kind and nothing that runs.</summary>
    public static async Task<bool> IsAsync(Stream file, EvidenceContent content, CancellationToken cancellationToken)
    {
        if (!await HasModestDirectoryAsync(file, cancellationToken))
        {
            return false;
        }

        try
        {
            await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            var folder = content == EvidenceContent.Word ? "word/" : "xl/";
            var types = zip.GetEntry("[Content_Types].xml");
            return types is not null
                && zip.Entries.Any(e => e.FullName.StartsWith(folder, StringComparison.Ordinal))
                && !zip.Entries.Any(e => e.Name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
                && await AreWithoutMacrosAsync(types, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return false;
        }
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

    private static async Task<bool> AreWithoutMacrosAsync(ZipArchiveEntry types, CancellationToken cancellationToken)
    {
        await using var stream = await types.OpenAsync(cancellationToken);
        var text = new byte[TypesMaxLength + 1];
        var length = await stream.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, cancellationToken);
        var words = System.Text.Encoding.UTF8.GetString(text, 0, length);
        return length <= TypesMaxLength
            && !words.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            && !words.Contains("vbaProject", StringComparison.OrdinalIgnoreCase);
    }
}
