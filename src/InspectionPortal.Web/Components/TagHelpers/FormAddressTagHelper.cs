using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// Refuses forms that name an action instead of an address. The framework's form tag helper is not in use here (see _ViewImports),
/// so such a form would quietly post to the page it stands on.
/// </summary>
[HtmlTargetElement("form", Attributes = "asp-action")]
[HtmlTargetElement("form", Attributes = "asp-controller")]
[HtmlTargetElement("form", Attributes = "asp-route")]
public sealed class FormAddressTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        throw new InvalidOperationException("Write the form's address: <form method=\"post\" action=\"~/…\">. The portal's views do not use asp-action on forms.");
}
