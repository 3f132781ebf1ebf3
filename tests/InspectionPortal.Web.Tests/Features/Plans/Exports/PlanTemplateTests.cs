using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Testing;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using WordCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;

namespace InspectionPortal.Web.Tests.Features.Plans.Exports;

/// <summary>The template: filled in by hand, it is read as the plan that was written.</summary>
public sealed class PlanTemplateTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string[] Filled =
        ["Every child is safe", "1.1", "Train all staff", "Head of Service", "March 2027", "Staff are confident",
            "Share of staff trained", "In progress", "On track", "Two courses held"];

    [Fact]
    public async Task Word_FilledIn_IsReadAsWritten()
    {
        using var file = await DownloadAsync("docx");
        using (var document = WordprocessingDocument.Open(file, true))
        {
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document));
            var row = document.MainDocumentPart!.Document!.Body!.Descendants<WordRow>().ElementAt(1);
            foreach (var (cell, words) in row.Elements<WordCell>().Zip(Filled))
            {
                cell.Elements<Paragraph>().First().Append(new Run(new WordText(words)));
            }
        }

        ShouldBeFilled(file, "plan.docx");
    }

    [Fact]
    public async Task Excel_FilledIn_IsReadAsWritten()
    {
        using var file = await DownloadAsync("xlsx");
        using (var book = SpreadsheetDocument.Open(file, true))
        {
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(book));
            var sheet = ((WorksheetPart)book.WorkbookPart!.GetPartById("rId1")).Worksheet!.GetFirstChild<SheetData>()!;
            var cells = Filled.Select((words, i) => new Cell
            {
                CellReference = $"{(char)('A' + i)}2",
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(words)),
            });
            sheet.Append(new Row(cells) { RowIndex = 2 });
        }

        ShouldBeFilled(file, "plan.xlsx");
    }

    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        var here = await portal.Data.CreatePartnershipAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.ClientFor(here.Reader)
            .GetPageAsync($"/{here.Slug}/plans/template.docx")).Status);
    }

    private static void ShouldBeFilled(MemoryStream file, string name)
    {
        file.Position = 0;
        var read = PlanReader.Read(file, name, ImportHints.None);
        var aim = Assert.Single(read.Plan.Aims);
        var project = Assert.Single(read.Plan.Projects);
        Assert.Equal("Every child is safe", aim.Title);
        Assert.Equal(("1.1", "Train all staff", "March 2027"), (project.Number, project.Title, project.Deadline.Text));
        Assert.Equal("Head of Service", Assert.Single(project.Leads).Name);
        Assert.Contains("Two courses held", project.Progress, StringComparison.Ordinal);
        Assert.DoesNotContain(read.Issues, i => i.Severity == ImportSeverity.Error);
    }

    private async Task<MemoryStream> DownloadAsync(string extension)
    {
        var here = await portal.Data.CreatePartnershipAsync();
        var file = new MemoryStream();
        await using var content = await portal.ClientFor(here.Lead).GetStreamAsync(new Uri($"/{here.Slug}/plans/template.{extension}",
            UriKind.Relative));
        await content.CopyToAsync(file);
        file.Position = 0;
        return file;
    }
}
