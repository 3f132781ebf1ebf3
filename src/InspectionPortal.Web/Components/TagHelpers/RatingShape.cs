using InspectionPortal.Domain.Ratings;
using Microsoft.AspNetCore.Html;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// Draws the shapes of ratings: inline SVG in the colour that the class around it gives, hidden from those who hear the page.
/// </summary>
public static class RatingShape
{
    /// <summary>The shape of a rating in its own colour, 11 px unless told; for legends and diagrams.</summary>
    /// <param name="rating">Whose shape.</param>
    /// <param name="size">Width and height in pixels.</param>
    public static IHtmlContent Coloured(Rating rating, int size = 11)
    {
        ArgumentNullException.ThrowIfNull(rating);
        return new HtmlString(Svg(rating.Shape, size, $"p-shape {ColourClass(rating)}"));
    }

    /// <summary>The shape of a rating inside an element that already has the rating's colour class.</summary>
    public static IHtmlContent Plain(Rating rating, int size = 11)
    {
        ArgumentNullException.ThrowIfNull(rating);
        return new HtmlString(Svg(rating.Shape, size, "p-shape"));
    }

    /// <summary>The class that sets a rating's colours ("p-is-amber"); see components.css.</summary>
    public static string ColourClass(Rating rating)
    {
        ArgumentNullException.ThrowIfNull(rating);
        if (string.Equals(rating.Code, Rating.NotRated.Code, StringComparison.OrdinalIgnoreCase))
        {
            return "p-is-none";
        }

        var colour = Rating.Colours.FirstOrDefault(known => string.Equals(known, rating.Colour, StringComparison.OrdinalIgnoreCase));
        return $"p-is-{colour ?? "grey"}";
    }

    private static string Svg(string shape, int size, string cssClass) =>
        $"""<svg class="{cssClass}" width="{size}" height="{size}" viewBox="0 0 12 12" aria-hidden="true" focusable="false">{Outline(shape)}</svg>""";

    /// <summary>The colour of a rating's shape, for drawings that no style sheet reaches; the same as in components.css.</summary>
    public static string MarkOf(Rating rating) => ColourClass(rating) switch
    {
        "p-is-green" => "#0f7a52",
        "p-is-amber" => "#b35900",
        "p-is-red" => "#b3261e",
        "p-is-blue" => "#1a65a6",
        "p-is-purple" => "#5a3e9b",
        _ => "#5b6670",
    };

    /// <summary>The outline of a shape in a square of 12.</summary>
    internal static string Outline(string shape) => shape.ToLowerInvariant() switch
    {
        "triangle" => """<path d="M6 .8 11.8 11.4H.2z"/>""",
        "square" => """<path d="M.6.6h10.8v10.8H.6z"/>""",
        "diamond" => """<path d="M6 0l6 6-6 6-6-6z"/>""",
        "hexagon" => """<path d="M3 .8h6L12 6l-3 5.2H3L0 6z"/>""",
        "bar" => """<path d="M0 3.6h12v4.8H0z"/>""",
        "ring" => """<circle class="p-shape__ring" cx="6" cy="6" r="5" fill="none" stroke-width="1.5" stroke-dasharray="2.2 1.7"/>""",
        _ => """<circle cx="6" cy="6" r="6"/>""",
    };
}
