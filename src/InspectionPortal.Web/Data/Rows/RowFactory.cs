using System.Text.Json;
using InspectionPortal.Domain.Partnerships;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Data.Rows;

/// <summary>Makes new rows of values that came in a file.</summary>
/// <param name="idOf">The id that a value gets instead of the one in the file; null for none.</param>
public sealed class RowFactory(Func<IProperty, Guid, Guid?> idOf)
{
    /// <summary>A row of this kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="values">The values by their names. One that is not there keeps what a new row has.</param>
    /// <param name="takes">Which of the values are taken.</param>
    /// <exception cref="RowException">The row cannot have one of the values.</exception>
    public TenantEntity Create(IEntityType kind, Func<string, JsonElement?> values, Func<IProperty, bool> takes)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(takes);
        var row = (TenantEntity)Activator.CreateInstance(kind.ClrType, nonPublic: true)!;
        foreach (var property in kind.GetProperties().Where(p => p.PropertyInfo is not null && takes(p)))
        {
            if (values(property.Name) is { } json)
            {
                property.PropertyInfo!.SetValue(row, Own(property, RowValue.Read(property, json)));
            }

            if (!property.IsNullable && property.PropertyInfo!.GetValue(row) is null)
            {
                throw Missing(property);
            }
        }

        return row;
    }

    private object? Own(IProperty property, object? value)
    {
        if (value is not Guid id)
        {
            return value;
        }

        var own = idOf(property, id);
        return own is null && !property.IsNullable ? throw Missing(property) : own;
    }

    private static RowException Missing(IProperty property) =>
        new($"“{property.Name}” of {property.DeclaringType.ClrType.Name} is missing.");
}
