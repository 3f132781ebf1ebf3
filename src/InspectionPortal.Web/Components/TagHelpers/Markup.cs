using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>Short ways to build elements, shared by the tag helpers.</summary>
internal static class Markup
{
    /// <summary>An element with a class and children, which may be text (encoded), content, or null.</summary>
    public static TagBuilder Element(string tag, string? cssClass, params object?[] children)
    {
        var element = new TagBuilder(tag);
        if (!string.IsNullOrEmpty(cssClass))
        {
            element.Attributes["class"] = cssClass;
        }

        foreach (var child in children)
        {
            Add(element.InnerHtml, child);
        }

        return element;
    }

    /// <summary>Words for those who hear the page.</summary>
    public static TagBuilder Hidden(string text) => Element("span", "govuk-visually-hidden", text);

    /// <summary>Sets an attribute, or leaves it out when the value is null.</summary>
    public static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null)
        {
            element.Attributes[name] = value;
        }

        return element;
    }

    /// <summary>Adds the attributes that a view wrote on the tag helper to the control it stands for.</summary>
    public static TagBuilder WithAll(this TagBuilder element, IEnumerable<TagHelperAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            var value = attribute.Value switch
            {
                null => string.Empty,
                IHtmlContent content => Text(content),
                var other => other.ToString() ?? string.Empty,
            };
            element.Attributes[attribute.Name] = value;
        }

        return element;
    }

    /// <summary>Turns the element into one without an end tag.</summary>
    public static TagBuilder Void(this TagBuilder element)
    {
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    /// <summary>Joins the class names that are there.</summary>
    public static string Classes(params string?[] names) =>
        string.Join(' ', names.Where(name => !string.IsNullOrWhiteSpace(name)));

    /// <summary>Resolves an address that starts with "~/" against the current partnership; leaves every other as it is.</summary>
    public static string Address(ViewContext view, string href) =>
        href.StartsWith("~/", StringComparison.Ordinal) ? view.HttpContext.Request.PathBase + href[1..] : href;

    /// <summary>Takes the class a view wrote on the tag helper, so that it can be joined to the component's own.</summary>
    public static string? TakeClass(TagHelperOutput output)
    {
        if (!output.Attributes.TryGetAttribute("class", out var attribute))
        {
            return null;
        }

        output.Attributes.Remove(attribute);
        return attribute.Value is IHtmlContent content ? Text(content) : attribute.Value?.ToString();
    }

    private static void Add(IHtmlContentBuilder inner, object? child)
    {
        switch (child)
        {
            case null:
                break;
            case IHtmlContent content:
                inner.AppendHtml(content);
                break;
            case IEnumerable<IHtmlContent> several:
                foreach (var content in several)
                {
                    inner.AppendHtml(content);
                }

                break;
            default:
                inner.Append(child.ToString() ?? string.Empty);
                break;
        }
    }

    private static string Text(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, NullHtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }
}
