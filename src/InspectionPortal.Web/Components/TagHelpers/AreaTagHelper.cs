using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>A field of several lines: <c>&lt;p-area for="Text" label="What has changed?" rows="4" /&gt;</c>.</summary>
[HtmlTargetElement("p-area", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AreaTagHelper : FieldTagHelper
{
    /// <summary>How many lines are seen before it scrolls.</summary>
    public int Rows { get; set; } = 5;

    /// <inheritdoc />
    protected override IEnumerable<IHtmlContent> Parts(FieldState field, IReadOnlyList<TagHelperAttribute> attributes)
    {
        foreach (var part in Above(field))
        {
            yield return part;
        }

        // The first line break after the start tag is dropped by browsers: give them one to drop.
        yield return Markup.Element("textarea", Markup.Classes("govuk-textarea", field.HasErrors ? "govuk-textarea--error" : null), new HtmlString("\n"), field.Text())
            .With("id", field.Id)
            .With("name", field.Name)
            .With("rows", $"{Rows}")
            .With("aria-describedby", DescribedBy(field))
            .WithAll(attributes);
    }
}
