using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Formats;

/// <summary>Writes paragraphs.</summary>
internal sealed class DocxText(OpenXmlWriter writer)
{
    public OpenXmlWriter Writer => writer;

    /// <summary>A paragraph; of several lines within it one below the other.</summary>
    public void Paragraph(string style, params DocxRun[] runs) => Paragraph(style, 0, 0, runs);

    /// <summary>An entry of a list.</summary>
    /// <param name="style">How it looks.</param>
    /// <param name="list">1 for bullets in cells, 2 for bullets and 3 for numbers in the text; 0 for no list.</param>
    /// <param name="level">0 and more.</param>
    /// <param name="runs">Its words.</param>
    public void Paragraph(string style, int list, int level, params DocxRun[] runs)
    {
        var properties = new ParagraphProperties([new ParagraphStyleId { Val = style }]);
        if (list > 0)
        {
            properties.AppendChild(new NumberingProperties([new NumberingLevelReference { Val = Math.Min(level, 2) }, new NumberingId { Val = list }]));
        }

        var paragraph = new Paragraph([properties]);
        foreach (var run in runs.Where(r => r.Text.Length > 0))
        {
            paragraph.AppendChild(Run(run));
        }

        writer.WriteElement(paragraph);
    }

    /// <summary>The lines of a cell; it has a paragraph even where nothing is said.</summary>
    public void Cell(IReadOnlyList<SourceLine> lines, string style = "PlanCell")
    {
        foreach (var line in lines)
        {
            if (line.Marker == DocxNumbering.Bullet)
            {
                Paragraph("PlanList", 1, line.Level - 1, line.Text);
            }
            else
            {
                Paragraph(style, line.Marker is null ? line.Text : $"{line.Marker} {line.Text}");
            }
        }

        if (lines.Count == 0)
        {
            Paragraph(style);
        }
    }

    private static Run Run(DocxRun words)
    {
        var run = new Run();
        if (words.IsBold || words.IsItalic || words.Colour is not null)
        {
            var properties = new RunProperties();
            if (words.IsBold)
            {
                properties.AppendChild(new Bold());
            }

            if (words.IsItalic)
            {
                properties.AppendChild(new Italic());
            }

            if (words.Colour is not null)
            {
                properties.AppendChild(new Color { Val = words.Colour });
            }

            run.AppendChild(properties);
        }

        var lines = XmlText.Clean(words.Text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.AppendChild(new Break());
            }

            run.AppendChild(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }
}
