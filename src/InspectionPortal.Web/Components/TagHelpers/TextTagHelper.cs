using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>A field of one line: <c>&lt;p-text for="Title" label="What is it called?" /&gt;</c>.</summary>
[HtmlTargetElement("p-text", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextTagHelper : FieldTagHelper
{
    /// <summary>Room for so many characters: 2, 3, 4, 5, 10, 20 or 30. Left out, as wide as its place.</summary>
    public int? Width { get; set; }

    /// <summary>The kind of input: text, email, password, search, url, tel. Numbers are text with <c>inputmode="decimal"</c>.</summary>
    public string Type { get; set; } = "text";

    /// <summary>What the browser may fill in, in the words of the HTML standard ("email", "current-password").</summary>
    public string? Autocomplete { get; set; }

    /// <summary>A short sign before the field ("£").</summary>
    public string? Prefix { get; set; }

    /// <summary>A short sign after the field ("%").</summary>
    public string? Suffix { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        base.Process(context, output);
        if (string.Equals(Type, "password", StringComparison.OrdinalIgnoreCase))
        {
            output.Attributes.SetAttribute("class", $"{output.Attributes["class"].Value} govuk-password-input");
            output.Attributes.SetAttribute("data-module", "govuk-password-input");
        }
    }

    /// <inheritdoc />
    protected override IEnumerable<IHtmlContent> Parts(FieldState field, IReadOnlyList<TagHelperAttribute> attributes)
    {
        foreach (var part in Above(field))
        {
            yield return part;
        }

        var isPassword = string.Equals(Type, "password", StringComparison.OrdinalIgnoreCase);
        var classes = Markup.Classes(
            "govuk-input",
            isPassword ? "govuk-password-input__input govuk-js-password-input-input" : null,
            field.HasErrors ? "govuk-input--error" : null,
            Width is null ? null : $"govuk-input--width-{Width}");
        var input = Markup.Element("input", classes)
            .With("id", field.Id)
            .With("name", field.Name)
            .With("type", Type)
            .With("value", isPassword ? null : field.Text())
            .With("autocomplete", Autocomplete)
            .With("aria-describedby", DescribedBy(field))
            .WithAll(attributes)
            .Void();
        if (isPassword)
        {
            yield return PasswordWrapper(field, input);

            // A module runs once, however many fields bring it.
            yield return Markup.Element("script", null).With("type", "module").With("src", "/js/password.js");
            yield break;
        }

        if (Prefix is null && Suffix is null)
        {
            yield return input;
            yield break;
        }

        yield return Markup.Element(
            "div",
            "govuk-input__wrapper",
            Prefix is null ? null : Markup.Element("div", "govuk-input__prefix", Prefix).With("aria-hidden", "true"),
            input,
            Suffix is null ? null : Markup.Element("div", "govuk-input__suffix", Suffix).With("aria-hidden", "true"));
    }

    /// <summary>The field with GOV.UK's "Show" button, which stays hidden until its script runs.</summary>
    private static TagBuilder PasswordWrapper(FieldState field, TagBuilder input) => Markup.Element(
        "div",
        "govuk-input__wrapper govuk-password-input__wrapper",
        input.With("spellcheck", "false").With("autocapitalize", "none"),
        Markup.Element("button", "govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle", "Show")
            .With("type", "button").With("aria-controls", field.Id).With("aria-label", "Show password").With("hidden", "hidden"));
}
