using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace InspectionPortal.PlanDocuments.Formats;

/// <summary>A Word file in landscape with a footer on every page, written from front to end.</summary>
internal static class DocxPackage
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Related = "officeDocument/2006/relationships/";
    private const int HalfPoints = 17;

    /// <summary>Writes the package.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="title">Of the document, for programs that list files.</param>
    /// <param name="footer">The words on every page, before its number.</param>
    /// <param name="write">Writes the text.</param>
    public static void Write(Stream stream, string title, string footer, Action<DocxText> write)
    {
        using var file = new OfficeFile(stream);
        file.AddTypes(
            ("word/document.xml", $"{Main}document.main+xml"), ("word/styles.xml", $"{Main}styles+xml"),
            ("word/numbering.xml", $"{Main}numbering+xml"), ("word/footer1.xml", $"{Main}footer+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"));
        file.AddRelations(
            "_rels/.rels", ("rId1", $"{Related}officeDocument", "word/document.xml"),
            ("rId2", "package/2006/relationships/metadata/core-properties", "docProps/core.xml"));
        file.AddRelations(
            "word/_rels/document.xml.rels", ("rId1", $"{Related}styles", "styles.xml"),
            ("rId2", $"{Related}numbering", "numbering.xml"), ("rId3", $"{Related}footer", "footer1.xml"));
        file.Add("docProps/core.xml", DocxPackageXml.Core(title));
        file.Add("word/styles.xml", DocxPackageXml.Styles(HalfPoints));
        file.Add("word/numbering.xml", DocxPackageXml.Numbering);
        file.Add("word/footer1.xml", DocxPackageXml.Footer(footer));
        file.Add("word/document.xml", writer => Document(writer, write));
    }

    private static void Document(OpenXmlWriter writer, Action<DocxText> write)
    {
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        write(new DocxText(writer));
        writer.WriteElement(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rId3" },
            new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape },
            new PageMargin { Top = 720, Right = 720, Bottom = 720, Left = 720, Header = 360, Footer = 360, Gutter = 0 }));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
