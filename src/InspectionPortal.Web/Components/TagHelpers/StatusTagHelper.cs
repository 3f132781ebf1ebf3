using System.Text.Encodings.Web;
using InspectionPortal.Domain.Text;
using Microsoft.AspNetCore.Html;
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

    /// <summary>The same as <c>&lt;p-status value="value" /&gt;</c>, for tables of hundreds of rows.</summary>
    public static IHtmlContent Of(object? value) =>
        new HtmlString($"<span class=\"p-status\">{HtmlEncoder.Default.Encode(StatusLabel.Of(value))}</span>");

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-status", Markup.TakeClass(output)));
        output.Content.SetContent(StatusLabel.Of(Value));
    }
}
