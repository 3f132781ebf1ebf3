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

    /// <summary>The words: "First stage 27 days late".</summary>
    public static string Words(int days, string? what) =>
        $"{(what is null ? null : $"{what} ")}{(days == 1 ? "1 day" : $"{days} days")} late";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Days is not > 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-late", Markup.TakeClass(output)));
        output.Content.SetContent(Words(Days.Value, What));
    }
}
