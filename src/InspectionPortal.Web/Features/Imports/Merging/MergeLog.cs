using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Data;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>Everything that an import adds and changes, in the order of the file.</summary>
internal sealed class MergeLog
{
    private readonly StringBuilder _trace = new();
    private readonly HashSet<TenantEntity> _fresh = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public List<TenantEntity> Added { get; } = [];
    public List<ImportedChange> Changed { get; } = [];

    /// <summary>The rows behind both.</summary>
    public HashSet<TenantEntity> Touched { get; } = [];

    public bool IsEmpty => Added.Count == 0 && Changed.Count == 0;

    /// <summary>The same for two imports that would do the same to the same plan.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_trace.ToString())));

    /// <summary>Says what a new row is called in the fingerprint, since its id is another each time it is made.</summary>
    public void Know(Guid id, string name) => _names[id.ToString()] = name;

    /// <summary>Notes a new row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="under">What it hangs on, by words or by the id of what is stored; never the id of a new row.</param>
    /// <param name="words">What it says.</param>
    public T Add<T>(T row, string under, string words)
        where T : TenantEntity
    {
        Added.Add(row);
        _fresh.Add(row);
        Touched.Add(row);
        _trace.Append('+').Append(typeof(T).Name).Append('|').Append(Named(under)).Append('|').Append(Named(words)).Append('\n');
        return row;
    }

    /// <summary>Changes a field where what the file says differs from what stands there; true where it does.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">Its property.</param>
    /// <param name="before">What stands there.</param>
    /// <param name="after">What the file says.</param>
    /// <param name="apply">Writes it.</param>
    /// <param name="words">What the file says in words, where the value itself is another each time it is made.</param>
    public bool Set<T>(TenantEntity row, string field, T before, T after, Action<T> apply, string? words = null)
    {
        if (EqualityComparer<T>.Default.Equals(before, after))
        {
            return false;
        }

        apply(after);
        if (!_fresh.Contains(row))
        {
            Touched.Add(row);
            Changed.Add(new ImportedChange(AuditedKind.Of(row.GetType()), row.Id, field, ToJson(before)));
        }

        _trace.Append('~').Append(row.GetType().Name).Append('|').Append(field).Append('|').Append(words is null ? ToJson(before) : _fresh.Contains(row) ? "" : row.Id.ToString()).Append('|').Append(words ?? ToJson(after)).Append('\n');
        return true;
    }

    private string Named(string words) => _names.GetValueOrDefault(words, words);

    /// <summary>A value as it is kept until the import is undone.</summary>
    public static string? ToJson(object? value) => value switch
    {
        null => null,
        Deadline deadline => DeadlineJson.Serialize(deadline),
        _ => JsonSerializer.Serialize(value, value.GetType(), ColumnJson.Options),
    };

    /// <summary>The value that was kept.</summary>
    public static object? FromJson(string? json, Type type) => json switch
    {
        null => null,
        _ when type == typeof(Deadline) => DeadlineJson.Parse(json),
        _ => JsonSerializer.Deserialize(json, type, ColumnJson.Options),
    };
}
