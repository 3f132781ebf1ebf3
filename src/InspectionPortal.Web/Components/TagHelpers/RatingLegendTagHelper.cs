using InspectionPortal.Domain.Ratings;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// The shapes and names in one line: <c>&lt;p-legend key="Model.RagKey" /&gt;</c>. What is written inside comes after them, as more
/// <c>&lt;li&gt;</c>.
/// </summary>
[HtmlTargetElement("p-legend")]
public sealed class RatingLegendTagHelper : TagHelper
{
    /// <summary>The partnership's ratings; "Not rated" is added.</summary>
    public IEnumerable<Rating> Key { get; set; } = [];

    /// <summary>Those that are to be seen beside it; null for all. A legend names nothing that is not shown.</summary>
    public IEnumerable<Rating>? Seen { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-legend", Markup.TakeClass(output)));
        foreach (var rating in Key.OrderBy(rating => rating.Order).Append(Rating.NotRated).Where(rating => Seen is null || Seen.Contains(rating)))
        {
            output.Content.AppendHtml(Markup.Element("li", RatingShape.ColourClass(rating), RatingShape.Plain(rating), rating.Name));
        }

        output.Content.AppendHtml(more);
    }
}
