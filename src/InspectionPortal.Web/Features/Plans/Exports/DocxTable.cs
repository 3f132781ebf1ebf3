using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.PlanDocuments.Formats;
using InspectionPortal.PlanDocuments.PortalFormat;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>Writes the table of the plan, a row at a time.</summary>
internal sealed class DocxTable(PlanPage page, DocxText text)
{
    public const string HeaderFill = "12233F";

    private const int Across = 15398;
    private const int NumberWidth = 600;
    private const int LongWord = 10;
    private const int LetterWidth = 92;
    private const int CellMargins = 170;

    private readonly OpenXmlWriter _writer = text.Writer;
    private readonly PlanHeader _header = page.Header;
    private readonly ExportCells _cells = new(page);
    private readonly int[] _widths = Widths(page.Layout);

    public void Write()
    {
        _writer.WriteStartElement(new Table());
        _writer.WriteElement(new TableProperties(
            new TableStyle { Val = "PlanTable" },
            new TableWidth { Width = $"{Across}", Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCaption { Val = XmlText.Clean(page.Plan.Title) },
            new TableDescription { Val = XmlText.Clean(DocxMarkers.Describe(page.Layout, page.Vocabulary)) }));
        _writer.WriteElement(new TableGrid(_widths.Select(w => new GridColumn { Width = $"{w}" })));
        Header(_header.Top, isTop: true);
        if (_header.HasTwoLevels)
        {
            Header(_header.Below, isTop: false);
        }

        foreach (var aim in page.Aims)
        {
            Aim(aim);
        }

        _writer.WriteEndElement();
    }

    private static int[] Widths(PlanLayout layout)
    {
        var weights = layout.Columns.Select(c => c.Field switch
        {
            PlanField.Number => 0.6,
            PlanField.Status or PlanField.Rating or PlanField.Recommendations or PlanField.Reference or PlanField.Forecast => 1.2,
            PlanField.Deadline or PlanField.Leads => 1.5,
            PlanField.Updates => 4,
            PlanField.What => 2.6,
            _ => 2.4,
        }).ToList();
        var least = layout.Columns.Select(c => c.Field == PlanField.Number ? NumberWidth : Least(c.Label ?? string.Empty)).ToList();
        var room = Math.Max(0, Across - least.Sum());
        var found = weights.Select((w, i) => least[i] + (int)(w / weights.Sum() * room)).ToArray();
        if (least.Sum() > Across)
        {
            found = [.. least.Select(l => l * Across / least.Sum())];
        }

        found[^1] += Across - found.Sum();
        return found;
    }

    /// <summary>Room for the longest word of a header, and for the long words that cells hold.</summary>
    private static int Least(string label) => (Math.Max(LongWord, label.Split([' ', '/']).Max(w => w.Length)) * LetterWidth) + CellMargins;

    private void Header(IReadOnlyList<PlanHeading> line, bool isTop)
    {
        _writer.WriteStartElement(new TableRow());
        _writer.WriteElement(new TableRowProperties(new CantSplit(), new TableHeader()));
        if (isTop)
        {
            var at = 0;
            foreach (var cell in line)
            {
                Head(cell, _widths[at..(at + cell.Span)].Sum(), cell.Rows > 1 ? MergedCellValues.Restart : null, isWritten: true);
                at += cell.Span;
            }
        }
        else
        {
            for (var i = 0; i < _header.Columns.Count; i++)
            {
                var isOwn = _header.Columns[i].Group is not null;
                Head(_header.Columns[i], _widths[i], isOwn ? null : MergedCellValues.Continue, isOwn);
            }
        }

        _writer.WriteEndElement();
    }

    private void Head(PlanHeading cell, int width, MergedCellValues? merge, bool isWritten)
    {
        Start(width, cell.Span, HeaderFill, merge);
        text.Paragraph("PlanHeader", isWritten ? $"{cell.Label}{cell.Mark}" : string.Empty);
        _writer.WriteEndElement();
    }

    private void Aim(PlanAim aim)
    {
        var (vocabulary, layout) = (page.Vocabulary, page.Layout);
        Banner(ExportedHeaders.AimFill, () =>
        {
            text.Paragraph("PlanAim", new DocxRun($"{vocabulary.StretchAimWord} {aim.Number}. {StepLine.Normal(aim.Statement).ReplaceLineEndings(" ")}", IsBold: true));
            if (layout.ShowVision && aim.Vision is { } vision)
            {
                text.Paragraph("PlanAim", $"{DocxMarkers.Vision}{StepLine.Normal(vision)}");
            }

            if (layout.ShowKeyOutcomes && aim.KeyOutcomes.Count > 0)
            {
                text.Paragraph("PlanAim", DocxMarkers.KeyOutcomes);
                foreach (var outcome in aim.KeyOutcomes)
                {
                    text.Paragraph("PlanAim", 1, 0, StepLine.Normal(outcome).ReplaceLineEndings(" "));
                }
            }
        });
        foreach (var band in aim.Bands(page.Filter.IsEmpty))
        {
            if (layout.ShowDrivers && band.Driver is { } driver)
            {
                Banner(driver.IsSecondary ? ExportedHeaders.SecondaryFill : ExportedHeaders.DriverFill, () => text.Paragraph(
                    "PlanAim", $"{DocxMarkers.Driver(vocabulary, driver.IsSecondary)}: {StepLine.Normal(driver.Text).ReplaceLineEndings(" ")}"));
            }

            else if (layout.ShowDrivers && band.Driver is null && aim.Drivers.Count > 0)
            {
                Banner(ExportedHeaders.DriverFill, () => text.Paragraph("PlanAim", $"{vocabulary.KeyDriverWord}: {DocxMarkers.NoDriver}"));
            }

            foreach (var row in band.Projects)
            {
                Row(row);
            }
        }
    }

    private void Banner(string fill, Action write)
    {
        StartRow();
        Start(Across, _header.Columns.Count, fill, null);
        write();
        _writer.WriteEndElement();
        _writer.WriteEndElement();
    }

    private void Row(PlanProject row)
    {
        StartRow();
        for (var i = 0; i < _header.Columns.Count; i++)
        {
            var field = _header.Columns[i].Field.GetValueOrDefault();
            Start(_widths[i], 1, null, null);
            if (field == PlanField.What)
            {
                What(row);
            }
            else if (field == PlanField.Rating && !row.IsNoActionNeeded)
            {
                text.Paragraph("PlanCell",
                    new DocxRun($"{RatingSigns.Sign(row.Rating)} {row.Rating.Name}", IsBold: true, Colour: RatingSigns.Ink(row.Rating)));
            }
            else
            {
                text.Cell(_cells.Lines(row, field));
            }

            _writer.WriteEndElement();
        }

        _writer.WriteEndElement();
    }

    private void What(PlanProject row)
    {
        text.Paragraph("PlanCell", new DocxRun(DocxMarkers.Title(page.Layout, row.Number, row.Title), IsBold: true));
        if (row.OwnWords is { } words)
        {
            text.Cell(PlainText.Lines(words));
        }

        if (DocxStateLine.Of(page, _cells, row) is { Length: > 0 } state)
        {
            text.Paragraph("PlanState", state);
        }
    }

    private void StartRow()
    {
        _writer.WriteStartElement(new TableRow());
        _writer.WriteElement(new TableRowProperties([new CantSplit()]));
    }

    private void Start(int width, int span, string? fill, MergedCellValues? merge)
    {
        var properties = new TableCellProperties([new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }]);
        if (span > 1)
        {
            properties.AppendChild(new GridSpan { Val = span });
        }

        if (merge is { } part)
        {
            properties.AppendChild(new VerticalMerge { Val = part });
        }

        if (fill is not null)
        {
            properties.AppendChild(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        }

        _writer.WriteStartElement(new TableCell());
        _writer.WriteElement(properties);
    }
}
