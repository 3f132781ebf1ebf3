using System.IO.Compression;
using System.Text;
using System.Xml;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>The words of a file that can be read without its program: text, CSV, Word and Excel. Up to a limit; the rest is not
/// read.</summary>
internal static class ReadableText
{
    private const int CharactersMaximum = 4_000_000;

    /// <summary>The words; empty where the file has none that can be read.</summary>
    public static async Task<string> ReadAsync(Stream file, EvidenceFileType type, CancellationToken cancellationToken)
    {
        file.Position = 0;
        switch (type.Content)
        {
            case EvidenceContent.Text or EvidenceContent.Message:
                var buffer = new char[CharactersMaximum];
                using (var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true))
                {
                    return new string(buffer, 0, await reader.ReadBlockAsync(buffer, cancellationToken));
                }

            case EvidenceContent.Word or EvidenceContent.WordWithMacros:
                return await PackageAsync(file, p => p.StartsWith("word/", StringComparison.Ordinal), "p", cancellationToken);
            case EvidenceContent.Excel or EvidenceContent.ExcelWithMacros:
                return await PackageAsync(file, IsSheet, "row", cancellationToken);
            default:
                return string.Empty;
        }
    }

    private static bool IsSheet(string part) =>
        part == "xl/sharedStrings.xml" || part.StartsWith("xl/worksheets/", StringComparison.Ordinal);

    /// <summary>The text of the parts, a line for each paragraph or row.</summary>
    private static async Task<string> PackageAsync(Stream file, Func<string, bool> isPart, string line, CancellationToken cancellationToken)
    {
        var words = new StringBuilder();
        try
        {
            await using var zip = await ZipArchive.CreateAsync(
                file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            foreach (var entry in zip.Entries.Where(e => isPart(e.FullName) && e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            {
                await using var stream = await entry.OpenAsync(cancellationToken);
                await PartAsync(stream, line, words);
            }
        }
        catch (Exception unreadable) when (unreadable is XmlException or InvalidDataException)
        {
            // What could be read up to here is what there is.
        }

        return words.ToString();
    }

    /// <summary>What parts the words where an element ends.</summary>
    private static string Between(string element, string line) => element switch
    {
        "si" => "\n",
        "c" or "f" or "tab" or "tc" => "\t",
        _ => element == line ? "\n" : string.Empty,
    };

    private static async Task PartAsync(Stream part, string line, StringBuilder words)
    {
        var settings = new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = 64_000_000,
        };
        using var reader = XmlReader.Create(part, settings);
        while (words.Length < CharactersMaximum && await reader.ReadAsync())
        {
            if (reader.NodeType == XmlNodeType.Text)
            {
                words.Append(await reader.GetValueAsync());
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                words.Append(Between(reader.LocalName, line));
            }
        }
    }
}
