using System.Globalization;
using CsvHelper;
using InspectionPortal.PlanDocuments.Formats;
using InspectionPortal.PlanDocuments.PortalFormat;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>
/// The plan as comma-separated values: UTF-8 with its mark, RFC 4180, a row a project, no cell a formula. The copy for importing it again
/// stands in columns after all others, as many pieces in a row as it has columns.
/// </summary>
internal static class CsvExport
{
    private static readonly CsvWriterOptions WithMark = new() { WriteByteOrderMark = true };

    /// <summary>More pieces than these go to the next row.</summary>
    private const int MostCopyColumns = 8;

    public static void Write(PlanPage page, PlanCopy? copy, Stream stream)
    {
        var table = new ExportTable(page);
        var pieces = copy is null || table.Rows.Count == 0 ? [] : PlanCopyCarrier.Pieces(copy.Pack());
        var least = (pieces.Count + table.Rows.Count - 1) / Math.Max(1, table.Rows.Count);
        var across = Math.Max(Math.Min(MostCopyColumns, pieces.Count), least);
        var left = new Queue<string>(pieces);
        using var csv = CsvWriter.Create(stream, WithMark, leaveOpen: true);
        var headers = table.Columns.Select(c => FormulaInjectionGuard.Of(c.Header));
        csv.WriteRecord([.. headers, .. Enumerable.Range(1, across).Select(CopyHeader)]);
        foreach (var row in table.Rows)
        {
            var copied = Enumerable.Range(0, across).Select(_ => left.TryDequeue(out var piece) ? piece : string.Empty);
            csv.WriteRecord([.. table.Columns.Select(c => Cell(table, c, row)), .. copied]);
        }
    }

    private static string CopyHeader(int number) =>
        number == 1 ? PlanCopyCarrier.Header : string.Create(CultureInfo.InvariantCulture, $"{PlanCopyCarrier.Header} {number}");

    private static string Cell(ExportTable table, ExportColumn column, ExportRow row) => column.IsDate
        ? column.Date(row.Project)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty
        : FormulaInjectionGuard.Of(XmlText.Clean(column.Text(table.Cells, row)));
}
