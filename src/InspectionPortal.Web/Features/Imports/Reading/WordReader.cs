using System.Xml;
using System.Xml.Linq;

namespace InspectionPortal.Web.Features.Imports.Reading;

/// <summary>Reads a Word document, a paragraph and a row at a time.</summary>
internal sealed class WordReader
{
    private readonly OfficePackage package;
    private readonly string main;
    private readonly ReadingBudget budget = new();
    private readonly List<SourceBlock> blocks = [];
    private readonly WordText text;
    private int tables;

    private WordReader(OfficePackage package, string main, ImportIssues issues)
    {
        this.package = package;
        this.main = main;
        text = new WordText(
            WordStyles.Read(package, main), WordNumbering.Read(package, main), WordFootnotes.Read(package, main), issues);
    }

    public static SourceDocument Read(OfficePackage package, string name, ImportIssues issues)
    {
        var reader = new WordReader(package, package.MainPart!, issues);
        reader.ReadBody();
        return new SourceDocument(name, reader.blocks);
    }

    private void ReadBody()
    {
        using var reader = package.Read(main);
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            switch (reader.LocalName)
            {
                case "p":
                    AddParagraph(XmlPiece.Read(reader));
                    break;
                case "tbl":
                    ReadTable(reader);
                    break;
                case "document" or "body" or "sdt" or "sdtContent" or "customXml" or "smartTag" or "ins" or "moveTo":
                    reader.Read();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private void AddParagraph(XElement paragraph)
    {
        var lines = text.Lines(paragraph, null);
        foreach (var line in lines)
        {
            budget.Text(line.Text.Length);
            blocks.Add(new SourceText(
                line.Marker is null or WordNumbering.Bullet ? line.Text : $"{line.Marker} {line.Text}", text.Heading(paragraph)));
        }
    }

    private void ReadTable(XmlReader reader)
    {
        var where = $"Table {++tables}";
        var rows = new List<SourceRow>();
        var inner = new List<SourceTable>();
        var depth = reader.Depth;
        var number = 0;
        string? description = null;
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }

        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
            }
            else if (reader.LocalName == "tr")
            {
                if (ReadRow(XmlPiece.Read(reader), where, number + 1, inner) is { } row)
                {
                    number++;
                    rows.Add(row);
                }
            }
            else if (reader.LocalName == "tblPr")
            {
                description = XmlPiece.Read(reader).Child("tblDescription").Get("val");
            }
            else if (reader.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
            {
                reader.Read();
            }
            else
            {
                reader.Skip();
            }
        }

        reader.Read();
        blocks.Add(new SourceTable(where, rows) { Description = description });
        blocks.AddRange(inner);
    }

    private SourceRow? ReadRow(XElement row, string table, int number, List<SourceTable> inner)
    {
        var properties = row.Child("trPr");
        if (properties.Child("del") is not null)
        {
            text.SayDeleted();
            return null;
        }

        budget.Row();
        var where = $"{table}, row {number}";
        var cells = Cells(row).Where(c => c.Child("tcPr").Child("cellDel") is null).Select(c => ReadCell(c, where, inner)).ToList();
        return new SourceRow(where, cells)
        {
            Before = Math.Clamp(WordStyles.Number(properties.Child("gridBefore").Get("val")) ?? 0, 0, ImportLimits.Columns),
            IsHeader = properties.Child("tblHeader").IsOn(),
        };
    }

    private static IEnumerable<XElement> Cells(XElement holder) => holder.Elements().SelectMany(e => e.Name.LocalName switch
    {
        "tc" => [e],
        "sdt" or "sdtContent" or "customXml" or "ins" => Cells(e),
        _ => Enumerable.Empty<XElement>(),
    });

    private SourceCell ReadCell(XElement cell, string where, List<SourceTable> inner)
    {
        var properties = cell.Child("tcPr");
        var merge = properties.Child("vMerge");
        var notes = new List<string>();
        var lines = new List<SourceLine>();
        var bold = new Boldness();
        ReadContent(cell, lines, new CellReading(where, notes, bold, inner));
        budget.Cell(lines.Sum(l => l.Text.Length));
        return new SourceCell
        {
            Lines = PlainText.Numbered(lines),
            Across = Math.Clamp(WordStyles.Number(properties.Child("gridSpan").Get("val")) ?? 1, 1, ImportLimits.Columns),
            Down = merge is null ? MergeDown.None : merge.Get("val") == "restart" ? MergeDown.First : MergeDown.Continued,
            Fill = Fill(properties.Child("shd")),
            IsBold = bold.IsAll,
            Footnotes = notes,
        };
    }

    private void ReadContent(XElement holder, List<SourceLine> lines, CellReading cell)
    {
        foreach (var element in holder.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "p":
                    lines.AddRange(text.Lines(element, cell.Footnotes, cell.Bold));
                    break;
                case "tbl":
                    ReadInner(element, lines, cell);
                    break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo":
                    ReadContent(element, lines, cell);
                    break;
            }
        }
    }

    /// <summary>A table within a cell: one of its own where it is as wide as a plan, otherwise lines of the cell.</summary>
    private void ReadInner(XElement table, List<SourceLine> lines, CellReading cell)
    {
        var rows = table.Elements("tr").ToList();
        if (rows.Count > 2 && rows.Max(r => Cells(r).Count()) > 2)
        {
            var where = $"Table {++tables}";
            var read = rows.Select((r, i) => ReadRow(r, where, i + 1, cell.Inner)).OfType<SourceRow>().ToList();
            cell.Inner.Add(new SourceTable(where, read));
            return;
        }

        foreach (var row in rows)
        {
            var parts = Cells(row).Select(c => ReadCell(c, cell.Where, cell.Inner)).Where(c => !c.IsBlank).ToList();
            if (parts.Count > 0 && parts.TrueForAll(p => p.Lines.Count == 1))
            {
                lines.Add(new SourceLine(string.Join(": ", parts.Select(p => p.Text.TrimEnd(':', ' '))), 1, WordNumbering.Bullet));
            }
            else
            {
                lines.AddRange(parts.SelectMany(p => p.Lines));
            }
        }
    }

    private static string? Fill(XElement? shading) =>
        shading.Get("fill") is { Length: 6 } fill && !fill.Equals("FFFFFF", StringComparison.OrdinalIgnoreCase) ? fill.ToUpperInvariant() : null;

    private sealed record CellReading(string Where, List<string> Footnotes, Boldness Bold, List<SourceTable> Inner);
}
