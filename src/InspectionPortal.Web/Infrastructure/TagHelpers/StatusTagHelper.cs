using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Infrastructure.TagHelpers;

/// <summary>Where the work is, in words only: <c>&lt;p-status value="row.Status" /&gt;</c> for an enum or a code such as "in-progress".</summary>
[HtmlTargetElement("p-status", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed partial class StatusTagHelper : TagHelper
{
    /// <summary>An enum value or a code; words with spaces stay as they are.</summary>
    public object? Value { get; set; }

    /// <summary>The words for a status.</summary>
    public static string Words(object? value)
    {
        var code = value?.ToString() ?? string.Empty;
        var letters = code.Replace("-", string.Empty, StringComparison.Ordinal).Replace("_", string.Empty, StringComparison.Ordinal);
        return letters.ToLowerInvariant() switch
        {
            "" => "Not started",
            "doneawaitingevidence" or "awaitingevidence" => "Done, awaiting evidence",
            "doneevidenced" or "doneandevidenced" => "Done and evidenced",
            "noactionneeded" => "No action needed",
            "returned" => "Returned with comments",
            _ => Sentence(code),
        };
    }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("p-status", Markup.TakeClass(output)));
        output.Content.SetContent(Words(Value));
    }

    private static string Sentence(string code)
    {
        if (code.Contains(' ', StringComparison.Ordinal))
        {
            return code;
        }

        var words = Capital().Replace(code.Replace('-', ' ').Replace('_', ' '), " $0").ToLowerInvariant();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Capital();
}
