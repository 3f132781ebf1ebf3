using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>What radios and checkboxes share: a fieldset of choices, the first of which carries the field's id.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    /// <summary>What there is to choose from; a <see cref="Choice"/> may bring a hint.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>"radio" or "checkbox".</summary>
    protected abstract string Kind { get; }

    /// <summary>"govuk-radios" or "govuk-checkboxes".</summary>
    protected abstract string Block { get; }

    /// <summary>Further classes of the list of choices.</summary>
    protected virtual string? ListClass => null;

    /// <inheritdoc />
    protected override IEnumerable<IHtmlContent> Parts(FieldState field, IReadOnlyList<TagHelperAttribute> attributes)
    {
        var chosen = field.Values();
        var rows = Items.Select((item, index) => Row(field, item, index, chosen, attributes));
        yield return Fieldset(field, Markup.Element("div", Markup.Classes(Block, ListClass), rows));
    }

    private TagBuilder Row(FieldState field, SelectListItem item, int index, IReadOnlySet<string> chosen, IReadOnlyList<TagHelperAttribute> attributes)
    {
        var id = index == 0 ? field.Id : $"{field.Id}-{index + 1}";
        var value = item.Value ?? item.Text;
        var hint = (item as Choice)?.Hint;
        var isChosen = chosen.Contains(value) || (chosen.Count == 0 && item.Selected);
        return Markup.Element(
            "div",
            $"{Block}__item",
            Markup.Element("input", $"{Block}__input")
                .With("id", id)
                .With("name", field.Name)
                .With("type", Kind)
                .With("value", value)
                .With("checked", isChosen ? "checked" : null)
                .With("disabled", item.Disabled ? "disabled" : null)
                .With("aria-describedby", hint is null ? null : $"{id}-item-hint")
                .WithAll(attributes)
                .Void(),
            Markup.Element("label", $"govuk-label {Block}__label", item.Text).With("for", id),
            hint is null ? null : Markup.Element("div", $"govuk-hint {Block}__hint", hint).With("id", $"{id}-item-hint"));
    }
}
