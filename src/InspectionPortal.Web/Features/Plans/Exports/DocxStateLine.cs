using InspectionPortal.Domain.Partnerships;
using InspectionPortal.PlanDocuments.PortalFormat;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>The small line under a title in a Word file.</summary>
internal static class DocxStateLine
{
    /// <summary>"Status: In progress · Rating: At risk": what the portal knows of a project and its columns do not show.</summary>
    public static string Of(PlanPage page, ExportCells cells, PlanProject row)
    {
        var said = DocxMarkers.States.Where(s => !page.Layout.Has(s.Field) && !(s.Field == PlanField.Number && DocxMarkers.StandsBefore(page.Layout, row.Number)))
            .Select(s => (s.Word, Text: ExportCells.Text(cells.Lines(row, s.Field)).ReplaceLineEndings("; ")))
            .Append((Word: DocxMarkers.Reason, Text: ExportCells.Detail(page.Aims[0], null, row, ExportedDetail.Reason)?.ReplaceLineEndings(" ") ?? string.Empty));
        return string.Join(DocxMarkers.Between, said.Where(s => s.Text.Length > 0).Select(s => $"{s.Word}: {s.Text}"));
    }
}
