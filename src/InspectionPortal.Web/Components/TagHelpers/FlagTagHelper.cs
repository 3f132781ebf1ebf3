using InspectionPortal.Domain.Ratings;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// A tag that is not a rating but asks for a look, such as doubts of an import: <c>&lt;p-flag&gt;2 doubts&lt;/p-flag&gt;</c>.
/// </summary>
[HtmlTargetElement("p-flag")]
public sealed class FlagTagHelper : TagHelper
{
    /// <summary>One of <see cref="Rating.Colours"/>.</summary>
    public string Colour { get; set; } = "amber";

    /// <summary>One of <see cref="Rating.Shapes"/>.</summary>
    public string Shape { get; set; } = "triangle";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var look = new Rating("flag", string.Empty, string.Empty, Colour, Shape, 0);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-rating p-flag", RatingShape.ColourClass(look), Markup.TakeClass(output)));
        output.Content.SetHtmlContent(RatingShape.Plain(look));
        output.Content.AppendHtml(Markup.Element("span", null, words));
    }
}
