using InspectionPortal.Domain.Ratings;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// A rating's shape alone, where its name stands beside it or in a legend: <c>&lt;p-shape value="node.Rating" /&gt;</c>. The name is
/// kept for those who hear the page.
/// </summary>
[HtmlTargetElement("p-shape", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ShapeTagHelper : TagHelper
{
    /// <summary>The rating itself.</summary>
    public Rating? Value { get; set; }

    /// <summary>The rating's code, looked up in <see cref="Key"/>.</summary>
    public string? Code { get; set; }

    /// <summary>The partnership's ratings.</summary>
    public IEnumerable<Rating>? Key { get; set; }

    /// <summary>Width and height in pixels.</summary>
    public int Size { get; set; } = 11;

    /// <summary>Says nothing aloud, because the name is written beside it.</summary>
    public bool Silent { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var rating = Value ?? Rating.Find(Key, Code);
        output.TagName = null;
        output.Content.SetHtmlContent(RatingShape.Coloured(rating, Size));
        if (!Silent)
        {
            output.Content.AppendHtml(Markup.Hidden(rating.Name));
        }
    }
}
