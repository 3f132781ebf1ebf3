using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InspectionPortal.Web.Commands.Seeding;

/// <summary>Reads the folders of <c>tenants-seed</c>: one folder a partnership, one file a concern.</summary>
public sealed class SeedFiles(string folder)
{
    /// <summary>The file that a partnership has which is made by its history and not as one document.</summary>
    public const string HistoryFile = "history.yaml";

    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    /// <summary>Folders that hold a partnership, in the order of their names.</summary>
    public IReadOnlyList<string> Tenants =>
        [.. Directory.GetDirectories(folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    /// <summary>Those whose partnership is one document.</summary>
    public IReadOnlyList<string> Documents => [.. Tenants.Except(Histories, StringComparer.Ordinal)];

    /// <summary>Those whose partnership has a history.</summary>
    public IReadOnlyList<string> Histories => [.. Tenants.Where(t => File.Exists(Path.Combine(folder, t, HistoryFile)))];

    public PlatformSeed Platform() => Read<PlatformSeed>("platform.yaml") ?? new PlatformSeed();

    /// <summary>What one file of one partnership says; null where it has no such file.</summary>
    /// <exception cref="SeedException">The file cannot be read as what it should be.</exception>
    public T? Read<T>(string tenant, string file)
        where T : class => Read<T>(Path.Combine(tenant, file));

    private T? Read<T>(string path)
        where T : class
    {
        var full = Path.Combine(folder, path);
        if (!File.Exists(full))
        {
            return null;
        }

        try
        {
            return Yaml.Deserialize<T>(File.ReadAllText(full));
        }
        catch (YamlDotNet.Core.YamlException exception)
        {
            throw new SeedException($"{path}, line {exception.Start.Line}: {exception.InnerException?.Message ?? exception.Message}");
        }
    }
}
