using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// What all form fields share: a group with label, hint and error, tied to the control. Attributes a view writes that the
/// tag helper does not know go on to the control.
/// </summary>
public abstract partial class FieldTagHelper : TagHelper
{
    /// <summary>The model property behind the field.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>A property of the model that <see cref="For"/> gives, by name: for views that loop over fields.</summary>
    public string? Property { get; set; }

    /// <summary>The question. Left out, the property's display name or its words.</summary>
    public string? Label { get; set; }

    /// <summary>Keeps the label for those who hear the page only, where a heading or a table column says it to those who see it.</summary>
    public bool LabelHidden { get; set; }

    /// <summary>Help in one or two short sentences, above the field.</summary>
    public string? Hint { get; set; }

    /// <summary>An id instead of the one made from the name, where a page has the same field twice.</summary>
    public string? Id { get; set; }

    /// <summary>The view being drawn.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Property is not null)
        {
            For = new ModelExpression(Property, For.ModelExplorer.GetExplorerForProperty(Property));
        }

        var field = FieldState.Read(ViewContext, For, Id);
        var own = Markup.TakeClass(output);
        var others = output.Attributes.ToList();
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Markup.Classes("govuk-form-group", field.HasErrors ? "govuk-form-group--error" : null, own));
        foreach (var part in Parts(field, others))
        {
            output.Content.AppendHtml(part);
        }
    }

    /// <summary>The parts of the group in the order they are read.</summary>
    protected abstract IEnumerable<IHtmlContent> Parts(FieldState field, IReadOnlyList<TagHelperAttribute> attributes);

    /// <summary>The words of the label.</summary>
    protected string LabelText() =>
        Label ?? For.Metadata.DisplayName ?? Words().Replace(For.Metadata.PropertyName ?? For.Name, match => " " + match.Value.ToLowerInvariant());

    /// <summary>Label, hint and error of a single control.</summary>
    protected IEnumerable<IHtmlContent> Above(FieldState field)
    {
        yield return Markup.Element("label", Markup.Classes("govuk-label", LabelHidden ? "govuk-visually-hidden" : null), LabelText())
            .With("for", field.Id);
        foreach (var part in HintAndErrors(field))
        {
            yield return part;
        }
    }

    /// <summary>A group of choices: fieldset with legend, hint and error around them.</summary>
    protected TagBuilder Fieldset(FieldState field, IHtmlContent choices)
    {
        var legend = Markup.Element("legend", Markup.Classes("govuk-fieldset__legend", LabelHidden ? "govuk-visually-hidden" : null), LabelText());
        return Markup.Element("fieldset", "govuk-fieldset", legend, HintAndErrors(field), choices)
            .With("aria-describedby", DescribedBy(field));
    }

    /// <summary>The ids that describe the control, or null when there are none.</summary>
    protected string? DescribedBy(FieldState field)
    {
        var ids = Markup.Classes(string.IsNullOrEmpty(Hint) ? null : field.HintId, field.HasErrors ? field.ErrorId : null);
        return ids.Length == 0 ? null : ids;
    }

    private IEnumerable<IHtmlContent> HintAndErrors(FieldState field)
    {
        if (!string.IsNullOrEmpty(Hint))
        {
            yield return Markup.Element("div", "govuk-hint", Hint).With("id", field.HintId);
        }

        if (field.HasErrors)
        {
            yield return Markup.Element("p", "govuk-error-message", Markup.Hidden("Error:"), " " + string.Join(". ", field.Errors))
                .With("id", field.ErrorId);
        }
    }

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Words();
}
