using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using InspectionPortal.PlanDocuments.Plans;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>What the three kinds of file hold besides plain words.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("utf-8", ",")]
    [InlineData("utf-16", ";")]
    [InlineData("utf-16BE", "\t")]
    public void Csv_AnyEncodingAndSeparator_IsRead(string encoding, string mark)
    {
        var text = string.Join(mark, "Ref", "Action", "Lead", "Deadline") + "\r\n" + string.Join(mark, "1", "\"Café – see\r\nevery child\"", "MD", "May 2025") + "\r\n";
        var project = Importing.Csv(Encoding.GetEncoding(encoding).GetBytes(text)).Plan.Projects.Single();

        Assert.Equal("Café – see every child", project.Title);
        Assert.Equal("Row 2", project.Source);
    }

    [Fact]
    public void Csv_WindowsLetters_AreReadAndDoubted()
    {
        var result = Importing.Csv(Encoding.Latin1.GetBytes("Action,Lead,Deadline\nSpend £5 on a café,MD,May 2025\n"));

        Assert.Equal("Spend £5 on a café", result.Plan.Projects.Single().Title);
        Assert.Contains("Western European", result.Doubts(), StringComparison.Ordinal);
    }

    [Fact]
    public void Word_ChangesNotesAndNumbers_AreReadAsShown()
    {
        var file = new WordFile();
        var note = file.Footnote("Agreed by the board.");
        var changed = new W.Paragraph(
            new W.Run(new W.Text("Write the ") { Space = SpaceProcessingModeValues.Preserve }),
            new W.DeletedRun(new W.Run(new W.DeletedText("old "))) { Id = "1", Author = "a" },
            new W.InsertedRun(new W.Run(new W.Text("new policy"))) { Id = "2", Author = "a" });
        var table = new W.Table(
            Row("No.", "Action", "Lead", "Timescale"),
            new W.TableRow(
                new W.TableCell(new W.Paragraph(new W.ParagraphProperties(new W.NumberingProperties(new W.NumberingLevelReference { Val = 0 }, new W.NumberingId { Val = 2 })))),
                new W.TableCell(changed),
                new W.TableCell(new W.Paragraph(new W.Run(new W.Text("MD")), new W.Run(new W.FootnoteReference { Id = note }))),
                new W.TableCell(new W.Paragraph(new W.Run(new W.Text("May 2025"))))));

        var result = file.Raw(table).Read();
        var project = result.Plan.Projects.Single();

        Assert.Equal(("1", "Write the new policy"), (project.Number, project.Title));
        Assert.Equal("Agreed by the board.", project.Other!.Single().Text);
        Assert.Contains(result.Issues, i => i.Message.Contains("tracked changes", StringComparison.Ordinal));

        static W.TableRow Row(params string[] cells) => new(cells.Select(c => new W.TableCell(new W.Paragraph(new W.Run(new W.Text(c))))));
    }

    [Fact]
    public void Excel_SheetATheme_ReadsDatesFormulasAndMerges()
    {
        using var stream = Workbook(
            ("Neglect", [["Action", "Owner", "Due date", "RAG"], ["Adopt a tool", "Head of Early Help", 45747.0, "Green"], ["Train staff", "QA Manager", 45777.0, "Red"]]),
            ("Exploitation", [["Action", "Owner", "Due date", "RAG"], ["Map the risk", "Police", 45808.0, "Amber"]]));

        var result = PlanReader.Read(stream, "tracker.xlsx", ImportHints.None);

        Assert.Equal("title leads deadline rag", result.Mapped());
        Assert.Equal(["Neglect", "Exploitation"], result.Plan.Aims.Select(a => a.Title));
        Assert.Equal(new DateOnly(2025, 3, 31), result.Plan.Aims[0].Projects[0].Deadline.Due);
        Assert.Equal("Sheet 'Neglect', row 2", result.Plan.Aims[0].Projects[0].Source);
    }

    private static MemoryStream Workbook(params (string Name, object[][] Rows)[] sheets)
    {
        var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            foreach (var (name, rows) in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Select((row, r) => new Row(row.Select((value, c) => Cell(value, r + 1, c))) { RowIndex = (uint)r + 1 })));
                book.Workbook.Sheets!.Append(new Sheet { Name = name, SheetId = (uint)book.Workbook.Sheets.Count() + 1, Id = book.GetIdOfPart(part) });
            }
        }

        stream.Position = 0;
        return stream;

        static DocumentFormat.OpenXml.Spreadsheet.Cell Cell(object value, int row, int column)
        {
            var address = $"{(char)('A' + column)}{row}";
            return value is double number
                ? new() { CellReference = address, StyleIndex = 1, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) }
                : new() { CellReference = address, DataType = CellValues.InlineString, InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text((string)value)) };
        }
    }
}
