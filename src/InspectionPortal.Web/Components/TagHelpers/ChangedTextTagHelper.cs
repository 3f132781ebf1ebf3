using InspectionPortal.Web.Components.Changes;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// A text with its changes marked word by word: <c>&lt;p-changed before="@change.Before" after="@change.After" /&gt;</c>. The marks are
/// heard too.
/// </summary>
[HtmlTargetElement("p-changed", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChangedTextTagHelper : TagHelper
{
    /// <summary>The text before.</summary>
    public string Before { get; set; } = string.Empty;

    /// <summary>The text after.</summary>
    public string After { get; set; } = string.Empty;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-changed", Markup.TakeClass(output)));
        foreach (var run in WordChanges.Between(Before, After))
        {
            output.Content.AppendHtml(run.Kind switch
            {
                TextRunKind.Removed => Markup.Element("del", null, Markup.Hidden("[removed: "), run.Text, Markup.Hidden("]")),
                TextRunKind.Added => Markup.Element("ins", null, Markup.Hidden("[added: "), run.Text, Markup.Hidden("]")),
                _ => Markup.Element("span", null, run.Text),
            });
        }
    }
}
