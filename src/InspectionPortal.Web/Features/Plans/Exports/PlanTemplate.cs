using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Formats;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>An empty plan to fill in and import: one row for each project, in the partnership's words.</summary>
internal sealed class PlanTemplate(Vocabulary words, IReadOnlyList<Rating> key)
{
    private const int Rows = 12;

    private IReadOnlyList<(string Header, int Width, string Help)> Columns =>
    [
        (words.StretchAimWord, 30, "What it leads to. Write it in the first row and leave the rows below empty until it changes."),
        ("No.", 8, "For example 1.1"),
        ("Action", 44, $"The {EnglishText.Within(words.ImprovementProjectWord)}: what will be done"),
        ("Lead", 24, "A post or a group, not a name"),
        ("Deadline", 18, "A day, a month or words, such as March 2027 or ongoing"),
        ("How we will know it has worked", 36, "What will be different"),
        (EnglishText.Plural(words.MeasureWord), 30, "What is counted, one on each line"),
        ("Status", 18, "Not started, In progress, or Done"),
        ("Rating", 16, $"One of {EnglishText.List([.. key.OrderBy(r => r.Order).Select(r => r.Name)])}, or empty"),
        ("Progress so far", 44, "What has been done up to now"),
    ];

    public void WriteWord(Stream stream) => DocxPackage.Write(stream, "Plan to import", "Plan to import", text =>
    {
        text.Paragraph("Title", "Our plan");
        text.Paragraph("Normal", "Fill in a row for each action, then import the file. Nothing is saved before you have checked it.");
        var grid = new DocxGrid(text, "Plan", [.. Columns.Select(c => (c.Header, (double)c.Width))]);
        for (var i = 0; i < Rows; i++)
        {
            grid.Row();
        }

        grid.End();
        text.Paragraph("Heading1", "What belongs in each column");
        foreach (var column in Columns)
        {
            text.Paragraph("Normal", $"{column.Header}: {column.Help}");
        }
    });

    public void WriteExcel(Stream stream) => WorkbookPackage.Write(
        stream, "Plan to import",
        new WorkbookSheet("Plan", sheet =>
        {
            sheet.Start(Columns.Select(c => c.Width), isFrozen: true);
            sheet.Row(Columns.Select(c => c.Header), SheetWriter.Header);
            sheet.End(Columns.Count, "Our plan");
        })
        {
            RepeatsHeader = true,
        },
        new WorkbookSheet("How to fill it in", sheet =>
        {
            sheet.Start([100], isFrozen: false);
            sheet.Row(["Fill in a row for each action on the first sheet, then import the file. Nothing is saved before you have checked it."]);
            foreach (var column in Columns)
            {
                sheet.Row([$"{column.Header}: {column.Help}"]);
            }

            sheet.End(1, "How to fill it in");
        }));
}
