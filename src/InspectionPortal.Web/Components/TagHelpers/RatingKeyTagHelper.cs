using InspectionPortal.Domain.Ratings;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>The key to ratings, each with what it means: <c>&lt;p-rating-key key="Model.RagKey" /&gt;</c>.</summary>
[HtmlTargetElement("p-rating-key", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RatingKeyTagHelper : TagHelper
{
    /// <summary>The partnership's ratings; "Not rated" is added.</summary>
    public IEnumerable<Rating> Key { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-key", Markup.TakeClass(output)));
        foreach (var rating in Key.OrderBy(rating => rating.Order).Append(Rating.NotRated))
        {
            var tag = Markup.Element("span", $"p-rating {RatingShape.ColourClass(rating)}", RatingShape.Plain(rating), Markup.Element("span", null, rating.Name));
            output.Content.AppendHtml(Markup.Element("div", "p-key__row", Markup.Element("dt", null, tag), Markup.Element("dd", null, rating.Meaning)));
        }
    }
}
