using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using InspectionPortal.Testing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace InspectionPortal.Web.Tests.Features.Evidence;

/// <summary>Numbers of people in Word and Excel: found as a reader of the page would see them.</summary>
public sealed class TelltalesInFilesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity, "943 476 5919")]
    [InlineData(HttpStatusCode.UnprocessableEntity, "Spring", "9434765919")]
    [InlineData(HttpStatusCode.Redirect, "943", "476", "5919")]
    public async Task Post_Workbook_IsSearchedCellByCell(HttpStatusCode answer, params string[] cells) =>
        Assert.Equal(answer, await AddAsync(Workbook(cells), "figures.xlsx"));

    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity, "Her number is 943 ", "476 5919.")]
    [InlineData(HttpStatusCode.Redirect, "Her number is 943 ", "476 5918.")]
    public async Task Post_Document_IsSearchedAcrossItsRuns(HttpStatusCode answer, params string[] runs) =>
        Assert.Equal(answer, await AddAsync(Document(runs), "minutes.docx"));

    private async Task<HttpStatusCode> AddAsync(byte[] content, string name)
    {
        var partnership = await portal.Data.CreatePartnershipAsync();
        var plan = await portal.Data.CreatePlanAsync(partnership);
        return (await new EvidenceForms(portal.ClientFor(partnership.Lead)).AddFileAsync(partnership.Slug, plan.ProjectIds[0], content, name)).Status;
    }

    /// <summary>One row of numbers and texts that stand in their cells, as programs write them that keep no shared texts.</summary>
    private static byte[] Workbook(string[] cells)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(new Row(cells.Select(c => new Cell(new InlineString(new Text(c)))
            {
                DataType = CellValues.InlineString,
            }))));
            book.Workbook = new Workbook(new Sheets(new Sheet
            {
                Id = book.GetIdOfPart(sheet),
                SheetId = 1,
                Name = "Figures",
            }));
        }

        return stream.ToArray();
    }

    private static byte[] Document(string[] runs)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.AddMainDocumentPart().Document = new Word.Document(new Word.Body(new Word.Paragraph(
                runs.Select(r => new Word.Run(new Word.Text(r)
                {
                    Space = SpaceProcessingModeValues.Preserve,
                })))));
        }

        return stream.ToArray();
    }
}
