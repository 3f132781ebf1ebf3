using System.Globalization;
using System.Text;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Components.Charts;
using InspectionPortal.Web.Components.Diagrams;

namespace InspectionPortal.Web.Features.Measures.Charts;

/// <summary>The chart as a file of its own: title, sentence, chart, notes. Everything it needs is in it, and it leads nowhere.</summary>
public sealed class ChartFile(MeasureChart chart)
{
    private const double Margin = 20;
    private const double LineHeight = 22;
    private const int TitleSize = 19;
    private const int TextSize = 14;

    public override string ToString()
    {
        var svg = new ChartSvg(chart, ChartSize.Wide);
        var width = svg.Frame.Size.Width;
        var head = new StringBuilder();
        var y = 18d;
        y = Lines(head, chart.Source.Title, y, TitleSize, isBold: true, width);
        y = Lines(head, chart.Source.IsIllustrative ? $"{ChartSvg.Illustrative}. {chart.Sentence}" : chart.Sentence, y, TextSize, isBold: false, width);
        var top = y;
        y += svg.Frame.Height + LineHeight;
        var foot = new StringBuilder();
        for (var i = 0; i < chart.Source.Notes.Count; i++)
        {
            var note = chart.Source.Notes[i];
            y = Lines(foot, $"{ChartSvg.Letter(i)}  {DateFormat.Full(note.Date)}: {note.Text}", y, TextSize, isBold: false, width);
        }

        foreach (var phase in chart.Source.Phases)
        {
            y = Lines(foot, $"Rebased {DateFormat.Full(phase.Date)}: {phase.Text}", y, TextSize, isBold: false, width);
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="{width + (2 * Margin):0.#}" height="{y + (2 * Margin):0.#}" viewBox="{-Margin:0.#} {-Margin:0.#} {width + (2 * Margin):0.#} {y + (2 * Margin):0.#}" role="img">
            <title>{DiagramSvg.Escaped(chart.Source.Title)}</title>
            <desc>{DiagramSvg.Escaped(svg.Description())}</desc>
            <rect x="{-Margin:0.#}" y="{-Margin:0.#}" width="{width + (2 * Margin):0.#}" height="{y + (2 * Margin):0.#}" fill="#fff"/>
            {head}
            <g transform="translate(0 {top:0.#})">{svg.Drawing()}</g>
            {foot}
            </svg>

            """);
    }

    private static double Lines(StringBuilder into, string words, double y, int size, bool isBold, double width)
    {
        foreach (var line in TextWidth.Wrap(words, width, size, isBold, 6))
        {
            into.Append(CultureInfo.InvariantCulture, $"""<text x="0" y="{y:0.#}" font-family="{DiagramSvg.Font}" font-size="{size}" fill="#0b0c0c"{(isBold ? " font-weight=\"700\"" : "")}>{DiagramSvg.Escaped(line)}</text>""");
            y += LineHeight;
        }

        return y;
    }
}
