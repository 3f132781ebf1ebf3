using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>How late something is, red and bold: <c>&lt;p-late days="27" /&gt;</c>. Draws nothing when it is not late.</summary>
[HtmlTargetElement("p-late", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LateTagHelper : TagHelper
{
    /// <summary>Days past the deadline; none, nought or less is not late.</summary>
    public int? Days { get; set; }

    /// <summary>What is late, before the number: "First stage".</summary>
    public string? What { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Days is not > 0)
        {
            output.SuppressOutput();
            return;
        }

        var days = Days == 1 ? "1 day late" : $"{Days} days late";
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-late", Markup.TakeClass(output)));
        output.Content.SetContent(What is null ? days : $"{What} {days}");
    }
}
