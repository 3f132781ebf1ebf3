using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// What a list says when there is nothing in it: what the place is for, and the first step.
/// <c>&lt;p-empty title="No measures yet"&gt;&lt;p&gt;…&lt;/p&gt;&lt;p-button href="~/measures/add"&gt;Add the
/// first&lt;/p-button&gt;&lt;/p-empty&gt;</c>.
/// </summary>
[HtmlTargetElement("p-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    /// <summary>What is not there.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>The level of its heading.</summary>
    public int Level { get; set; } = 2;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-empty", Markup.TakeClass(output)));
        output.Content.SetHtmlContent(Markup.Element($"h{Math.Clamp(Level, 2, 6)}", "p-empty__title", Title));
        output.Content.AppendHtml(content);
    }
}
