using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace InspectionPortal.Web.Data;

/// <summary>Names tables, columns, keys and indexes in snake case, so that SQL by hand needs no quotes.</summary>
internal sealed class PortalNamingConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(e => !e.IsOwned() && !e.IsMappedToJson()))
        {
            var table = Snake(entity.GetTableName()!.Replace("AspNet", string.Empty, StringComparison.Ordinal));
            entity.SetTableName(table);
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(property.Name == "Version" && property.ClrType == typeof(uint) ? "xmin" : Snake(property.Name));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(key.IsPrimaryKey() ? $"pk_{table}" : $"ak_{table}_{Columns(key.Properties)}");
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName($"{(index.IsUnique ? "ux" : "ix")}_{table}_{Columns(index.Properties)}");
            }
        }

        foreach (var foreignKey in modelBuilder.Metadata.GetEntityTypes().SelectMany(e => e.GetDeclaredForeignKeys()))
        {
            foreignKey.SetConstraintName($"fk_{foreignKey.DeclaringEntityType.GetTableName()}_{Columns(foreignKey.Properties)}");
        }
    }

    private static string Columns(IEnumerable<IConventionProperty> properties)
    {
        var columns = string.Join('_', properties.Select(p => Snake(p.Name)));
        return columns.Length <= 40 ? columns : columns[..40].TrimEnd('_');
    }

    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        foreach (var (letter, place) in name.Select((c, i) => (c, i)))
        {
            if (char.IsUpper(letter) && place > 0 && !char.IsUpper(name[place - 1]))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
