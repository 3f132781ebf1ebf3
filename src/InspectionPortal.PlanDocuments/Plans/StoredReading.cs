using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>
/// What was read in a file, kept with the import so that looking at it does not read the file again. Holds all of an
/// <see cref="ImportResult"/>, also what the document of the verb leaves out.
/// </summary>
/// <param name="Key">By what it was read: this build of the reader and all that it knew. With another key it is read again.</param>
/// <param name="Bytes">JSON, compressed.</param>
public sealed record StoredReading(string Key, byte[] Bytes)
{
    private static readonly JsonSerializerOptions KeyJson = new(JsonSerializerDefaults.Web);

    private static readonly JsonSerializerOptions Json = new()
    {
        MaxDepth = 256,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { IncludeEverything } },
    };

    /// <summary>What was read.</summary>
    public ImportResult Result
    {
        get
        {
            using var packed = new BrotliStream(new MemoryStream(Bytes, writable: false), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<ImportResult>(packed, Json)!;
        }
    }

    /// <summary>Reads a file, and packs what is found to be kept.</summary>
    /// <exception cref="ImportException">The file cannot be read at all.</exception>
    public static (StoredReading Reading, ImportResult Result) Read(byte[] data, string fileName, ImportHints hints, ReadingBudget budget)
    {
        using var stream = new MemoryStream(data, writable: false);
        var result = PlanReader.Read(stream, fileName, hints, budget);
        return (Of(result, KeyOf(hints)), result);
    }

    /// <summary>Packs what was read to be kept.</summary>
    public static StoredReading Of(ImportResult result, string key)
    {
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(packed, result, Json);
        }

        return new StoredReading(key, bytes.ToArray());
    }

    /// <summary>The same for two readings that this build of the portal makes with the same knowledge.</summary>
    public static string KeyOf(ImportHints hints) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
        new object?[]
        {
            typeof(PlanReader).Module.ModuleVersionId,
            hints.Responsibilities.Order(StringComparer.Ordinal),
            hints.Agencies.Order(StringComparer.Ordinal),
            hints.Recommendations.Select(r => $"{r.Number}|{r.Text}").Order(StringComparer.Ordinal),
            Sorted(hints.EarlierChoices),
            Sorted(hints.Choices),
            Sorted(hints.Readings),
            hints.Table,
            hints.DoubtsLeads,
            hints.Layout,
            hints.Vocabulary,
            hints.IsNewPlan,
        },
        KeyJson))));

    private static IEnumerable<string> Sorted(IReadOnlyDictionary<string, string> choices) =>
        choices.Select(c => $"{c.Key}|{c.Value}").Order(StringComparer.Ordinal);

    /// <summary>Also what the JSON of the verb leaves out, and what is filled rather than set.</summary>
    private static void IncludeEverything(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (var property in type.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var isFilled = property.SetMethod is null && property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(List<>);
            if (property.SetMethod is null && !isFilled)
            {
                continue;
            }

            var known = type.Properties.FirstOrDefault(p => p.Name == property.Name);
            if (known is null)
            {
                known = type.CreateJsonPropertyInfo(property.PropertyType, property.Name);
                type.Properties.Add(known);
            }

            known.Get ??= property.GetValue;
            known.Set ??= isFilled ? (into, read) => Fill(property, into, read) : property.SetValue;
            known.ShouldSerialize = (_, value) => value is not null;
        }

        foreach (var computed in type.Properties.Where(p => p.Set is null && !IsParameter(type.Type, p.Name)).ToList())
        {
            type.Properties.Remove(computed);
        }
    }

    private static bool IsParameter(Type type, string name) =>
        type.GetConstructors().Any(c => c.GetParameters().Any(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)));

    private static void Fill(PropertyInfo property, object into, object? read)
    {
        var list = (System.Collections.IList)property.GetValue(into)!;
        foreach (var item in (System.Collections.IEnumerable?)read ?? Array.Empty<object>())
        {
            list.Add(item);
        }
    }
}
