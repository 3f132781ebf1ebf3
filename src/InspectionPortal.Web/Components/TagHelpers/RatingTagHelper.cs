using System.Text.Encodings.Web;
using InspectionPortal.Domain.Ratings;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// A rating as a tag with its name and shape: <c>&lt;p-rating code="at-risk" key="Model.RagKey" /&gt;</c> or
/// <c>&lt;p-rating value="row.Rating" /&gt;</c>. With <c>text</c> it becomes the chip of a matrix: those words are shown and the
/// name is kept for those who hear the page.
/// </summary>
[HtmlTargetElement("p-rating", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RatingTagHelper : TagHelper
{
    /// <summary>The rating itself.</summary>
    public Rating? Value { get; set; }

    /// <summary>The rating's code, looked up in <see cref="Key"/>. No code, or one the key does not know, is "Not rated".</summary>
    public string? Code { get; set; }

    /// <summary>The partnership's ratings.</summary>
    public IEnumerable<Rating>? Key { get; set; }

    /// <summary>Words instead of the name: a project's number in a matrix.</summary>
    public string? Text { get; set; }

    /// <summary>Draws the dashed border of what the portal has inferred.</summary>
    public bool Inferred { get; set; }

    /// <summary>The larger tag of a project's strip.</summary>
    public bool Large { get; set; }

    /// <summary>Where it leads, if anywhere. "~/" stands for the current partnership.</summary>
    public string? Href { get; set; }

    /// <summary>The view being drawn.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>
    /// The same as <c>&lt;p-rating value="rating" /&gt;</c>, for tables of hundreds of rows, where tag helpers take most of the time.
    /// </summary>
    public static IHtmlContent Of(Rating rating) => new HtmlString(
        $"<span class=\"p-rating {RatingShape.ColourClass(rating)}\">{RatingShape.Plain(rating)}"
        + $"<span>{HtmlEncoder.Default.Encode(rating.Name)}</span></span>");

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var rating = Value ?? Rating.Find(Key, Code);
        output.TagName = Href is null ? "span" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes(
            "p-rating",
            RatingShape.ColourClass(rating),
            Large ? "p-rating--large" : null,
            Text is null ? null : "p-rating--chip",
            Inferred ? "p-rating--inferred" : null,
            Markup.TakeClass(output)));
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Markup.Address(ViewContext, Href));
        }

        output.Content.SetHtmlContent(RatingShape.Plain(rating, Large ? 14 : 11));
        output.Content.AppendHtml(Markup.Element("span", null, Text ?? rating.Name));
        if (Text is not null)
        {
            output.Content.AppendHtml(Markup.Hidden($", {rating.Name}{(Inferred ? ", our own view" : string.Empty)}"));
        }
    }
}
