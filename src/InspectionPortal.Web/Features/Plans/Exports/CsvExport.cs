using System.Globalization;
using CsvHelper;
using InspectionPortal.PlanDocuments.Formats;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>The plan as comma-separated values: UTF-8 with its mark, RFC 4180, a row a project, no cell a formula.</summary>
internal static class CsvExport
{
    private static readonly CsvWriterOptions WithMark = new() { WriteByteOrderMark = true };

    public static void Write(PlanPage page, Stream stream)
    {
        var table = new ExportTable(page);
        using var csv = CsvWriter.Create(stream, WithMark, leaveOpen: true);
        csv.WriteRecord([.. table.Columns.Select(c => FormulaInjectionGuard.Of(c.Header))]);
        foreach (var row in table.Rows)
        {
            csv.WriteRecord([.. table.Columns.Select(c => Cell(table, c, row))]);
        }
    }

    private static string Cell(ExportTable table, ExportColumn column, ExportRow row) => column.IsDate
        ? column.Date(row.Project)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty
        : FormulaInjectionGuard.Of(XmlText.Clean(column.Text(table.Cells, row)));
}
