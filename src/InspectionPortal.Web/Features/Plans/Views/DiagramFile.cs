using System.Globalization;
using InspectionPortal.Web.Components.Diagrams;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The diagram as a file of its own: everything it needs is in it, and it leads nowhere.</summary>
public sealed class DiagramFile(DiagramDrawing drawing, string title)
{
    private const double Margin = 20;

    public override string ToString()
    {
        var svg = new DiagramSvg(drawing, address: null);
        var width = drawing.Tree.Width + (2 * Margin);
        var height = drawing.Tree.Height + DiagramSvg.HeadHeight + (2 * Margin);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="{width:0.#}" height="{height:0.#}" viewBox="{-Margin:0.#} {-Margin:0.#} {width:0.#} {height:0.#}" role="img">
            <title>{DiagramSvg.Escaped(title)}</title>
            <rect x="{-Margin:0.#}" y="{-Margin:0.#}" width="{width:0.#}" height="{height:0.#}" fill="#fff"/>
            <g>{svg.Heads()}</g>
            <g transform="translate(0 {DiagramSvg.HeadHeight:0.#})">{svg.Body()}</g>
            </svg>

            """);
    }
}
