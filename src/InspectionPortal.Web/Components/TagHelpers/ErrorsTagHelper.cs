using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>The error summary: <c>&lt;p-errors /&gt;</c> at the top of the page. Draws nothing when all is well.</summary>
[HtmlTargetElement("p-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper : TagHelper
{
    /// <summary>The heading.</summary>
    public string Title { get; set; } = "There is a problem";

    /// <summary>The view being drawn.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var items = ViewContext.ViewData.ModelState
            .Where(pair => pair.Value is { Errors.Count: > 0 })
            .SelectMany(pair => pair.Value!.Errors.Select(error => (pair.Key, Message: FieldState.MessageOf(error))))
            .Distinct()
            .OrderBy(item => FieldOrder.Of(ViewContext.ViewData.ModelMetadata, item.Key), StringComparer.Ordinal)
            .ToList();
        if (items.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Content.SetHtmlContent(Markup.Element(
            "div",
            null,
            Markup.Element("h2", "govuk-error-summary__title", Title),
            Markup.Element("div", "govuk-error-summary__body", Markup.Element("ul", "govuk-list govuk-error-summary__list", items.Select(item => Line(item.Key, item.Message)))))
            .With("role", "alert"));
    }

    private static TagBuilder Line(string key, string message) =>
        key.Length == 0
            ? Markup.Element("li", "p-errors__whole", message)
            : Markup.Element("li", null, Markup.Element("a", null, message).With("href", $"#{FieldState.IdOf(key)}"));
}
