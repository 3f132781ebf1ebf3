using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>Yes or no in one box: <c>&lt;p-check for="NoChange" label="No change since last quarter" /&gt;</c>.</summary>
[HtmlTargetElement("p-check", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckTagHelper : FieldTagHelper
{
    /// <inheritdoc />
    protected override IEnumerable<IHtmlContent> Parts(FieldState field, IReadOnlyList<TagHelperAttribute> attributes)
    {
        if (field.HasErrors)
        {
            yield return Markup.Element("p", "govuk-error-message", Markup.Hidden("Error:"), " " + string.Join(". ", field.Errors))
                .With("id", field.ErrorId);
        }

        var input = Markup.Element("input", "govuk-checkboxes__input")
            .With("id", field.Id)
            .With("name", field.Name)
            .With("type", "checkbox")
            .With("value", "true")
            .With("checked", field.Values().Contains("true") ? "checked" : null)
            .With("aria-describedby", DescribedBy(field))
            .WithAll(attributes)
            .Void();
        var label = Markup.Element("label", "govuk-label govuk-checkboxes__label", LabelText()).With("for", field.Id);
        var hint = string.IsNullOrEmpty(Hint)
            ? null
            : Markup.Element("div", "govuk-hint govuk-checkboxes__hint", Hint).With("id", field.HintId);
        yield return Markup.Element("div", "govuk-checkboxes govuk-checkboxes--small", Markup.Element("div", "govuk-checkboxes__item", input, label, hint));

        // An unticked box sends nothing; this sends "false", which the binder takes unless the box came first.
        yield return Markup.Element("input", null).With("type", "hidden").With("name", field.Name).With("value", "false").Void();
    }
}
