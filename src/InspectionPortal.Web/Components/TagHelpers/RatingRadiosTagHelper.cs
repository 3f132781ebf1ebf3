using InspectionPortal.Domain.Ratings;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>Choosing a rating: <c>&lt;p-rating-radios for="Rating" key="Model.RagKey" label="How is it going?" /&gt;</c>.</summary>
[HtmlTargetElement("p-rating-radios", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RatingRadiosTagHelper : FieldTagHelper
{
    /// <summary>The partnership's ratings.</summary>
    public IEnumerable<Rating> Key { get; set; } = [];

    /// <summary>Whether "Not rated" can be chosen too; it can unless told.</summary>
    public bool NotRated { get; set; } = true;

    /// <inheritdoc />
    protected override IEnumerable<IHtmlContent> Parts(FieldState field, IReadOnlyList<TagHelperAttribute> attributes)
    {
        var chosen = field.Values();
        var ratings = Key.OrderBy(rating => rating.Order).Concat(NotRated ? [Rating.NotRated] : []);
        var choices = ratings.Select((rating, index) =>
        {
            var id = index == 0 ? field.Id : $"{field.Id}-{index + 1}";
            return (IHtmlContent)Markup.Element(
                "div",
                $"p-choose__item {RatingShape.ColourClass(rating)}",
                Markup.Element("input", "p-choose__input")
                    .With("id", id)
                    .With("name", field.Name)
                    .With("type", "radio")
                    .With("value", rating.Code)
                    .With("checked", chosen.Contains(rating.Code) ? "checked" : null)
                    .WithAll(attributes)
                    .Void(),
                Markup.Element("label", "p-choose__label", RatingShape.Plain(rating, 12), Markup.Element("span", null, rating.Name)).With("for", id));
        });
        yield return Fieldset(field, Markup.Element("div", "p-choose", choices));
    }
}
