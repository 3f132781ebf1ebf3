using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;

namespace InspectionPortal.PlanDocuments.Formats;

/// <summary>
/// An Office file written from front to end, one part after the other straight into the package, so that memory does not grow
/// with it. Holds no macro, no link to outside and nothing that runs.
/// </summary>
internal sealed class OfficeFile(Stream stream) : IDisposable
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    private readonly ZipArchive _archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>A part that is the same in every file or small enough to be made whole.</summary>
    public void Add(string path, string xml)
    {
        using var part = _archive.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes($"{Declaration}{xml.Trim()}"));
    }

    /// <summary>A part that is written as it comes.</summary>
    public void Add(string path, Action<OpenXmlWriter> write)
    {
        using var part = _archive.CreateEntry(path).Open();
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument();
        write(writer);
    }

    /// <summary>Which kind each part is.</summary>
    public void AddTypes(params (string Path, string Type)[] parts) => Add(
        "[Content_Types].xml",
        $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{string.Concat(parts.Select(p => $"""<Override PartName="/{p.Path}" ContentType="{p.Type}"/>"""))}</Types>""");

    /// <summary>What a part refers to.</summary>
    public void AddRelations(string path, params (string Id, string Type, string Target)[] relations) => Add(
        path,
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(r => $"""<Relationship Id="{r.Id}" Type="http://schemas.openxmlformats.org/{r.Type}" Target="{r.Target}"/>"""))}</Relationships>""");

    public void Dispose() => _archive.Dispose();
}
