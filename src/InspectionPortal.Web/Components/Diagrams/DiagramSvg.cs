using System.Globalization;
using System.Text;
using System.Xml;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Components.TagHelpers;
using Microsoft.AspNetCore.Html;

namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>
/// Draws the diagram with presentation attributes alone: the same in a page under its content security policy, on paper, and in a
/// file without a style sheet. Every word of the plan passes through <see cref="Escaped"/>.
/// </summary>
/// <param name="drawing">What is drawn.</param>
/// <param name="address">Turns an address below the partnership into a link; null draws without links.</param>
public sealed class DiagramSvg(DiagramDrawing drawing, Func<string, string>? address)
{
    /// <summary>Height of the line of column headers.</summary>
    public const double HeadHeight = 44;

    public const string Font = "Arial, Helvetica, Liberation Sans, sans-serif";

    private const string Ink = "#0b0c0c";
    private const string Quiet = "#484949";
    private const string Navy = "#10233f";
    private const string Control = "#7b8896";
    private const double Baseline = 15;
    private const double Stripe = 6;
    private const double ShapeLeft = 17;
    private const double ShapeSize = 12;
    private const double Radius = 7;
    private const double HalfLine = 1;

    private readonly StringBuilder _text = new();

    /// <summary>The column headers, in a strip of <see cref="HeadHeight"/>.</summary>
    public HtmlString Heads()
    {
        _text.Clear();
        foreach (var column in drawing.Columns)
        {
            var words = NodeLayout.Wrap(column.Words, column.Place.Width, NodeLayout.TextSize, isBold: true, 1);
            Text(column.Place.X, Baseline, words.Count == 0 ? string.Empty : words[0], Navy, isBold: true);
            _text.Append(Inv($"""<path d="M{column.Place.X:0.#} 26h{column.Place.Width:0.#}" stroke="{Navy}" stroke-width="2" fill="none"/>"""));
        }

        return new HtmlString(_text.ToString());
    }

    /// <summary>Lines and nodes; the drawing begins at 0,0.</summary>
    public HtmlString Body()
    {
        _text.Clear();
        var nodes = drawing.Root.All().ToDictionary(n => n.Key);
        foreach (var edge in drawing.Tree.Edges)
        {
            Edge(edge, nodes[edge.To].IsInferred);
        }

        foreach (var placed in drawing.Tree.Nodes.OrderBy(n => n.Key))
        {
            Node(nodes[placed.Key], placed, drawing.Faces[placed.Key]);
        }

        return new HtmlString(_text.ToString());
    }

    /// <summary>Text as XML, without the characters that XML cannot hold.</summary>
    public static string Escaped(string text) =>
        System.Security.SecurityElement.Escape(new string([.. text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))])) ?? string.Empty;

    private void Edge(PlacedEdge edge, bool isInferred)
    {
        var (down, radius) = (Math.Sign(edge.Y2 - edge.Y1), Math.Min(Radius, Math.Abs(edge.Y2 - edge.Y1) / 2));
        var path = radius < HalfLine
            ? Inv($"M{edge.X1:0.#} {edge.Y1:0.#}L{edge.X2:0.#} {edge.Y2:0.#}")
            : Inv($"M{edge.X1:0.#} {edge.Y1:0.#}H{edge.TurnX - radius:0.#}q{radius:0.#} 0 {radius:0.#} {down * radius:0.#}V{edge.Y2 - (down * radius):0.#}q0 {down * radius:0.#} {radius:0.#} {down * radius:0.#}H{edge.X2:0.#}");
        var dashes = isInferred ? " stroke-dasharray=\"4 3\"" : string.Empty;
        _text.Append($"""<path class="p-diagram__edge" d="{path}" fill="none" stroke="{Control}" stroke-width="1.5"{dashes}/>""");
    }

    private void Node(DiagramNode node, PlacedNode at, NodeLayout face)
    {
        var said = Escaped(node.Said);
        _text.Append(address is null
            ? $"<g><title>{said}</title>"
            : $"""<a class="p-diagram__node" href="{Escaped(address(node.Href))}"><title>{said}</title>""");
        _text.Append(Inv($"""<rect class="p-diagram__box" x="{at.X + .5:0.##}" y="{at.Y + .5:0.##}" width="{at.Width - 1:0.##}" height="{at.Height - 1:0.##}" fill="#fff" stroke="{Control}"/>"""));
        if (node.Rating is { } rating)
        {
            Mark(rating, at);
        }

        Words(node, at, face);
        _text.Append(address is null ? "</g>" : "</a>");
    }

    /// <summary>The stripe and shape of a rating; not rated is a dashed stripe and a dashed ring.</summary>
    private void Mark(Rating rating, PlacedNode at)
    {
        var colour = RatingShape.MarkOf(rating);
        var isRated = rating != Rating.NotRated;
        _text.Append(isRated
            ? Inv($"""<rect x="{at.X:0.##}" y="{at.Y:0.##}" width="{Stripe}" height="{at.Height:0.##}" fill="{colour}"/>""")
            : Inv($"""<path d="M{at.X + Stripe:0.##} {at.Y + 1:0.##}v{at.Height - 2:0.##}" stroke="{colour}" stroke-dasharray="3 3" fill="none"/>"""));
        _text.Append(Inv($"""<g transform="translate({at.X + ShapeLeft:0.##} {at.Middle - (ShapeSize / 2):0.##})" fill="{colour}" stroke="none">"""))
            .Append(isRated ? RatingShape.Outline(rating.Shape) : $"""<circle cx="6" cy="6" r="5" fill="none" stroke="{colour}" stroke-width="1.5" stroke-dasharray="2.2 1.7"/>""")
            .Append("</g>");
    }

    /// <summary>The shape of a signal before its words.</summary>
    private void SignalMark(SignalKind kind, double x, double y)
    {
        var colour = RatingShape.MarkOf(new Rating("signal", string.Empty, string.Empty, SignalLabels.Colour(kind), SignalLabels.Shape(kind), 0));
        _text.Append(Inv($"""<g transform="translate({x:0.##} {y:0.##})" fill="{colour}" stroke="{colour}" stroke-width="0">{RatingShape.Outline(SignalLabels.Shape(kind))}</g>"""));
    }

    private void Words(DiagramNode node, PlacedNode at, NodeLayout face)
    {
        var left = at.X + NodeLayout.TextLeft(node.Level);
        var y = at.Middle - (face.MainHeight() / 2);
        for (var i = 0; i < face.Lines.Count; i++, y += NodeLayout.TextLine)
        {
            Line(node, left, y + Baseline, face.Lines[i], isFirst: i == 0);
        }

        for (var i = 0; i < face.Facts.Count; i++, y += NodeLayout.TextLine)
        {
            var isSignal = node.Signal is not null && i == face.Facts.Count - 1;
            if (isSignal)
            {
                SignalMark(node.Signal!.Value, left, y + 4);
            }

            Text(left + (isSignal ? NodeLayout.SignalRoom : 0), y + Baseline, face.Facts[i], Ink, isSignal);
        }

        var right = at.Right - NodeLayout.Right;
        var below = face.AreMeasuresBeside ? at.Middle - (face.Measure.Count * NodeLayout.SmallLine / 2) : y;
        foreach (var measure in face.Measure)
        {
            Small(face.AreMeasuresBeside ? right : left, below + Baseline - 2, measure, face.AreMeasuresBeside);
            below += NodeLayout.SmallLine;
        }

        right -= face.AreMeasuresBeside ? NodeLayout.MeasureWidth + NodeLayout.Right : 0;
        y += (face.AreMeasuresBeside ? 0 : face.Measure.Count * NodeLayout.SmallLine) + NodeLayout.ChipGap;
        Chips(node, face, at.Middle, left, y, right);
    }

    private void Chips(DiagramNode node, NodeLayout face, double middle, double left, double below, double right)
    {
        var top = face.AreChipsBeside ? middle - (face.ChipsHeight() / 2) : below;
        for (var i = 0; i < face.ChipWidths.Count; i++, top += NodeLayout.ChipHeight + NodeLayout.ChipGap)
        {
            var x = face.AreChipsBeside ? right - face.ChipWidths[i] : left;
            var dashes = node.Answers[i].IsInferred ? " stroke-dasharray=\"4 3\"" : string.Empty;
            _text.Append(Inv($"""<rect x="{x + .5:0.##}" y="{top + .5:0.##}" width="{face.ChipWidths[i] - 1:0.##}" height="{NodeLayout.ChipHeight - 1:0.##}" fill="#fff" stroke="{Quiet}"{dashes}/>"""));
            _text.Append(Inv($"""<text x="{x + (face.ChipWidths[i] / 2):0.##}" y="{top + 17:0.##}" font-family="{Font}" font-size="{NodeLayout.SmallSize}" text-anchor="middle" fill="{Ink}">{Escaped(node.Answers[i].Words)}</text>"""));
        }
    }

    /// <summary>A line of a name; a project's number is bold before its words.</summary>
    private void Line(DiagramNode node, double x, double y, string line, bool isFirst)
    {
        if (node.Level == DiagramLevel.Project && isFirst && node.Number is { } number && line.StartsWith(number, StringComparison.Ordinal))
        {
            _text.Append(Inv($"""<text x="{x:0.##}" y="{y:0.##}" font-family="{Font}" font-size="{NodeLayout.TextSize}" fill="{Ink}"><tspan font-weight="700">{Escaped(number)}</tspan>{Escaped(line[number.Length..])}</text>"""));
        }
        else
        {
            Text(x, y, line, Ink, node.Level != DiagramLevel.Project);
        }
    }

    private void Text(double x, double y, string words, string colour, bool isBold) =>
        _text.Append(Inv($"""<text x="{x:0.##}" y="{y:0.##}" font-family="{Font}" font-size="{NodeLayout.TextSize}" fill="{colour}"{(isBold ? " font-weight=\"700\"" : "")}>{Escaped(words)}</text>"""));

    private void Small(double x, double y, string words, bool isAtEnd) =>
        _text.Append(Inv($"""<text x="{x:0.##}" y="{y:0.##}" font-family="{Font}" font-size="{NodeLayout.SmallSize}" fill="{Quiet}"{(isAtEnd ? " text-anchor=\"end\"" : "")}>{Escaped(words)}</text>"""));

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
