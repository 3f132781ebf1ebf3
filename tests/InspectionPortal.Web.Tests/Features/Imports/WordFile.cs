using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>Makes Word documents as people make them: headings, tables with merged cells, repeated headers, lists.</summary>
internal sealed class WordFile
{
    private readonly Body _body = new();
    private readonly List<string> _footnotes = [];

    public static Cell Of(string text) => new(text);

    public WordFile Heading(string text, int level = 1)
    {
        _body.Append(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = $"Heading{level}" }, new OutlineLevel { Val = level - 1 }), new Run(new Text(text))));
        return this;
    }

    public WordFile Text(string text)
    {
        _body.Append(new Paragraph(new Run(new Text(text))));
        return this;
    }

    public WordFile Raw(OpenXmlElement element)
    {
        _body.Append(element);
        return this;
    }

    public WordFile Table(params Cell[][] rows) => Table(rows, headerRows: 1);

    public WordFile Table(IEnumerable<Cell[]> rows, int headerRows)
    {
        var table = new Table(new TableProperties(), new TableGrid());
        var number = 0;
        foreach (var row in rows)
        {
            var tr = new TableRow();
            if (number++ < headerRows)
            {
                tr.Append(new TableRowProperties(new TableHeader()));
            }

            tr.Append(row.Select(Build));
            table.Append(tr);
        }

        _body.Append(table);
        _body.Append(new Paragraph());
        return this;
    }

    public int Footnote(string text)
    {
        _footnotes.Add(text);
        return _footnotes.Count;
    }

    public MemoryStream Save()
    {
        var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(_body);
            var numbering = main.AddNewPart<NumberingDefinitionsPart>();
            numbering.Numbering = new Numbering(
                new AbstractNum(Levels(NumberFormatValues.Bullet, "•")) { AbstractNumberId = 1 },
                new AbstractNum(Levels(NumberFormatValues.Decimal, "%1.")) { AbstractNumberId = 2 },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 },
                new NumberingInstance(new AbstractNumId { Val = 2 }) { NumberID = 2 });
            if (_footnotes.Count > 0)
            {
                main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                    _footnotes.Select((f, i) => new Footnote(new Paragraph(new Run(new Text(f)))) { Id = i + 1 }));
            }
        }

        stream.Position = 0;
        return stream;
    }

    private static IEnumerable<Level> Levels(NumberFormatValues format, string text) => Enumerable.Range(0, 3).Select(i =>
        new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = i });

    private static TableCell Build(Cell cell)
    {
        var properties = new TableCellProperties();
        if (cell.Across > 1)
        {
            properties.Append(new GridSpan { Val = cell.Across });
        }

        if (cell.Merge is { } merge)
        {
            properties.Append(new VerticalMerge { Val = merge ? MergedCellValues.Restart : MergedCellValues.Continue });
        }

        if (cell.Fill is not null)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Fill = cell.Fill });
        }

        var built = new TableCell(properties);
        var lines = cell.Text.Length == 0 ? [] : cell.Text.Split('\n');
        built.Append(lines.Select(l => Paragraph(l, cell)));
        if (lines.Length == 0)
        {
            built.Append(new Paragraph());
        }

        return built;
    }

    private static Paragraph Paragraph(string line, Cell cell)
    {
        var level = line.StartsWith("-- ", StringComparison.Ordinal) ? 1 : 0;
        var isBullet = cell.IsList && line.StartsWith('-');
        var run = new Run(new Text(isBullet ? line.TrimStart('-', ' ') : line) { Space = SpaceProcessingModeValues.Preserve });
        if (cell.IsBold)
        {
            run.PrependChild(new RunProperties(new Bold()));
        }

        var paragraph = new Paragraph();
        if (isBullet || cell.IsNumbered)
        {
            paragraph.Append(new ParagraphProperties(new NumberingProperties(
                new NumberingLevelReference { Val = level }, new NumberingId { Val = cell.IsNumbered ? 2 : 1 })));
        }

        paragraph.Append(run);
        if (cell.Footnote > 0)
        {
            paragraph.Append(new Run(new FootnoteReference { Id = cell.Footnote }));
        }

        return paragraph;
    }
}

/// <summary>A cell to be made: lines parted by line breaks; "- " begins an entry of a list, "-- " one within it.</summary>
internal sealed record Cell(string Text)
{
    public int Across { get; init; } = 1;

    /// <summary>True begins a cell merged down, false continues one.</summary>
    public bool? Merge { get; init; }

    public string? Fill { get; init; }

    public bool IsBold { get; init; }

    /// <summary>Whether "- " becomes a list of Word; otherwise it stays typed.</summary>
    public bool IsList { get; init; } = true;

    public bool IsNumbered { get; init; }

    public int Footnote { get; init; }

    public static implicit operator Cell(string text) => new(text);
}
