using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>One of a list: <c>&lt;p-select for="AimId" items="Model.Aims" label="Which aim?" empty="Choose an aim" /&gt;</c>.</summary>
[HtmlTargetElement("p-select", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper : FieldTagHelper
{
    /// <summary>What there is to choose from. Items with a group are shown under its name.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>The words of a first option that chooses nothing. Left out, there is none.</summary>
    public string? Empty { get; set; }

    /// <inheritdoc />
    protected override IEnumerable<IHtmlContent> Parts(FieldState field, IReadOnlyList<TagHelperAttribute> attributes)
    {
        foreach (var part in Above(field))
        {
            yield return part;
        }

        var chosen = field.Values();
        var options = new HtmlContentBuilder();
        if (Empty is not null)
        {
            options.AppendHtml(Option(new SelectListItem(Empty, string.Empty), chosen));
        }

        foreach (var group in Items.GroupBy(item => item.Group?.Name, StringComparer.Ordinal))
        {
            var inside = group.Select(item => Option(item, chosen));
            options.AppendHtml(group.Key is null
                ? Joined(inside)
                : Markup.Element("optgroup", null, inside).With("label", group.Key));
        }

        yield return Markup.Element("select", Markup.Classes("govuk-select", field.HasErrors ? "govuk-select--error" : null), options)
            .With("id", field.Id)
            .With("name", field.Name)
            .With("aria-describedby", DescribedBy(field))
            .WithAll(attributes);
    }

    private static TagBuilder Option(SelectListItem item, IReadOnlySet<string> chosen)
    {
        var value = item.Value ?? item.Text;
        var isChosen = chosen.Contains(value) || (chosen.Count == 0 && item.Selected);
        return Markup.Element("option", null, item.Text)
            .With("value", value)
            .With("selected", isChosen ? "selected" : null)
            .With("disabled", item.Disabled ? "disabled" : null);
    }

    private static HtmlContentBuilder Joined(IEnumerable<IHtmlContent> parts)
    {
        var builder = new HtmlContentBuilder();
        foreach (var part in parts)
        {
            builder.AppendHtml(part);
        }

        return builder;
    }
}
