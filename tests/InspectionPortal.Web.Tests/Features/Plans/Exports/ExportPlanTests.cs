using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Features.Plans.Exports;

public sealed class ExportPlanTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string[] Formats = ["docx", "xlsx", "csv"];

    [Fact]
    public async Task Get_EachFormat_IsAnAttachmentNamedByPartnershipAndDay()
    {
        var (here, _) = await MakeAsync();
        foreach (var format in Formats)
        {
            var file = await ExportedFile.GetAsync(portal.ClientFor(here.Reader), here.Slug, format);
            Assert.Equal($"{here.Slug}-plan-2020-10-27.{format}", file.Name);
            Assert.Equal(
                format switch
                {
                    "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    _ => "text/csv; charset=utf-8",
                },
                file.ContentType);
            Assert.Equal(2, file.Read().Plan.Projects.Count());
        }
    }

    [Fact]
    public async Task Get_Office_IsValid()
    {
        var (here, _) = await MakeAsync();
        foreach (var format in Formats.Take(2))
        {
            Assert.Empty((await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, format)).Faults());
        }
    }

    [Fact]
    public async Task Get_Csv_IsUtf8WithItsMarkAndARowAProject()
    {
        var (here, _) = await MakeAsync();
        var file = await ExportedFile.GetAsync(portal.ClientFor(here.Reader), here.Slug, "csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], file.Bytes[..3]);
        var lines = Encoding.UTF8.GetString(file.Bytes).Split("\r\n");
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("\uFEFFAim number,Aim,Driver,Secondary driver,Number,", lines[0], StringComparison.Ordinal);
        Assert.Contains("2020-09-30", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Excel_HasFiltersAFrozenHeaderAndDatesAsDates()
    {
        var (here, plan) = await MakeAsync();
        await ChangeAsync(here, plan, project => project.SubActions.Add(new SubAction { Text = "Train all staff", OwnersText = "Head of QA", Deadline = DeadlineParser.Parse("Sept17"), Category = SubActionCategory.Workforce }));
        var file = await ExportedFile.GetAsync(portal.ClientFor(here.Reader), here.Slug, "xlsx");
        using var book = SpreadsheetDocument.Open(new MemoryStream(file.Bytes), false);
        Assert.Equal(["Plan", "Sub-actions", "About", "Copy for import"], book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value));
        var (sheet, steps) = (Sheet(book, 0), Sheet(book, 1));
        Assert.EndsWith("3", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value, StringComparison.Ordinal);
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal("44104", sheet.Descendants<Cell>().First(c => c.StyleIndex?.Value == 3).CellValue!.Text);
        Assert.Equal(["1.1", "Workforce", "Train all staff", "Head of QA", "Sept17", "43008", "Not started"], steps.Descendants<Row>().Single(r => r.InnerText.Contains("Train", StringComparison.Ordinal)).Elements<Cell>().Select(c => c.InnerText));
    }

    [Fact]
    public async Task Get_Filtered_HoldsWhatIsShownAndSaysSo()
    {
        var (here, plan) = await MakeAsync();
        await ChangeAsync(here, plan, project => project.Status = ProjectStatus.Stopped);
        foreach (var format in Formats)
        {
            var file = await ExportedFile.GetAsync(portal.ClientFor(here.Reader), here.Slug, format, "?status=InProgress");
            Assert.Equal($"{here.Slug}-plan-filtered-2020-10-27.{format}", file.Name);
            Assert.Equal(["1.2"], file.Read().Plan.Projects.Select(p => p.Number));
            if (format != "csv")
            {
                Assert.Contains("Only part of the plan: In progress (1 of 2 ", file.Part(format == "docx" ? "word/document.xml" : "xl/worksheets/sheet3.xml"), StringComparison.Ordinal);
            }
        }

        var page = (await portal.ClientFor(here.Reader).GetPageAsync($"{here.PlanPath}?status=InProgress&q=Project")).ShouldBeOk();
        Assert.Equal(
            ["/export.docx?q=Project&status=InProgress", "/export.xlsx?q=Project&status=InProgress", "/export.csv?q=Project&status=InProgress"],
            page.Document.QuerySelectorAll(".p-filters__end a[href*='/export.']").Select(a => a.GetAttribute("href")![here.PlanPath.Length..]));
    }

    [Fact]
    public async Task Get_HostileWords_RunNothingAndReadBackAsTheyWere()
    {
        string[] hostile = ["=1+2", "+44 call", "-minus", "@SUM(A1)", "'=quoted", "＝wide"];
        var (here, plan) = await MakeAsync();
        foreach (var words in hostile)
        {
            await ChangeAsync(here, plan, project => (project.Title, project.Success, project.Difference) = (words, $"{words}\nand more", $"bad \u0001 \uFFFF <b>&amp;{words}"));
            foreach (var format in Formats)
            {
                var file = await ExportedFile.GetAsync(portal.ClientFor(here.Reader), here.Slug, format);
                var read = file.Read().Plan.Projects.First();
                Assert.Equal((format, words), (format, read.Title));
                Assert.Equal($"bad <b>&amp;{words}", (read.Difference ?? "bad <b>&amp;" + words).Replace("\uFFFD", "", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal));
            }

            using var book = SpreadsheetDocument.Open(new MemoryStream((await ExportedFile.GetAsync(portal.ClientFor(here.Reader), here.Slug, "xlsx")).Bytes), false);
            Assert.DoesNotContain(Sheet(book, 0).Descendants<Cell>(), c => c.CellFormula is not null || (c.InnerText.Length > 0 && "=+-@\t\r".Contains(c.InnerText[0], StringComparison.Ordinal)));
            var csv = Encoding.UTF8.GetString((await ExportedFile.GetAsync(portal.ClientFor(here.Reader), here.Slug, "csv")).Bytes);
            Assert.DoesNotMatch("""(?m)(?:^|,)"?[=+\-@\t]""", csv);
        }
    }

    [Fact]
    public async Task Get_LongCells_StayWithinWhatExcelHolds()
    {
        var (here, plan) = await MakeAsync();
        await ChangeAsync(here, plan, project => project.Measures.AddRange(Enumerable.Range(0, 150).Select(i => new Measure { PlanId = plan.Id, Title = $"{i:000} {new string('x', 280)}" })));
        var file = await ExportedFile.GetAsync(portal.ClientFor(here.Reader), here.Slug, "xlsx");
        using var book = SpreadsheetDocument.Open(new MemoryStream(file.Bytes), false);
        var longest = Sheet(book, 0).Descendants<Cell>().MaxBy(c => c.InnerText.Length)!.InnerText;
        Assert.InRange(longest.Length, 32_700, 32_767);
        Assert.EndsWith("…", longest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsLinkOfficer_HoldsWhatIsAcceptedAndIsLogged()
    {
        var (here, plan) = await MakeAsync();
        await portal.Data.CreateUpdateToReadAsync(here, plan, plan.ProjectIds[0], UpdateState.Accepted, "Accepted words");
        await portal.Data.CreateUpdateToReadAsync(here, plan, plan.ProjectIds[1], UpdateState.Submitted, "Waiting words");
        var live = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.LivePlan);
        foreach (var format in Formats)
        {
            var own = (await ExportedFile.GetAsync(portal.ClientFor(here.Lead), here.Slug, format)).Read();
            var read = (await ExportedFile.GetAsync(portal.ClientFor(live.Person), here.Slug, format)).Read();
            Assert.DoesNotContain(read.Plan.Projects, p => p.Progress?.Contains("Waiting", StringComparison.Ordinal) == true);
            if (format != "docx")
            {
                Assert.Contains(read.Plan.Projects, p => p.Progress?.Contains("Accepted", StringComparison.Ordinal) == true);
                Assert.Contains(own.Plan.Projects, p => p.Progress?.Contains("Waiting", StringComparison.Ordinal) == true);
            }
        }

        var told = await portal.Data.InTenantAsync(here.Id, database => database.AccessEntries.Select(e => e.What).Where(w => w.StartsWith("Plan as")).ToListAsync());
        Assert.Equal(["Plan as a CSV file", "Plan as a Excel file", "Plan as a Word file"], told.Select(t => t.Split(':')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Get_WithoutRight_IsNotThere()
    {
        var (here, plan) = await MakeAsync();
        var (other, _) = await MakeAsync();
        var reports = await portal.Data.CreateOfficerAsync(here, plan, GrantScope.ApprovedReports);
        foreach (var format in Formats)
        {
            foreach (var person in new[] { other.Lead, reports.Person })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(person).GetPageAsync($"{here.PlanPath}/export.{format}")).Status);
            }

            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(other.Lead).GetPageAsync($"/{other.Slug}/plans/{plan.Id}/export.{format}")).Status);
            var empty = await portal.Data.CreatePartnershipAsync();
            Assert.Equal(HttpStatusCode.NotFound, (await portal.ClientFor(empty.Lead).GetPageAsync($"{empty.PlanPath}/export.{format}")).Status);
        }
    }

    private static Worksheet Sheet(SpreadsheetDocument book, int index) =>
        ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().ElementAt(index).Id!)).Worksheet;

    private async Task<(TestPartnership Partnership, TestPlan Plan)> MakeAsync(int projects = 2)
    {
        var partnership = await portal.Data.CreatePartnershipAsync(p => p.AsAt = new DateOnly(2020, 10, 27));
        return (partnership, await portal.Data.CreatePlanAsync(partnership, projects));
    }

    private Task<bool> ChangeAsync(TestPartnership here, TestPlan plan, Action<ImprovementProject> change) => portal.Data.InTenantAsync(here.Id, async database =>
    {
        change(await database.Projects.SingleAsync(p => p.Id == plan.ProjectIds[0]));
        return true;
    });
}
