using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// A pale panel under a navy line, for what stands beside the page's subject: <c>&lt;p-panel title="Signing"&gt;…&lt;/p-panel&gt;</c>.
/// </summary>
[HtmlTargetElement("p-panel")]
public sealed class PanelTagHelper : TagHelper
{
    /// <summary>Its heading; the panel is a landmark of that name.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>The level of its heading.</summary>
    public int Level { get; set; } = 2;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var id = $"panel-{context.UniqueId}";
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-panel", Markup.TakeClass(output)));
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Content.SetHtmlContent(Markup.Element($"h{Math.Clamp(Level, 2, 6)}", "p-panel__title", Title).With("id", id));
        output.Content.AppendHtml(content);
    }
}
