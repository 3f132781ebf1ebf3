using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// A file to send: <c>&lt;p-file for="File" label="The plan" accept=".docx,.xlsx,.csv" /&gt;</c>.
/// The form needs <c>enctype="multipart/form-data"</c>.
/// </summary>
[HtmlTargetElement("p-file", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileTagHelper : FieldTagHelper
{
    /// <inheritdoc />
    protected override IEnumerable<IHtmlContent> Parts(FieldState field, IReadOnlyList<TagHelperAttribute> attributes)
    {
        foreach (var part in Above(field))
        {
            yield return part;
        }

        yield return Markup.Element("input", Markup.Classes("govuk-file-upload", field.HasErrors ? "govuk-file-upload--error" : null))
            .With("id", field.Id)
            .With("name", field.Name)
            .With("type", "file")
            .With("aria-describedby", DescribedBy(field))
            .WithAll(attributes)
            .Void();
    }
}
