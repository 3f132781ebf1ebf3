using InspectionPortal.Domain.Ratings;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// How many have which rating, as one bar: <c>&lt;p-rating-bar label="Now" parts="Model.Now" /&gt;</c>, and under it the quarter
/// before with <c>before</c>. Each number leads to what it counts.
/// </summary>
[HtmlTargetElement("p-rating-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RatingBarTagHelper : TagHelper
{
    private const int Whole = 100;

    /// <summary>What the bar is about, at its left: "Now", "Last quarter", "September".</summary>
    public string Label { get; set; } = string.Empty;

    /// <summary>The counts, in the order of the key. Those of none are left out.</summary>
    public IEnumerable<RatingCount> Parts { get; set; } = [];

    /// <summary>The lower bar of an earlier time.</summary>
    public bool Before { get; set; }

    /// <summary>The view being drawn.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var counted = Parts.Where(part => part.Count > 0).ToList();
        var total = counted.Sum(part => part.Count);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-bar", Before ? "p-bar--before" : null, Markup.TakeClass(output)));
        output.Content.SetHtmlContent(Markup.Element("div", "p-bar__label", Label));
        output.Content.AppendHtml(total == 0
            ? Markup.Element("div", "p-bar__none", "Nothing to rate yet")
            : Markup.Element("ul", "p-bar__parts", counted.Select(part => Part(part, total))).With("aria-label", Label));
    }

    private TagBuilder Part(RatingCount part, int total)
    {
        var share = Math.Clamp((int)Math.Round(part.Count * (double)Whole / total, MidpointRounding.AwayFromZero), 1, Whole);
        object[] inside =
        [
            RatingShape.Plain(part.Rating),
            Markup.Element("span", "p-bar__count", $"{part.Count}"),
            Markup.Hidden($" {part.Rating.Name}"),
        ];
        var face = part.Href is null
            ? Markup.Element("span", "p-bar__face", inside)
            : Markup.Element("a", "p-bar__face", inside).With("href", Markup.Address(ViewContext, part.Href));
        return Markup.Element("li", $"p-bar__part w-{share} {RatingShape.ColourClass(part.Rating)}", face);
    }
}
