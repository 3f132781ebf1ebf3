using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>One of a few: <c>&lt;p-radios for="Kind" items="Model.Kinds" label="What kind is it?" inline /&gt;</c>.</summary>
[HtmlTargetElement("p-radios", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    /// <summary>In a row rather than under one another; for two or three short choices.</summary>
    public bool Inline { get; set; }

    /// <inheritdoc />
    protected override string Kind => "radio";

    /// <inheritdoc />
    protected override string Block => "govuk-radios";

    /// <inheritdoc />
    protected override string? ListClass => Inline ? "govuk-radios--inline" : null;
}
