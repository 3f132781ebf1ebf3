using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Components.TagHelpers;

/// <summary>
/// The order in which a model declares its properties, which is the order in which forms ask for them. ModelState keeps none that
/// a reader would recognise.
/// </summary>
internal static class FieldOrder
{
    private const int Unknown = 9999;

    /// <summary>A text that sorts the fields of a model; what belongs to no field comes first, what the model does not know last.</summary>
    /// <param name="model">The model of the view.</param>
    /// <param name="key">The name of the field, such as "Items[2].Title".</param>
    public static string Of(ModelMetadata? model, string key)
    {
        var order = new StringBuilder();
        foreach (var part in key.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.EndsWith(']'))
            {
                order.Append(int.TryParse(part[..^1], CultureInfo.InvariantCulture, out var index) ? $"{index:D4}" : part);
                model = model?.ElementMetadata;
                continue;
            }

            var properties = model?.Properties.ToList() ?? [];
            var place = properties.FindIndex(property => string.Equals(property.PropertyName, part, StringComparison.OrdinalIgnoreCase));
            order.Append($"{(place < 0 ? Unknown : place):D4}");
            model = place < 0 ? null : properties[place];
        }

        return order.ToString();
    }
}
