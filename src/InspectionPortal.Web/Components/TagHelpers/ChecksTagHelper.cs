using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// Some of a few, bound to a list: <c>&lt;p-checks for="Recommendations" items="Model.All" label="Which does it answer?" /&gt;</c>.
/// </summary>
[HtmlTargetElement("p-checks", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChecksTagHelper : ChoicesTagHelper
{
    /// <inheritdoc />
    protected override string Kind => "checkbox";

    /// <inheritdoc />
    protected override string Block => "govuk-checkboxes";
}
