using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Formats;
using InspectionPortal.PlanDocuments.PortalFormat;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>The plan as a workbook: a sheet with a row a project, one with a row a sub-action, one that says what it holds.</summary>
internal static class SheetExport
{
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Related = "officeDocument/2006/relationships/";
    private const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private static readonly string[] StepHeaders = ["Project number", "Category", "Sub-action", "Owners", "Deadline", "Due date", "Status"];

    public static void Write(PlanPage page, Stream stream)
    {
        var table = new ExportTable(page);
        using var file = new OfficeFile(stream);
        file.AddTypes(
            ("xl/workbook.xml", $"{Main}sheet.main+xml"), ("xl/styles.xml", $"{Main}styles+xml"), ("xl/worksheets/sheet1.xml", $"{Main}worksheet+xml"),
            ("xl/worksheets/sheet2.xml", $"{Main}worksheet+xml"), ("xl/worksheets/sheet3.xml", $"{Main}worksheet+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"));
        file.AddRelations(
            "_rels/.rels", ("rId1", $"{Related}officeDocument", "xl/workbook.xml"),
            ("rId2", "package/2006/relationships/metadata/core-properties", "docProps/core.xml"));
        file.AddRelations(
            "xl/_rels/workbook.xml.rels", ("rId1", $"{Related}worksheet", "worksheets/sheet1.xml"), ("rId2", $"{Related}worksheet", "worksheets/sheet2.xml"),
            ("rId3", $"{Related}worksheet", "worksheets/sheet3.xml"), ("rId4", $"{Related}styles", "styles.xml"));
        file.Add("docProps/core.xml", DocxPackageXml.Core(page.Plan!.Title));
        file.Add("xl/styles.xml", Styles);
        file.Add("xl/workbook.xml", Workbook);
        file.Add("xl/worksheets/sheet1.xml", writer => Projects(table, new SheetWriter(writer), Heading(page)));
        file.Add("xl/worksheets/sheet2.xml", writer => Steps(table, new SheetWriter(writer), Heading(page)));
        file.Add("xl/worksheets/sheet3.xml", writer => About(page, table, new SheetWriter(writer)));
    }

    private static string Workbook => $"""
        <workbook {Space} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/><sheet name="{ExportedHeaders.StepsSheet}" sheetId="2" r:id="rId2"/><sheet name="{ExportedHeaders.AboutSheet}" sheetId="3" r:id="rId3"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Plan!$1:$1</definedName><definedName name="_xlnm.Print_Titles" localSheetId="1">'{ExportedHeaders.StepsSheet}'!$1:$1</definedName></definedNames></workbook>
        """;

    /// <summary>Words (1), headers (2), days (3).</summary>
    private static string Styles => $"""
        <styleSheet {Space}><numFmts count="1"><numFmt numFmtId="164" formatCode="d\ mmmm\ yyyy"/></numFmts>
        <fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF12233F"/><bgColor indexed="64"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FFB1B4B6"/></bottom><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf></cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """;

    /// <summary>What stands over each printed page: the plan, and what of it where that is a part.</summary>
    private static string Heading(PlanPage page) =>
        string.Join("\n", new[] { page.Plan!.Title, ExportTexts.Filtered(page), ExportTexts.AsAt(page) }.OfType<string>());

    private static void Projects(ExportTable table, SheetWriter sheet, string heading)
    {
        sheet.Start(table.Columns.Select(c => c.Width(table)), isFrozen: true);
        sheet.Row(table.Columns.Select(c => c.Header), SheetWriter.Header);
        foreach (var row in table.Rows)
        {
            sheet.Row(table.Columns.Select(c => c.IsDate ? c.Date(row.Project) : (object?)c.Text(table.Cells, row)));
        }

        sheet.End(table.Columns.Count, heading);
    }

    private static void Steps(ExportTable table, SheetWriter sheet, string heading)
    {
        sheet.Start([14, 18, 60, 32, 18, 18, 18], isFrozen: true);
        sheet.Row(StepHeaders, SheetWriter.Header);
        foreach (var project in table.Rows.Select(r => r.Project))
        {
            foreach (var step in project.Steps)
            {
                sheet.Row(
                [
                    project.Number, ProjectLabels.Of(step.Category), StepLine.Normal(step.Text), step.Owners, step.Deadline, step.Due,
                    StatusLabel.Of(step.Status),
                ]);
            }
        }

        sheet.End(StepHeaders.Length, heading);
    }

    private static void About(PlanPage page, ExportTable table, SheetWriter sheet)
    {
        sheet.Start([48, 90], isFrozen: false);
        foreach (var words in new[] { page.Plan!.Title, page.Plan.PeriodText, ExportTexts.Answers(page), ExportTexts.AsAt(page), ExportTexts.Filtered(page) }.OfType<string>())
        {
            sheet.Row([words]);
        }

        sheet.Row(["Cells that begin with =, +, - or @ have an apostrophe before them, so that spreadsheets do not treat them as formulas."]);
        sheet.Row([ExportedHeaders.AboutColumns, "What it holds"], SheetWriter.Header);
        foreach (var column in table.Columns)
        {
            sheet.Row([column.Header, column.Field is { } field ? ExportedHeaders.Of(field) : ExportedHeaders.Of(column.Detail!.Value)]);
        }

        sheet.Row(["Rating", "Meaning"], SheetWriter.Header);
        foreach (var rating in page.Key.OrderBy(r => r.Order).Append(Rating.NotRated))
        {
            sheet.Row([rating.Name, rating.Meaning]);
        }

        sheet.End(0, Heading(page));
    }
}
