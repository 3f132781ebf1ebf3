using System.Globalization;
using System.Text;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting.Comparisons;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Components.Diagrams;
using InspectionPortal.Web.Components.TagHelpers;
using Microsoft.AspNetCore.Html;

namespace InspectionPortal.Web.Components.Charts;

/// <summary>
/// A bar for each quarter, the oldest at the top, parted by rating. Each part has the rating's colour, its shape and its number, so the
/// picture can be read in black and white. Presentation attributes alone, as in <see cref="ChartSvg"/>.
/// </summary>
/// <param name="group">What is drawn.</param>
/// <param name="name">What it is called.</param>
/// <param name="width">How wide; letters keep their size.</param>
public sealed class RatingTrendSvg(TrendGroup group, string name, double width)
{
    public const double Wide = 1200;
    public const double Narrow = 343;

    private const string Ink = "#0b0c0c";
    private const string White = "#ffffff";
    private const double RowHeight = 52;
    private const double BarTop = 20;
    private const double BarHeight = 24;
    private const double Gap = 2;

    /// <summary>So wide that the shape fits.</summary>
    private const double LeastPart = 18;

    /// <summary>Room for the shape with its margins, and for each digit of the number beside it.</summary>
    private const double BesideNumber = 26;
    private const double Digit = 8;

    private readonly StringBuilder _text = new();

    /// <summary>The whole picture, for a page.</summary>
    /// <param name="id">Of its title and description, unique in the page.</param>
    public HtmlString Picture(string id)
    {
        _text.Clear();
        var height = (group.Quarters.Count * RowHeight) - 6;
        _text.Append(Inv($"""<svg class="p-chart" width="{width:0.#}" height="{height:0.#}" """))
            .Append(Inv($"""viewBox="0 0 {width:0.#} {height:0.#}" role="img" aria-labelledby="{id}t {id}d">"""))
            .Append($"""<title id="{id}t">{DiagramSvg.Escaped($"{name}: ratings by quarter")}</title>""")
            .Append($"""<desc id="{id}d">{DiagramSvg.Escaped(Description())}</desc>""");
        for (var i = 0; i < group.Quarters.Count; i++)
        {
            Row(group.Quarters[i], i * RowHeight);
        }

        return new HtmlString(_text.Append("</svg>").ToString());
    }

    /// <summary>What a screen reader says of the picture: the newest quarter; the table has them all.</summary>
    public string Description()
    {
        if (group.Quarters.Count == 0 || group.Quarters[^1] is not { Total: > 0 } last)
        {
            return "No projects in the newest quarter. The table has every number.";
        }

        var counts = last.Ratings.Where(r => r.Count > 0).Select(r => $"{r.Count} {EnglishText.Within(r.Rating.Name)}").ToList();
        return $"{last.Title}: {EnglishText.List(counts)}. The table has every number.";
    }

    private void Row(TrendQuarter quarter, double top)
    {
        Text(0, top + 14, quarter.Title, Ink, isBold: true);
        var parts = quarter.Ratings.Where(r => r.Count > 0).ToList();
        if (parts.Count == 0)
        {
            Text(0, top + BarTop + 17, "No projects", Ink, isBold: false);
            return;
        }

        var x = 0.0;
        foreach (var (part, room) in parts.Zip(Widths(parts)))
        {
            Part(part, x, top + BarTop, room - Gap);
            x += room;
        }
    }

    /// <summary>Shares of the whole width, none so small that its shape has no room; the widest gives way.</summary>
    private List<double> Widths(List<RatingCount> parts)
    {
        var total = parts.Sum(p => p.Count);
        var shares = parts.Select(p => Math.Max(LeastPart, (width + Gap) * p.Count / total)).ToList();
        shares[shares.IndexOf(shares.Max())] -= shares.Sum() - (width + Gap);
        return shares;
    }

    private void Part(RatingCount part, double x, double y, double room)
    {
        var isRated = part.Rating != Rating.NotRated;
        var (colour, letters) = (RatingShape.MarkOf(part.Rating), isRated ? White : Ink);
        _text.Append(isRated
            ? Inv($"""<rect x="{x:0.##}" y="{y:0.##}" width="{room:0.##}" height="{BarHeight}" fill="{colour}"/>""")
            : Inv($"""<rect x="{x + .75:0.##}" y="{y + .75:0.##}" width="{room - 1.5:0.##}" height="{BarHeight - 1.5}" """)
                + $"""fill="{White}" stroke="{colour}" stroke-width="1.5" stroke-dasharray="4 3"/>""");
        var number = part.Count.ToString(CultureInfo.InvariantCulture);
        var hasNumber = room >= BesideNumber + (Digit * number.Length);
        var left = hasNumber ? x + 6 : x + ((room - 12) / 2);
        _text.Append(Inv($"""<g transform="translate({left:0.##} {y + 6:0.##})" fill="{letters}">"""))
            .Append(isRated ? RatingShape.Outline(part.Rating.Shape)
                : $"""<circle cx="6" cy="6" r="5" fill="none" stroke="{colour}" stroke-width="1.5" stroke-dasharray="2.2 1.7"/>""")
            .Append("</g>");
        if (hasNumber)
        {
            Text(left + 15, y + 17, number, letters, isBold: true);
        }
    }

    private void Text(double x, double y, string words, string colour, bool isBold)
    {
        var weight = isBold ? " font-weight=\"700\"" : string.Empty;
        _text.Append(Inv($"""<text x="{x:0.##}" y="{y:0.##}" font-size="{ChartSvg.LetterSize}" fill="{colour}"{weight}>"""))
            .Append(DiagramSvg.Escaped(words)).Append("</text>");
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
