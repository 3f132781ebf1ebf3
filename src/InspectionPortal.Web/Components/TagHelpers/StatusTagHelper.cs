using InspectionPortal.Domain.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// Where the work is, in words only: <c>&lt;p-status value="row.Status" /&gt;</c> for an enum or a code such as "in-progress".
/// </summary>
[HtmlTargetElement("p-status", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusTagHelper : TagHelper
{
    /// <summary>An enum value or a code; words with spaces stay as they are.</summary>
    public object? Value { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-status", Markup.TakeClass(output)));
        output.Content.SetContent(StatusLabel.Of(Value));
    }
}
