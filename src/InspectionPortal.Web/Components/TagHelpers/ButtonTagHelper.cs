using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// A button, or a link that looks like one when it has an address: <c>&lt;p-button&gt;Save&lt;/p-button&gt;</c>,
/// <c>&lt;p-button kind="secondary" href="~/plans"&gt;See the plan&lt;/p-button&gt;</c>.
/// </summary>
[HtmlTargetElement("p-button")]
public sealed class ButtonTagHelper : TagHelper
{
    /// <summary>Nothing for the green one (one a page), "secondary", or "warning" for what cannot be undone.</summary>
    public string? Kind { get; set; }

    /// <summary>Where it leads. "~/" stands for the current partnership.</summary>
    public string? Href { get; set; }

    /// <summary>Where this button sends its form instead of the form's own address. "~/" stands for the current partnership.</summary>
    [HtmlAttributeName("formaction")]
    public string? FormAction { get; set; }

    /// <summary>The view being drawn.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var kind = string.IsNullOrEmpty(Kind) ? null : $"govuk-button--{Kind}";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("govuk-button", kind, Markup.TakeClass(output)));
        if (Href is not null)
        {
            output.TagName = "a";
            output.Attributes.SetAttribute("href", Markup.Address(ViewContext, Href));
            output.Attributes.SetAttribute("draggable", "false");
            return;
        }

        output.TagName = "button";
        if (FormAction is not null)
        {
            output.Attributes.SetAttribute("formaction", Markup.Address(ViewContext, FormAction));
        }

        if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }
    }
}
