using System.IO.Compression;
using System.Xml;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>
/// A Word or Excel file as the parts it is packed from. Parts are unpacked while they are read, never all at once, and never
/// beyond <see cref="ImportLimits"/>, whatever sizes the package claims. Links to outside are not followed: only parts are read.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private const string Damaged = "The file is damaged and cannot be opened. Open it in Word or Excel, save it again and try again.";

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    private OfficePackage(ZipArchive archive)
    {
        _archive = archive;
        if (archive.Entries.Count > ImportLimits.Parts)
        {
            throw new ImportException(ImportLimits.TooMuchInside);
        }

        foreach (var entry in archive.Entries)
        {
            if (IsTooTight(entry.Length, entry.CompressedLength))
            {
                throw new ImportException(ImportLimits.TooMuchInside);
            }

            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <summary>The main part: "word/document.xml", "xl/workbook.xml"; null where the package names none.</summary>
    public string? MainPart { get; private set; }

    /// <summary>The content type of the main part; empty where it has none.</summary>
    public string MainType { get; private set; } = "";

    public bool HasMacros => _parts.Keys.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));

    public static OfficePackage Open(Stream stream)
    {
        try
        {
            var package = new OfficePackage(new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true));
            package.FindMainPart();
            return package;
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            throw new ImportException(Damaged, exception);
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>The targets of a part's relationships within the package, by id and by the last word of their type.</summary>
    public IEnumerable<(string Id, string Type, string Target)> Relationships(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = slash < 0 ? "" : part[..(slash + 1)];
        var name = $"{folder}_rels/{part[(slash + 1)..]}.rels";
        if (!Has(name))
        {
            yield break;
        }

        using var reader = Read(name);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && reader.GetAttribute("TargetMode") is not "External"
                && reader.GetAttribute("Target") is { } target && reader.GetAttribute("Type") is { } type)
            {
                yield return (reader.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
            }
        }
    }

    /// <summary>The first related part of a kind ("numbering", "styles"), or null.</summary>
    public string? Related(string part, string type) =>
        Relationships(part).Where(r => r.Type == type && Has(r.Target)).Select(r => r.Target).FirstOrDefault();

    /// <summary>Reads a part. No document type, no entity and nothing outside it is ever read.</summary>
    public XmlReader Read(string part)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = ImportLimits.PartBytes,
        };
        return XmlReader.Create(new CountedStream(this, _parts[part].Open(), _parts[part].CompressedLength), settings);
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>Runs a reading, and says plainly when the file turns out to be damaged.</summary>
    public static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException exception)
        {
            throw new ImportException(Damaged, exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or NotSupportedException
            or KeyNotFoundException or FormatException or OverflowException or ArgumentException)
        {
            throw new ImportException(Damaged, exception);
        }
    }

    private static bool IsTooTight(long length, long packed) =>
        length > ImportLimits.PartBytes || (length > ImportLimits.RatioFreeBytes && length / Math.Max(1, packed) > ImportLimits.Ratio);

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target.TrimStart('/');
        }

        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    private void FindMainPart()
    {
        MainPart = Relationships("").Where(r => r.Type == "officeDocument" && Has(r.Target)).Select(r => r.Target).FirstOrDefault();
        if (MainPart is null || !Has("[Content_Types].xml"))
        {
            return;
        }

        using var reader = Read("[Content_Types].xml");
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Default" } && MainType.Length == 0
                && MainPart.EndsWith($".{reader.GetAttribute("Extension")}", StringComparison.OrdinalIgnoreCase))
            {
                MainType = reader.GetAttribute("ContentType") ?? "";
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Override" }
                && string.Equals(reader.GetAttribute("PartName")?.TrimStart('/'), MainPart, StringComparison.OrdinalIgnoreCase))
            {
                MainType = reader.GetAttribute("ContentType") ?? "";
            }
        }
    }

    /// <summary>Counts what really comes out of the package: the sizes it states may be wrong.</summary>
    private sealed class CountedStream(OfficePackage package, Stream inner, long packed) : Stream
    {
        private long _read;
        private int _attributes;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var bytes = Count(inner.Read(buffer));
            CountAttributes(buffer[..bytes]);
            return bytes;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }

        /// <summary>Refuses a tag with far too many attributes before the parser compares them with one another.</summary>
        private void CountAttributes(ReadOnlySpan<byte> bytes)
        {
            for (var at = bytes.IndexOfAny((byte)'<', (byte)'='); at >= 0; at = bytes.IndexOfAny((byte)'<', (byte)'='))
            {
                _attributes = bytes[at] == (byte)'<' ? 0 : _attributes + 1;
                if (_attributes > ImportLimits.EqualSigns)
                {
                    throw new ImportException(ImportLimits.TooMuchInside);
                }

                bytes = bytes[(at + 1)..];
            }
        }

        private int Count(int bytes)
        {
            _read += bytes;
            package._unpacked += bytes;
            if (IsTooTight(_read, packed) || package._unpacked > ImportLimits.UnpackedBytes)
            {
                throw new ImportException(ImportLimits.TooMuchInside);
            }

            return bytes;
        }
    }
}
