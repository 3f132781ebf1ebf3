using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace InspectionPortal.PlanDocuments.Tests;

/// <summary>Makes the file that a layout describes, as Word, Excel or a text file write it.</summary>
public static class LayoutDocuments
{
    public static MemoryStream Create(LayoutFile layout) => layout.Format switch
    {
        "docx" => Docx(layout.Blocks),
        "xlsx" => Xlsx(layout.Blocks),
        _ => Csv(layout.Blocks),
    };

    private static MemoryStream Csv(IReadOnlyList<LayoutBlock> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            if (block.Kind == "text")
            {
                text.Append(Quoted(block.Text)).Append("\r\n");
            }

            foreach (var row in block.Rows)
            {
                text.AppendJoin(',', row.Cells.Select(c => Quoted(c.Text))).Append("\r\n");
            }
        }

        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static MemoryStream Docx(IReadOnlyList<LayoutBlock> blocks)
    {
        var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var body = new W.Body();
            foreach (var block in blocks)
            {
                body.Append(block.Kind switch
                {
                    "table" => [Table(block.Rows), new W.Paragraph()],
                    "heading" => [new W.Paragraph(
                        new W.ParagraphProperties(new W.ParagraphStyleId { Val = $"Heading{block.Level}" },
                            new W.OutlineLevel { Val = block.Level - 1 }),
                        new W.Run(new W.Text(block.Text)))],
                    _ => new OpenXmlElement[] { new W.Paragraph(new W.Run(new W.Text(block.Text))) },
                });
            }

            main.Document = new W.Document(body);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new W.Numbering(
                new W.AbstractNum(Enumerable.Range(0, 3).Select(i => new W.Level(
                    new W.StartNumberingValue { Val = 1 }, new W.NumberingFormat { Val = W.NumberFormatValues.Bullet },
                        new W.LevelText { Val = "•" }) { LevelIndex = i })) { AbstractNumberId = 1 },
                new W.NumberingInstance(new W.AbstractNumId { Val = 1 }) { NumberID = 1 });
        }

        stream.Position = 0;
        return stream;
    }

    private static W.Table Table(IReadOnlyList<LayoutRow> rows)
    {
        var table = new W.Table(new W.TableProperties(), new W.TableGrid());
        foreach (var row in rows)
        {
            var tr = new W.TableRow();
            if (row.Mark == "header")
            {
                tr.Append(new W.TableRowProperties(new W.TableHeader()));
            }

            tr.Append(row.Cells.Select(DocxCell));
            table.Append(tr);
        }

        return table;
    }

    private static W.TableCell DocxCell(LayoutCell cell)
    {
        var properties = new W.TableCellProperties();
        if (cell.Across > 1)
        {
            properties.Append(new W.GridSpan { Val = cell.Across });
        }

        if (cell.Merge is { } first)
        {
            properties.Append(first ? new W.VerticalMerge { Val = W.MergedCellValues.Restart } : new W.VerticalMerge());
        }

        if (cell.Fill is not null)
        {
            properties.Append(new W.Shading { Val = W.ShadingPatternValues.Clear, Fill = cell.Fill });
        }

        var built = new W.TableCell(properties);
        built.Append(cell.Text.Split('\n').Select(l => DocxParagraph(l, cell)));
        return built;
    }

    private static W.Paragraph DocxParagraph(string line, LayoutCell cell)
    {
        var paragraph = new W.Paragraph();
        if (line.StartsWith('•'))
        {
            paragraph.Append(new W.ParagraphProperties(new W.NumberingProperties(new W.NumberingLevelReference { Val = 0 },
                new W.NumberingId { Val = 1 })));
            line = line.TrimStart('•', ' ');
        }

        if (line.Length == 0)
        {
            return paragraph;
        }

        var run = cell.Kind == "sym"
            ? new W.Run(new W.SymbolChar { Font = "Wingdings", Char = line })
            : new W.Run(new W.Text(line) { Space = SpaceProcessingModeValues.Preserve });
        if (cell.Kind == "wing")
        {
            run.PrependChild(new W.RunProperties(new W.RunFonts { Ascii = "Wingdings", HighAnsi = "Wingdings" }));
        }
        else if (cell.IsBold)
        {
            run.PrependChild(new W.RunProperties(new W.Bold()));
        }

        paragraph.Append(run);
        return paragraph;
    }

    private static MemoryStream Xlsx(IReadOnlyList<LayoutBlock> blocks)
    {
        var styles = new LayoutStyles();
        var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new S.Workbook(new S.Sheets());
            foreach (var (name, rows) in Sheets(blocks))
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Sheet(rows, styles);
                book.Workbook.Sheets!.Append(new S.Sheet { Name = name, SheetId = (uint)book.Workbook.Sheets.Count() + 1,
                    Id = book.GetIdOfPart(part) });
            }

            book.AddNewPart<WorkbookStylesPart>().Stylesheet = styles.Build();
        }

        stream.Position = 0;
        return stream;
    }

    private static IEnumerable<(string Name, List<LayoutRow?> Rows)> Sheets(IReadOnlyList<LayoutBlock> blocks)
    {
        (string Name, List<LayoutRow?> Rows)? open = null;
        foreach (var block in blocks)
        {
            if (block.Kind == "sheet")
            {
                if (open is { } done)
                {
                    yield return done;
                }

                open = (block.Text, []);
                continue;
            }

            open ??= ("Sheet1", []);
            if (block.Kind == "table")
            {
                open.Value.Rows.AddRange([.. block.Rows, null]);
            }
            else
            {
                open.Value.Rows.Add(new LayoutRow([new LayoutCell(block.Text)], ""));
            }
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static S.Worksheet Sheet(List<LayoutRow?> rows, LayoutStyles styles)
    {
        var data = new S.SheetData();
        var merges = new List<string>();
        var open = new Dictionary<int, (int Row, int To)>();
        for (var r = 1; r <= rows.Count; r++)
        {
            var row = rows[r - 1];
            var built = new S.Row { RowIndex = (uint)r, Hidden = row?.Mark == "hidden" ? true : null };
            var column = 1;
            foreach (var cell in row?.Cells ?? [])
            {
                var to = column + cell.Across - 1;
                if (cell.Merge == true || (cell.Merge is null && cell.Across > 1))
                {
                    open[column] = (r, to);
                    merges.Add("");
                }

                if (open.TryGetValue(column, out var from) && cell.Merge != true && cell.Merge != false && cell.Across == 1)
                {
                    open.Remove(column);
                }

                if (open.TryGetValue(column, out from) && (cell.Across > 1 || r > from.Row))
                {
                    merges.RemoveAll(m => m.Length == 0 || m.StartsWith($"{Address(column, from.Row)}:", StringComparison.Ordinal));
                    merges.Add($"{Address(column, from.Row)}:{Address(Math.Max(to, from.To), r)}");
                }

                built.Append(XlsxCell(cell, Address(column, r), styles));
                column = to + 1;
            }

            data.Append(built);
        }

        merges.RemoveAll(m => m.Length == 0);
        var sheet = new S.Worksheet(data);
        if (merges.Count > 0)
        {
            sheet.Append(new S.MergeCells(merges.Select(m => new S.MergeCell { Reference = m })));
        }

        return sheet;
    }

    private static S.Cell XlsxCell(LayoutCell cell, string address, LayoutStyles styles)
    {
        var built = new S.Cell { CellReference = address, StyleIndex = styles.Of(cell) };
        switch (cell.Kind)
        {
            case "d":
                built.CellValue = new S.CellValue(DateTime.Parse(cell.Text,
                    CultureInfo.InvariantCulture).ToOADate().ToString(CultureInfo.InvariantCulture));
                break;
            case "n" or "p":
                built.CellValue = new S.CellValue(cell.Text);
                break;
            case "f":
                built.DataType = S.CellValues.String;
                built.CellFormula = new S.CellFormula("A1");
                built.CellValue = new S.CellValue(cell.Text);
                break;
            case "f0":
                built.CellFormula = new S.CellFormula("A1");
                break;
            case "e":
                built.DataType = S.CellValues.Error;
                built.CellValue = new S.CellValue(cell.Text);
                break;
            default:
                if (cell.Text.Length > 0)
                {
                    built.DataType = S.CellValues.InlineString;
                    built.InlineString = new S.InlineString(new S.Text(cell.Text) { Space = SpaceProcessingModeValues.Preserve });
                }

                break;
        }

        return built;
    }

    private static string Address(int column, int row) =>
        $"{(column > 26 ? $"{(char)('A' + ((column - 1) / 26) - 1)}" : "")}{(char)('A' + ((column - 1) % 26))}{row}";
}
