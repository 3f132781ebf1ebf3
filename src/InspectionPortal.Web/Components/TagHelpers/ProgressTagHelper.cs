using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// How far along, as a row of short bars: <c>&lt;p-progress done="4" of="6" /&gt;</c>. Seen only: the sentence above it says the same.
/// </summary>
[HtmlTargetElement("p-progress", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressTagHelper : TagHelper
{
    private const int MostBars = 40;

    /// <summary>How many are done.</summary>
    public int Done { get; set; }

    /// <summary>Of how many. Over 40, the row shows shares of 40.</summary>
    public int Of { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of <= 0)
        {
            output.SuppressOutput();
            return;
        }

        var bars = Math.Min(Of, MostBars);
        var filled = (int)Math.Floor(Math.Clamp(Done, 0, Of) * (double)bars / Of);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-progress", Markup.TakeClass(output)));
        output.Attributes.SetAttribute("aria-hidden", "true");
        for (var bar = 0; bar < bars; bar++)
        {
            output.Content.AppendHtml(Markup.Element("span", bar < filled ? "p-progress__bar p-progress__bar--done" : "p-progress__bar"));
        }
    }
}
