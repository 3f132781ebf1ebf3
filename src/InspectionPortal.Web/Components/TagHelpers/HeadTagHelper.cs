using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// The top of a page: caption, h1, lede and, at the right, the next step.
/// <c>&lt;p-head&gt;&lt;p&gt;The lede.&lt;/p&gt;&lt;p-action&gt;&lt;p-button
/// href="~/plans/new"&gt;Add&lt;/p-button&gt;&lt;/p-action&gt;&lt;/p-head&gt;</c>.
/// Title and caption come from ViewData unless given.
/// </summary>
[HtmlTargetElement("p-head")]
public sealed class HeadTagHelper : TagHelper
{
    internal const string ActionKey = "p-head-action";

    /// <summary>The words of the h1; <c>ViewData["Title"]</c> unless given.</summary>
    public string? Title { get; set; }

    /// <summary>The quiet line above; <c>ViewData["Caption"]</c> unless given.</summary>
    public string? Caption { get; set; }

    /// <summary>The view being drawn.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slot = new Slot();
        context.Items[ActionKey] = slot;
        var lede = await output.GetChildContentAsync();
        var caption = Caption ?? ViewContext.ViewData["Caption"] as string;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-head", Markup.TakeClass(output)));
        output.Content.SetHtmlContent(Markup.Element(
            "div",
            "p-head__words",
            string.IsNullOrEmpty(caption) ? null : Markup.Element("p", "p-caption", caption),
            Markup.Element("h1", "p-h1", Title ?? ViewContext.ViewData["Title"] as string),
            lede.IsEmptyOrWhiteSpace ? null : Markup.Element("div", "p-lede", lede)));
        if (slot.Content is not null)
        {
            output.Content.AppendHtml(Markup.Element("div", "p-head__action", slot.Content));
        }
    }

    internal sealed class Slot
    {
        public TagHelperContent? Content { get; set; }
    }
}
