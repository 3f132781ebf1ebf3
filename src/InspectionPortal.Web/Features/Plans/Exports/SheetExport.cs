using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Formats;
using InspectionPortal.PlanDocuments.PortalFormat;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>The plan as a workbook: a sheet with a row a project, one with a row a sub-action, one that says what it holds.</summary>
internal static class SheetExport
{
    private static readonly string[] StepHeaders = ["Project number", "Category", "Sub-action", "Owners", "Deadline", "Due date", "Status"];

    public static void Write(PlanPage page, PlanCopy? copy, Stream stream)
    {
        var table = new ExportTable(page);
        WorkbookPackage.Write(
            stream, page.Plan.Title,
            [
                new WorkbookSheet("Plan", sheet => Projects(table, sheet, Heading(page))) { RepeatsHeader = true },
                new WorkbookSheet(ExportedHeaders.StepsSheet, sheet => Steps(table, sheet, Heading(page))) { RepeatsHeader = true },
                new WorkbookSheet(ExportedHeaders.AboutSheet, sheet => About(page, table, copy is not null, sheet)),
                .. copy is null ? Array.Empty<WorkbookSheet>() : [new WorkbookSheet(PlanCopyCarrier.Sheet, sheet => Copy(copy, sheet))],
            ]);
    }

    /// <summary>What the other sheets have no place for, so that the plan can be imported again whole.</summary>
    private static void Copy(PlanCopy copy, SheetWriter sheet)
    {
        sheet.Start([100], isFrozen: false);
        sheet.Row([
            "A copy of the plan for importing this file again, with everything that the other sheets have no place for. Leave it as it is.",
        ]);
        foreach (var piece in PlanCopyCarrier.Pieces(copy.Pack()))
        {
            sheet.Row([piece]);
        }

        sheet.End(0, PlanCopyCarrier.Sheet);
    }

    /// <summary>What stands over each printed page: the plan, and what of it where that is a part.</summary>
    private static string Heading(PlanPage page) =>
        string.Join("\n", new[] { page.Plan.Title, ExportTexts.Filtered(page), ExportTexts.AsAt(page) }.OfType<string>());

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

    private static void About(PlanPage page, ExportTable table, bool isWhole, SheetWriter sheet)
    {
        sheet.Start([48, 90], isFrozen: false);
        foreach (var words in new[] { page.Plan.Title, page.Plan.PeriodText, ExportTexts.Answers(page), ExportTexts.AsAt(page), ExportTexts.Filtered(page) }.OfType<string>())
        {
            sheet.Row([words]);
        }

        sheet.Row([ExportTexts.Carries(isWhole)]);
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
