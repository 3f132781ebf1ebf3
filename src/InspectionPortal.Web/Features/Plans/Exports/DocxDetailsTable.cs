using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using InspectionPortal.PlanDocuments.PortalFormat;
using InspectionPortal.PlanDocuments.Formats;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>
/// A second table: what the portal holds of a project and neither the partnership's columns nor the line under its title
/// show, such as sub-actions. With it nothing is lost when the file is imported again.
/// </summary>
internal sealed class DocxDetailsTable(PlanPage page, DocxText text)
{
    private static readonly int[] Widths = [1400, 2400, 11598];

    private readonly OpenXmlWriter _writer = text.Writer;

    public void Write()
    {
        var table = new ExportTable(page);
        var rows = table.Rows.SelectMany(r => Lacking(table, r).Select(l => (r.Project.Number, l.What, l.Lines))).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        text.Paragraph("Heading1", "Not in the columns above");
        _writer.WriteStartElement(new Table());
        _writer.WriteElement(new TableProperties(
            new TableStyle { Val = "PlanTable" },
            new TableWidth { Width = $"{Widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCaption { Val = "Not in the columns above" },
            new TableDescription { Val = DocxMarkers.More }));
        _writer.WriteElement(new TableGrid(Widths.Select(w => new GridColumn { Width = $"{w}" })));
        Row(isHeader: true, [.. DocxMarkers.MoreHeaders.Select(h => (IReadOnlyList<SourceLine>)[new SourceLine(h)])]);
        foreach (var (number, what, lines) in rows)
        {
            Row(isHeader: false, [new SourceLine(number)], [new SourceLine(what)], lines);
        }

        _writer.WriteEndElement();
        text.Paragraph("PlanQuiet");
    }

    private IEnumerable<(string What, IReadOnlyList<SourceLine> Lines)> Lacking(ExportTable table, ExportRow row)
    {
        foreach (var field in ExportTable.FurtherOf(page.Layout).Where(f => DocxMarkers.WordOf(f).Length == 0))
        {
            if (table.Cells.Lines(row.Project, field) is { Count: > 0 } lines)
            {
                yield return (ExportedHeaders.Of(field), lines);
            }
        }

        foreach (var detail in new[] { ExportedDetail.EachLead, ExportedDetail.EachOwner }.Where(d => ExportTable.IsNeeded(row, d)))
        {
            yield return (ExportedHeaders.Of(detail), PlainText.Lines(ExportCells.Detail(row.Aim, row.Driver, row.Project, detail)!));
        }
    }

    private void Row(bool isHeader, params IReadOnlyList<SourceLine>[] cells)
    {
        _writer.WriteStartElement(new TableRow());
        _writer.WriteElement(isHeader ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties([new CantSplit()]));
        for (var i = 0; i < cells.Length; i++)
        {
            _writer.WriteStartElement(new TableCell());
            var properties = new TableCellProperties([new TableCellWidth { Width = $"{Widths[i]}", Type = TableWidthUnitValues.Dxa }]);
            if (isHeader)
            {
                properties.AppendChild(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = DocxTable.HeaderFill });
            }

            _writer.WriteElement(properties);
            text.Cell(cells[i], isHeader ? "PlanHeader" : "PlanCell");
            _writer.WriteEndElement();
        }

        _writer.WriteEndElement();
    }
}
