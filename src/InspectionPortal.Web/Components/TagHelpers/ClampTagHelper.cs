using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// Long text held to three lines, with "more": <c>&lt;p-clamp&gt;@row.Text&lt;/p-clamp&gt;</c>. Text that is short enough is left alone.
/// "More" is a checkbox in disguise, so it needs no script; with <c>href</c> it is a link to the whole.
/// </summary>
[HtmlTargetElement("p-clamp")]
public sealed partial class ClampTagHelper : TagHelper
{
    /// <summary>How many characters may stand before the text is held; about three lines of its column.</summary>
    public int Over { get; set; } = 180;

    /// <summary>Where the whole can be read. Left out, "more" opens the text in its place.</summary>
    public string? Href { get; set; }

    /// <summary>What the text is, for those who hear the page: "more" of what.</summary>
    public string What { get; set; } = "text";

    /// <summary>The view being drawn.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var own = Markup.TakeClass(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var length = WebUtility.HtmlDecode(Tags().Replace(content.GetContent(), string.Empty)).Trim().Length;
        if (length <= Over)
        {
            output.Attributes.SetAttribute("class", Markup.Classes("p-clamp", own));
            output.Content.SetHtmlContent(content);
            return;
        }

        output.Attributes.SetAttribute("class", Markup.Classes("p-clamp p-clamp--held", own));
        output.Content.SetHtmlContent(Markup.Element("div", "p-clamp__text", content));
        output.Content.AppendHtml(Href is null ? Switch($"clamp-{context.UniqueId}") : Link(Href));
    }

    private TagBuilder Link(string href) =>
        Markup.Element("a", "p-clamp__more", "more", Markup.Hidden($" {What}")).With("href", Markup.Address(ViewContext, href));

    private TagBuilder Switch(string id)
    {
        var box = Markup.Element("input", "p-clamp__switch").With("type", "checkbox").With("id", id).With("autocomplete", "off").Void();
        var label = Markup.Element(
            "label",
            "p-clamp__more",
            Markup.Element("span", "p-clamp__open", "more"),
            Markup.Element("span", "p-clamp__close", "less"),
            Markup.Hidden($" {What}")).With("for", id);
        return Markup.Element("div", "p-clamp__control", box, label);
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
