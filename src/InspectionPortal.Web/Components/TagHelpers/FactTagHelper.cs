using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>One fact of a <c>&lt;p-summary&gt;</c>: <c>&lt;p-fact name="Led by"&gt;ICS Board Chair&lt;/p-fact&gt;</c>.</summary>
[HtmlTargetElement("p-fact")]
public sealed class FactTagHelper : TagHelper
{
    /// <summary>The name of the fact.</summary>
    public string Name { get; set; } = string.Empty;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(Markup.Element("dt", null, Name));
        output.Content.AppendHtml(Markup.Element("dd", null, content));
    }
}
