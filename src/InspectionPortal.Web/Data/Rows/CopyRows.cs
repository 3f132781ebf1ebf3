using System.Text.Json;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InspectionPortal.Web.Data.Rows;

/// <summary>The rows of a plan's copy by their kinds.</summary>
public sealed class CopyRows
{
    private static readonly JsonElement Null = JsonDocument.Parse("null").RootElement.Clone();

    private readonly IModel _model;
    private readonly Dictionary<Type, List<CopyRow>> _rows = PlanCopyModel.Kinds.ToDictionary(k => k, _ => new List<CopyRow>());

    public CopyRows(IModel model) => _model = model;

    /// <summary>The rows of a kind.</summary>
    public List<CopyRow> this[Type kind] => _rows[kind];

    /// <summary>How many there are.</summary>
    public int Count => _rows.Values.Sum(r => r.Count);

    /// <summary>Keeps one plan, with what it and its rows refer to, and drops everything else.</summary>
    public void KeepPlan(Guid planId)
    {
        _rows[typeof(Plan)].RemoveAll(p => p.Id != planId);
        DropLeft();
        var answered = _rows[typeof(PlanInspection)].Select(i => i.Reference(nameof(PlanInspection.InspectionId))).ToHashSet();
        var linked = _rows[typeof(RecommendationLink)].Select(l => l.Reference(nameof(RecommendationLink.RecommendationId))).ToHashSet();
        _rows[typeof(Recommendation)].RemoveAll(r => !linked.Contains(r.Id) && !answered.Contains(InspectionOf(r)));
        answered.UnionWith(_rows[typeof(Recommendation)].Select(InspectionOf));
        _rows[typeof(Inspection)].RemoveAll(i => !answered.Contains(i.Id));
        DropLeft();
    }

    /// <summary>Drops rows that refer to one that is not there, until none is left.</summary>
    public void DropLeft()
    {
        for (var isDropping = true; isDropping;)
        {
            isDropping = false;
            var ids = _rows.ToDictionary(r => r.Key, r => r.Value.Select(v => v.Id).ToHashSet());
            foreach (var kind in PlanCopyModel.Kinds)
            {
                var references = ReferencesOf(_model.FindEntityType(kind)!).ToList();
                isDropping |= _rows[kind].RemoveAll(row => references.Exists(r => IsLeft(kind, row, r, ids))) > 0;
            }
        }
    }

    /// <summary>The values of a kind that refer to rows of a copy, with what they refer to.</summary>
    public static IEnumerable<(string Value, Type Of)> ReferencesOf(IEntityType kind) =>
        from key in kind.GetForeignKeys()
        where PlanCopyModel.PlaceOf(key.PrincipalEntityType.ClrType) < PlanCopyModel.Kinds.Count
        from property in key.Properties
        where property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?)
        where PlanCopyModel.Takes(property)
        select (property.Name, key.PrincipalEntityType.ClrType);

    /// <summary>By the names that files have for them.</summary>
    public Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>> ByName()
    {
        var named = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>>(StringComparer.Ordinal);
        foreach (var (kind, rows) in _rows.Where(r => r.Value.Count > 0))
        {
            named[AuditedKind.Of(kind)] = [.. rows.Select(r => r.Values)];
        }

        return named;
    }

    /// <summary>The rows of a file. Kinds that are not known are left out.</summary>
    /// <exception cref="RowException">A row has no id, or two have the same.</exception>
    public static CopyRows Of(IModel model, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>> rows)
    {
        var copy = new CopyRows(model);
        var ids = new HashSet<Guid>();
        foreach (var kind in PlanCopyModel.Kinds)
        {
            foreach (var found in rows.GetValueOrDefault(AuditedKind.Of(kind)) ?? [])
            {
                var values = found ?? throw new RowException($"A row of {kind.Name} is empty.");
                var row = new CopyRow(Guid.Empty, values.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal));
                var id = row.Reference("Id") ?? throw new RowException($"A row of {kind.Name} has no id.");
                copy[kind].Add(ids.Add(id) ? row with { Id = id } : throw new RowException($"Two rows have the id {id}."));
            }
        }

        return copy;
    }

    private static Guid? InspectionOf(CopyRow recommendation) => recommendation.Reference(nameof(Recommendation.InspectionId));

    /// <summary>True where the row needs one that is not there; a reference that it can do without is taken away.</summary>
    private static bool IsLeft(Type kind, CopyRow row, (string Value, Type Of) reference, Dictionary<Type, HashSet<Guid>> ids)
    {
        if (row.Reference(reference.Value) is not { } id || ids[reference.Of].Contains(id))
        {
            return false;
        }

        if (!PlanCopyModel.IsLoose(kind, reference.Value))
        {
            return true;
        }

        row.Values[reference.Value] = Null;
        return false;
    }
}
