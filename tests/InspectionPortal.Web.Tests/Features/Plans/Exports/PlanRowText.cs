using System.Text.Json;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Tests.Features.Plans.Exports;

/// <summary>All rows that go with a plan as text, ids replaced by what they refer to, so that two partnerships can be compared.</summary>
internal sealed class PlanRowText(PortalDbContext database)
{
    private readonly Dictionary<Guid, string> _texts = [];
    private readonly Dictionary<Guid, (IEntityType Kind, object Row)> _rows = [];

    /// <summary>A line for each value: "StretchAim: … Statement = …".</summary>
    public static async Task<List<string>> ReadAsync(PortalDbContext database)
    {
        var text = new PlanRowText(database);
        foreach (var kind in PlanCopyModel.Kinds)
        {
            await text.LoadAsync(kind);
        }

        return [.. text._rows.Keys.Select(text.Of).Order(StringComparer.Ordinal)];
    }

    private async Task LoadAsync(Type kind)
    {
        var load = (Task<List<TenantEntity>>)typeof(PlanRowText).GetMethod(nameof(AllAsync))!.MakeGenericMethod(kind).Invoke(null, [database])!;
        foreach (var row in await load)
        {
            _rows[row.Id] = (database.Model.FindEntityType(kind)!, row);
        }
    }

    public static async Task<List<TenantEntity>> AllAsync<T>(PortalDbContext database)
        where T : TenantEntity => [.. await database.Set<T>().AsNoTracking().ToListAsync()];

    private string Of(Guid id)
    {
        if (_texts.TryGetValue(id, out var known))
        {
            return known;
        }

        var (kind, row) = _rows[id];
        var values = kind.GetProperties().Where(p => PlanCopyModel.Takes(p) && p.Name != "Id").OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => $"\n  {p.Name} = {Value(p, row)}");
        return _texts[id] = $"{kind.ClrType.Name}:{string.Concat(values)}";
    }

    private string Value(IProperty property, object row) => property.PropertyInfo!.GetValue(row) switch
    {
        null => "",
        Guid id when _rows.ContainsKey(id) => Short(Of(id)),
        Guid => "(nowhere)",
        DateTimeOffset at => at.ToUniversalTime().ToString("O"),
        { } value when property.GetTypeMapping().Converter is { } converter => $"{converter.ConvertToProvider(value)}",
        { } value => JsonSerializer.Serialize(value, value.GetType()),
    };

    private static string Short(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..12];
}
