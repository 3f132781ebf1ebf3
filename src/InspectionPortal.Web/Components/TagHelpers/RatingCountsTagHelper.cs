using InspectionPortal.Domain.Ratings;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// Shapes with numbers in a row, for a table cell: <c>&lt;p-rating-counts parts="row.Ratings" /&gt;</c>. Needs a key on the same page.
/// </summary>
[HtmlTargetElement("p-rating-counts", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RatingCountsTagHelper : TagHelper
{
    /// <summary>The counts, in the order of the key. Those of none are left out.</summary>
    public IEnumerable<RatingCount> Parts { get; set; } = [];

    /// <summary>The view being drawn.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-counts", Markup.TakeClass(output)));
        foreach (var part in Parts.Where(part => part.Count > 0))
        {
            object[] inside =
            [
                RatingShape.Plain(part.Rating),
                Markup.Element("span", "p-counts__count", $"{part.Count}"),
                Markup.Hidden($" {part.Rating.Name}"),
            ];
            var face = part.Href is null
                ? Markup.Element("span", "p-counts__face", inside)
                : Markup.Element("a", "p-counts__face", inside).With("href", Markup.Address(ViewContext, part.Href));
            output.Content.AppendHtml(Markup.Element("li", RatingShape.ColourClass(part.Rating), face));
        }
    }
}
