using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// A date in one field, as people write it: <c>&lt;p-date for="HeldOn" label="When was it held?" /&gt;</c>.
/// Bound to a <see cref="DateOnly"/> it reads "30 September 2020" and "30/09/2020" where the request's culture is British.
/// </summary>
[HtmlTargetElement("p-date", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTagHelper : FieldTagHelper
{
    /// <inheritdoc />
    protected override IEnumerable<IHtmlContent> Parts(FieldState field, IReadOnlyList<TagHelperAttribute> attributes)
    {
        Hint ??= "For example, 30 September 2020";
        foreach (var part in Above(field))
        {
            yield return part;
        }

        yield return Markup.Element("input", Markup.Classes("govuk-input p-date", field.HasErrors ? "govuk-input--error" : null))
            .With("id", field.Id)
            .With("name", field.Name)
            .With("type", "text")
            .With("value", field.Text())
            .With("autocomplete", "off")
            .With("aria-describedby", DescribedBy(field))
            .WithAll(attributes)
            .Void();
    }
}
