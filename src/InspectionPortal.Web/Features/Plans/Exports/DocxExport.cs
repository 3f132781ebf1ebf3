using DocumentFormat.OpenXml.Wordprocessing;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.PlanDocuments.Formats;
using InspectionPortal.PlanDocuments.PortalFormat;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>
/// The plan as the Word table that the partnership knows: landscape, its columns in its order and words, headers on every page.
/// </summary>
internal static class DocxExport
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Related = "officeDocument/2006/relationships/";
    private const string CustomPart = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
    private const int ManyColumns = 8;

    public static void Write(PlanPage page, PlanCopy? copy, Stream stream)
    {
        using var file = new OfficeFile(stream);
        file.AddTypes(
        [
            ("word/document.xml", $"{Main}document.main+xml"), ("word/styles.xml", $"{Main}styles+xml"),
            ("word/numbering.xml", $"{Main}numbering+xml"), ("word/footer1.xml", $"{Main}footer+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
            .. copy is null ? Array.Empty<(string, string)>() : [("customXml/itemProps1.xml", CustomPart)],
        ]);
        file.AddRelations(
            "_rels/.rels", ("rId1", $"{Related}officeDocument", "word/document.xml"),
            ("rId2", "package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", $"{Related}custom-properties", "docProps/custom.xml"));
        file.AddRelations(
            "word/_rels/document.xml.rels",
            [
                ("rId1", $"{Related}styles", "styles.xml"), ("rId2", $"{Related}numbering", "numbering.xml"),
                ("rId3", $"{Related}footer", "footer1.xml"),
                .. copy is null ? Array.Empty<(string, string, string)>() : [("rId4", $"{Related}customXml", "../customXml/item1.xml")],
            ]);
        file.Add("docProps/core.xml", DocxPackageXml.Core(page.Plan.Title));
        var holds = DocxMarkers.Describe(page.Layout, page.Vocabulary);
        file.Add("docProps/custom.xml", DocxPackageXml.Property(PlanCopyCarrier.Property, holds));
        if (copy is not null)
        {
            // A part of its own stays in the file when other programs save it.
            file.AddRelations("customXml/_rels/item1.xml.rels", ("rId1", $"{Related}customXmlProps", "itemProps1.xml"));
            file.Add("customXml/itemProps1.xml", DocxPackageXml.CustomPart(PlanCopyCarrier.Space));
            file.Add("customXml/item1.xml", $"<plan xmlns=\"{PlanCopyCarrier.Space}\">{copy.Pack()}</plan>");
        }

        file.Add("word/styles.xml", DocxPackageXml.Styles(page.Layout.Columns.Count >= ManyColumns ? 15 : 17));
        file.Add("word/numbering.xml", DocxPackageXml.Numbering);
        file.Add("word/footer1.xml", DocxPackageXml.Footer(ExportTexts.AsAt(page)));
        file.Add("word/document.xml", writer => Document(page, copy is not null, new DocxText(writer)));
    }

    private static void Document(PlanPage page, bool isWhole, DocxText text)
    {
        var writer = text.Writer;
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        Head(page, text);
        if (page.Aims.Count > 0)
        {
            new DocxTable(page, text).Write();
            Notes(page, text);
            new DocxDetailsTable(page, text).Write();
        }
        else
        {
            text.Paragraph("Normal", "No items match.");
        }

        Rest(page, text);
        text.Paragraph("PlanQuiet", ExportTexts.Carries(isWhole));
        writer.WriteElement(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rId3" },
            new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape },
            new PageMargin { Top = 720, Right = 720, Bottom = 720, Left = 720, Header = 360, Footer = 360, Gutter = 0 }));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Head(PlanPage page, DocxText text)
    {
        var plan = page.Plan;
        text.Paragraph("Title", StepWords(plan.Title));
        if (plan.PeriodText is { } period)
        {
            text.Paragraph("Normal", new DocxRun(period, IsBold: true));
        }

        text.Paragraph("Normal", ExportTexts.Answers(page));
        text.Paragraph("PlanQuiet", $"{ExportTexts.AsAt(page)}.");
        if (ExportTexts.Filtered(page) is { } filtered)
        {
            text.Paragraph("Normal", new DocxRun(filtered, IsBold: true));
        }
    }

    /// <summary>What the plan says of its columns, and its abbreviations.</summary>
    private static void Notes(PlanPage page, DocxText text)
    {
        text.Paragraph("PlanQuiet");
        foreach (var column in page.Header.Notes)
        {
            text.Paragraph("PlanQuiet", new DocxRun($"{column.Mark} {column.Label}: ", IsBold: true), column.Note!);
        }

        if (page.Abbreviations.Count > 0)
        {
            text.Paragraph("PlanQuiet", string.Join(" · ", page.Abbreviations.Select(a => $"{a.Value} {a.Words}")));
        }
    }

    /// <summary>What stands below the table on the page, and the key.</summary>
    private static void Rest(PlanPage page, DocxText text)
    {
        var narrative = new DocxNarrative(text);
        foreach (var section in page.Sections)
        {
            text.Paragraph("Heading1", section.Heading);
            narrative.Write(section.Body);
        }

        if (page.Plan.OwnerGroup is { } owner)
        {
            text.Paragraph("Heading1", "Who owns the plan");
            text.Paragraph("Normal", owner);
        }

        if (page.Plan.ExternalPlans.Count > 0)
        {
            text.Paragraph("Heading1", "Plans it refers to");
            foreach (var external in page.Plan.ExternalPlans)
            {
                text.Paragraph("Normal", 2, 0, new DocxRun(external.Value, IsBold: true), external.Words.Length == 0 ? string.Empty : $": {external.Words}");
            }
        }

        text.Paragraph("Heading1", "Key to ratings");
        foreach (var rating in page.Key.OrderBy(r => r.Order).Append(Rating.NotRated))
        {
            text.Paragraph(
                "Normal", new DocxRun($"{RatingSigns.Sign(rating)} {rating.Name}", IsBold: true, Colour: RatingSigns.Ink(rating)),
                    $": {rating.Meaning}");
        }
    }

    private static string StepWords(string title) => title.ReplaceLineEndings(" ");
}
