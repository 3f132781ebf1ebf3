using System.Xml;
using System.Xml.Linq;
using InspectionPortal.PlanDocuments.Plans;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>Reads a Word document, a paragraph and a row at a time.</summary>
internal sealed class DocxReader
{
    private readonly OfficePackage _package;
    private readonly string _main;
    private readonly ReadingBudget _budget;
    private readonly List<SourceBlock> _blocks = [];
    private readonly DocxRunText _text;
    private int _tables;

    private DocxReader(OfficePackage package, string main, ImportIssues issues, ReadingBudget budget)
    {
        _package = package;
        _main = main;
        _budget = budget;
        _text = new DocxRunText(
            DocxStyles.Read(package, main, budget), DocxNumbering.Read(package, main, budget), WordFootnotes.Read(package, main, budget), issues, budget);
    }

    public static SourceDocument Read(OfficePackage package, string name, ImportIssues issues, ReadingBudget budget)
    {
        var reader = new DocxReader(package, package.MainPart!, issues, budget);
        reader.ReadBody();
        return new SourceDocument(name, reader._blocks);
    }

    private void ReadBody()
    {
        using var reader = _package.Read(_main);
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
                    AddParagraph(XmlFragment.Read(reader, _budget));
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
        var lines = _text.Lines(paragraph, null);
        var heading = _text.Heading(paragraph);
        foreach (var line in lines)
        {
            _budget.Text(line.Text.Length);
            _blocks.Add(new SourceText(
                line.Marker is null or DocxNumbering.Bullet ? line.Text : $"{line.Marker} {line.Text}", heading));
        }
    }

    private void ReadTable(XmlReader reader)
    {
        _budget.Row();
        var where = $"Table {++_tables}";
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
                if (ReadRow(XmlFragment.Read(reader, _budget), where, number + 1, inner) is { } row)
                {
                    number++;
                    rows.Add(row);
                }
            }
            else if (reader.LocalName == "tblPr")
            {
                description = XmlFragment.Read(reader, _budget).Child("tblDescription").Get("val");
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
        _blocks.Add(new SourceTable(where, rows) { Description = description });
        _blocks.AddRange(inner);
    }

    private SourceRow? ReadRow(XElement row, string table, int number, List<SourceTable> inner)
    {
        var properties = row.Child("trPr");
        if (properties.Child("del") is not null)
        {
            _text.SayDeleted();
            return null;
        }

        _budget.Row();
        var where = $"{table}, row {number}";
        var cells = Cells(row).Where(c => c.Child("tcPr").Child("cellDel") is null).Take(ImportLimits.Columns).Select(c => ReadCell(c, where, inner)).ToList();
        return new SourceRow(where, cells)
        {
            Before = Math.Clamp(DocxStyles.Number(properties.Child("gridBefore").Get("val")) ?? 0, 0, ImportLimits.Columns),
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
        _budget.Cell(lines.Sum(l => l.Text.Length), lines.Count);
        return new SourceCell
        {
            Lines = PlainText.Numbered(lines),
            Across = Math.Clamp(DocxStyles.Number(properties.Child("gridSpan").Get("val")) ?? 1, 1, ImportLimits.Columns),
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
                    lines.AddRange(_text.Lines(element, cell.Footnotes, cell.Bold));
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
            var where = $"Table {++_tables}";
            var read = rows.Select((r, i) => ReadRow(r, where, i + 1, cell.Inner)).OfType<SourceRow>().ToList();
            cell.Inner.Add(new SourceTable(where, read));
            return;
        }

        foreach (var row in rows)
        {
            var parts = Cells(row).Select(c => ReadCell(c, cell.Where, cell.Inner)).Where(c => !c.IsBlank).ToList();
            if (parts.Count > 0 && parts.TrueForAll(p => p.Lines.Count == 1))
            {
                lines.Add(new SourceLine(string.Join(": ", parts.Select(p => p.Text.TrimEnd(':', ' '))), 1, DocxNumbering.Bullet));
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
