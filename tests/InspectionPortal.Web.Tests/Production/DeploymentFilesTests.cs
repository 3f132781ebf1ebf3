using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using InspectionPortal.Testing;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using YamlDotNet.Serialization;

namespace InspectionPortal.Web.Tests.Production;

/// <summary>What <c>deploy/</c>, the image and the page about running the portal promise.</summary>
public sealed partial class DeploymentFilesTests
{
    private static readonly Dictionary<object, object> Compose = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build()
        .Deserialize<Dictionary<object, object>>(Read("deploy/compose.yaml"));

    [Fact]
    public void Compose_OnlyTheProxy_PublishesPorts() => Assert.Equal(
        ["proxy"], Services().Where(s => s.Value.ContainsKey("ports")).Select(s => s.Key));

    [Fact]
    public void Compose_Database_IsReachedByThePortalAlone()
    {
        Assert.Equal(["back"], Networks("database"));
        Assert.Equal(["back"], Networks("migrate"));
        Assert.Equal(["back", "front"], Networks("portal").Order(StringComparer.Ordinal));
        Assert.Equal(["front"], Networks("proxy"));
        Assert.Equal("True", Map(Map(Compose["networks"])["back"])["internal"].ToString(), ignoreCase: true);
    }

    [Fact]
    public void Compose_ProxyThatIsBelieved_IsTheOneThatIsThere()
    {
        var proxy = Map(Map(Services()["proxy"]["networks"])["front"])["ipv4_address"];
        Assert.Equal(proxy, Environment("portal")["Proxy__Addresses__0"]);
        Assert.Null(ForwardedRequests.Problem(new ProxyOptions { Addresses = { (string)proxy } }));
        var given = IPNetwork.Parse((string)Map(((List<object>)Map(Map(Map(Compose["networks"])["front"])["ipam"])["config"])[0])["ip_range"]);
        Assert.False(given.Contains(IPAddress.Parse((string)proxy)), "Another container can be given the proxy's address.");
    }

    [Fact]
    public void Compose_Variables_HaveNoDefault()
    {
        var variables = Variable().Matches(Read("deploy/compose.yaml")).Select(m => m.Value).ToList();

        Assert.NotEmpty(variables);
        Assert.All(variables, variable => Assert.EndsWith(":?}", variable, StringComparison.Ordinal));
        var secrets = Services().Keys.SelectMany(Environment).Where(e => SecretName().IsMatch(e.Key)).Select(e => e.Value)
            .Concat(Map(Compose["secrets"]).Values.Select(s => (string)Map(s)["file"]));
        Assert.All(secrets, secret => Assert.Contains(":?}", secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Compose_SettingsOfThePortal_Exist()
    {
        var named = new[] { "portal", "migrate" }.SelectMany(s => Environment(s).Keys).Select(Setting).Distinct().ToList();

        Assert.Contains("Portal:PublicAddress", named);
        Assert.Empty(named.Except(KnownSettings()));
    }

    [Fact]
    public void Compose_Portal_HasAllThatItAsksForAtItsStart()
    {
        var given = Environment("portal").Keys.Select(Setting).ToHashSet();
        Assert.Superset(
            new HashSet<string> { "Portal:PublicAddress", "ConnectionStrings:Portal", "DataProtection:Certificate", "Proxy:Addresses" }, given);
        Assert.DoesNotContain("ConnectionStrings:PortalOwner", given);
    }

    [Fact]
    public void RunningPage_EverySettingOfTheStart_IsExplained()
    {
        var page = Read("docs/running.md");
        var settings = new[] { typeof(PortalOptions), typeof(ProxyOptions), typeof(KeyProtectionOptions) }.SelectMany(SettingsOf)
            .Concat(["ConnectionStrings:Portal", "ConnectionStrings:PortalOwner", "Portal:DataDirectory"]);

        Assert.Empty(settings.Where(setting => !page.Contains($"`{setting}`", StringComparison.Ordinal)));
        Assert.Empty(Variable().Matches(Read("deploy/compose.yaml")).Select(m => m.Value[2..^3]).Distinct()
            .Where(variable => !page.Contains($"`{variable}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Versions_OfDotNet_FloatToTheNewestPatch()
    {
        Assert.Equal(["sdk:10.0", "aspnet:10.0"], Image().Matches(Read("Dockerfile")).Select(m => m.Groups[1].Value));
        Assert.Contains("\"rollForward\": \"latestFeature\"", Read("global.json"), StringComparison.Ordinal);
        var runtime = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "InspectionPortal.Web.runtimeconfig.json"));
        Assert.DoesNotContain("rollForward", runtime, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"version\": \"10.0.0\"", runtime, StringComparison.Ordinal);
    }

    /// <summary><c>Proxy__Addresses__0</c> is <c>Proxy:Addresses</c>.</summary>
    private static string Setting(string variable) => string.Join(':', variable.Split("__").TakeWhile(part => !char.IsAsciiDigit(part[0])));

    private static HashSet<string> KnownSettings() =>
    [
        "ConnectionStrings:Portal", "ConnectionStrings:PortalOwner", "Portal:DataDirectory",
        .. typeof(PortalOptions).Assembly.GetTypes().SelectMany(SettingsOf),
    ];

    private static IEnumerable<string> SettingsOf(Type options) =>
        options.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() is string section
            ? options.GetProperties().Where(p => p.CanWrite || p.PropertyType.IsGenericType).Select(p => $"{section}:{p.Name}")
            : [];

    private static Dictionary<string, Dictionary<object, object>> Services() =>
        Map(Compose["services"]).ToDictionary(s => (string)s.Key, s => Map(s.Value), StringComparer.Ordinal);

    private static Dictionary<string, string> Environment(string service) => Services()[service].TryGetValue("environment", out var environment)
        ? Map(environment).ToDictionary(e => (string)e.Key, e => (string)e.Value, StringComparer.Ordinal)
        : [];

    private static List<string> Networks(string service) => Services()[service]["networks"] switch
    {
        Dictionary<object, object> named => [.. named.Keys.Cast<string>()],
        List<object> listed => [.. listed.Cast<string>()],
        var other => throw new Xunit.Sdk.XunitException($"{service} has networks of the kind {other.GetType()}."),
    };

    private static Dictionary<object, object> Map(object value) => (Dictionary<object, object>)value;

    private static string Read(string path) => File.ReadAllText(Path.Combine(TestCluster.RepositoryRoot, path));

    [GeneratedRegex(@"\$\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex("password|secret", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"^FROM mcr\.microsoft\.com/dotnet/(\S+)", RegexOptions.Multiline, 1000)]
    private static partial Regex Image();
}
