using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InspectionPortal.Web.Commands.Seeding;

/// <summary>Reads the folders of <c>tenants-seed</c>: one folder a partnership, one file a concern.</summary>
public sealed class SeedFiles(string folder)
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    /// <summary>Folders that hold a partnership, in the order of their names.</summary>
    public IReadOnlyList<string> Tenants => [.. Directory.GetDirectories(folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

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

/// <summary>A seed file is wrong; the message is one line that says where.</summary>
public sealed class SeedException(string message) : Exception(message);

public sealed class PlatformSeed
{
    public List<BodySeed> ScrutinyBodies { get; set; } = [];
    public AccountSeed? Administrator { get; set; }
}

public sealed class BodySeed
{
    public string Name { get; set; } = string.Empty;
    public string ShortName { get; set; } = string.Empty;
    public List<AccountSeed> Officers { get; set; } = [];
}

public sealed class AccountSeed
{
    public string Email { get; set; } = string.Empty;
    public string DisplayName { get; set; } = string.Empty;
    public List<string> Roles { get; set; } = [];
    public string? Capacity { get; set; }
    public List<string> Holds { get; set; } = [];
}

public sealed class PartnershipSeed
{
    public string Slug { get; set; } = string.Empty;
    public string Name { get; set; } = string.Empty;
    public string Kind { get; set; } = "partnership";
    public string? AsAt { get; set; }
    public string TimeZone { get; set; } = "Europe/London";
    public int Quorum { get; set; } = 1;
    public Dictionary<string, string> Vocabulary { get; set; } = [];
    public LayoutSeed? Layout { get; set; }
    public List<RatingSeed> RagKey { get; set; } = [];
    public string? Demonstration { get; set; }
}

public sealed class LayoutSeed
{
    public bool ShowVision { get; set; } = true;
    public bool ShowKeyOutcomes { get; set; } = true;
    public bool ShowDrivers { get; set; } = true;
    public List<ColumnSeed> Columns { get; set; } = [];
}

public sealed class ColumnSeed
{
    public string Field { get; set; } = string.Empty;
    public string? Label { get; set; }
    public string? Group { get; set; }
    public string? Note { get; set; }
}

public sealed class RatingSeed
{
    public string Code { get; set; } = string.Empty;
    public string Name { get; set; } = string.Empty;
    public string Meaning { get; set; } = string.Empty;
    public string Colour { get; set; } = string.Empty;
    public string Shape { get; set; } = string.Empty;
    public int Order { get; set; }
}

public sealed class PeopleSeed
{
    public List<AgencySeed> Agencies { get; set; } = [];
    public List<ResponsibilitySeed> Responsibilities { get; set; } = [];
    public List<AccountSeed> Accounts { get; set; } = [];
    public List<GrantSeed> Grants { get; set; } = [];
}

public sealed class AgencySeed
{
    public string Code { get; set; } = string.Empty;
    public string Name { get; set; } = string.Empty;
    public string Kind { get; set; } = "organisation";
    public string? Chair { get; set; }
    public string? ReportsTo { get; set; }
}

public sealed class ResponsibilitySeed
{
    public string Key { get; set; } = string.Empty;
    public string Name { get; set; } = string.Empty;
    public string Kind { get; set; } = "post";
    public string? Agency { get; set; }
    public List<string> AlsoWritten { get; set; } = [];
    public string? Note { get; set; }
}

public sealed class GrantSeed
{
    public string Body { get; set; } = string.Empty;
    public string Scope { get; set; } = string.Empty;
}
