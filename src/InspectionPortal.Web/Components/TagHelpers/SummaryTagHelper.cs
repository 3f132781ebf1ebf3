using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// Facts with their names: <c>&lt;p-summary&gt;&lt;p-fact name="Source"&gt;NHS&lt;/p-fact&gt;&lt;/p-summary&gt;</c>; rows with the name
/// at the
/// left, or three across with <c>kind="thirds"</c>, or the name above with <c>kind="stack"</c>.
/// </summary>
[HtmlTargetElement("p-summary")]
public sealed class SummaryTagHelper : TagHelper
{
    /// <summary>"rows" (the name at the left), "lines" (the same with row lines), "thirds" or "stack".</summary>
    public string Kind { get; set; } = "rows";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var kind = Kind switch
        {
            "thirds" => "p-facts",
            "stack" => "p-stack",
            "lines" => "p-kv p-kv--lines",
            _ => "p-kv",
        };
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes(kind, Markup.TakeClass(output)));
    }
}
