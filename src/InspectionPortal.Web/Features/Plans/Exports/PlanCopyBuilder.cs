using InspectionPortal.Domain.Partnerships;
using InspectionPortal.PlanDocuments.PortalFormat;
using InspectionPortal.PlanDocuments.Reading;
using InspectionPortal.Web.Data.Rows;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>Makes the copy of a plan that goes with its file, with a mark of every cell that the file has.</summary>
internal static class PlanCopyBuilder
{
    /// <summary>Details whose cells are left to the copy where nobody changed them.</summary>
    private static readonly ExportedDetail[] Details =
        [ExportedDetail.OwnWords, ExportedDetail.EachLead, ExportedDetail.EachOwner, ExportedDetail.Reason, ExportedDetail.Unclear];

    public static PlanCopy? Build(PlanPage page, PlanCopySettings settings, CopyRows rows)
    {
        var table = new ExportTable(page);
        var cells = new PlanCopyCells();
        foreach (var aim in page.Aims)
        {
            cells.Add(PlanCopyCells.KeyOfAim(aim.Number), nameof(ExportedDetail.Vision), PlainText.Lines(aim.Vision ?? string.Empty));
        }

        foreach (var row in table.Rows)
        {
            foreach (var field in Enum.GetValues<PlanField>())
            {
                Add(cells, row, field.ToString(), table.Cells.Lines(row.Project, field));
            }

            foreach (var detail in Details)
            {
                var text = ExportCells.Detail(row.Aim, row.Driver, row.Project, detail);
                Add(cells, row, detail.ToString(), PlainText.Lines(text ?? string.Empty));
            }
        }

        return PlanCopy.Of(new PlanCopyContent(
            DocxMarkers.Describe(page.Layout, page.Vocabulary),
            settings,
            cells,
            rows.ByName()));
    }

    /// <summary>A cell that is too long for a spreadsheet is marked as it is there, too.</summary>
    private static void Add(PlanCopyCells cells, ExportRow row, string column, IReadOnlyList<SourceLine> lines)
    {
        cells.Add(row.Project.Number, column, lines);
        if (ExportCells.Text(lines) is { Length: > SheetWriterLength } text)
        {
            cells.Add(row.Project.Number, column, PlainText.Lines(Domain.Text.EnglishText.CutKeepingLines(text, SheetWriterLength)));
        }
    }

    private const int SheetWriterLength = PlanDocuments.Formats.SheetWriter.CellLength;
}
