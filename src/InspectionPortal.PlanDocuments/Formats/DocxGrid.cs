using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace InspectionPortal.PlanDocuments.Formats;

/// <summary>Writes a table with a header row that stands on every page, a row at a time.</summary>
internal sealed class DocxGrid
{
    private const string HeaderFill = "12233F";
    private const string BandFill = "E8EDF3";
    private const int Across = 15398;

    private readonly DocxText _text;
    private readonly int[] _widths;

    /// <summary>Begins a table.</summary>
    /// <param name="text">Where it stands.</param>
    /// <param name="caption">What it is, for those who hear the page.</param>
    /// <param name="columns">The headers, with how wide each column is against the others.</param>
    public DocxGrid(DocxText text, string caption, params (string Header, double Weight)[] columns)
    {
        _text = text;
        var all = columns.Sum(c => c.Weight);
        _widths = [.. columns.Select(c => (int)(Across * c.Weight / all))];
        var writer = text.Writer;
        writer.WriteStartElement(new Table());
        writer.WriteElement(new TableProperties(
            new TableStyle { Val = "PlanTable" },
            new TableWidth { Width = $"{_widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCaption { Val = XmlText.Clean(caption) }));
        writer.WriteElement(new TableGrid(_widths.Select(w => new GridColumn { Width = $"{w}" })));
        StartRow(new CantSplit(), new TableHeader());
        for (var i = 0; i < columns.Length; i++)
        {
            Start(_widths[i], 1, HeaderFill);
            text.Paragraph("PlanHeader", columns[i].Header);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    /// <summary>A row; each cell is a paragraph for each of its lines.</summary>
    public void Row(params DocxRun?[] cells)
    {
        StartRow(new CantSplit());
        for (var i = 0; i < _widths.Length; i++)
        {
            Start(_widths[i], 1, null);
            var run = i < cells.Length ? cells[i] : null;
            foreach (var line in (run?.Text ?? string.Empty).ReplaceLineEndings("\n").Split('\n'))
            {
                _text.Paragraph("PlanCell", (run ?? string.Empty) with { Text = line });
            }

            _text.Writer.WriteEndElement();
        }

        _text.Writer.WriteEndElement();
    }

    /// <summary>A row across all columns.</summary>
    public void Band(string words)
    {
        StartRow(new CantSplit());
        Start(_widths.Sum(), _widths.Length, BandFill);
        _text.Paragraph("PlanAim", new DocxRun(words, IsBold: true));
        _text.Writer.WriteEndElement();
        _text.Writer.WriteEndElement();
    }

    /// <summary>Ends the table.</summary>
    public void End()
    {
        _text.Writer.WriteEndElement();
        _text.Paragraph("PlanQuiet");
    }

    private void StartRow(params OpenXmlElement[] properties)
    {
        _text.Writer.WriteStartElement(new TableRow());
        _text.Writer.WriteElement(new TableRowProperties(properties));
    }

    private void Start(int width, int span, string? fill)
    {
        var properties = new TableCellProperties([new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }]);
        if (span > 1)
        {
            properties.AppendChild(new GridSpan { Val = span });
        }

        if (fill is not null)
        {
            properties.AppendChild(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        }

        _text.Writer.WriteStartElement(new TableCell());
        _text.Writer.WriteElement(properties);
    }
}
