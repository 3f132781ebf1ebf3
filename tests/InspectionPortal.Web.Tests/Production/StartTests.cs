using InspectionPortal.Testing;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace InspectionPortal.Web.Tests.Production;

/// <summary>How the portal starts, from where, and when it refuses.</summary>
public sealed class StartTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Published_WithoutSettings_RefusesAndNamesThemAll()
    {
        var (exitCode, said) = await RunningProcess.RunAsync("dotnet", [await PublishedBuild.ProgramAsync()], portal.DataDirectory, Plain("Production"));

        Assert.Equal(1, exitCode);
        Assert.Single(said.Split('\n'));
        foreach (var setting in new[] { "Portal:PublicAddress", "ConnectionStrings:Portal", "DataProtection:Certificate", "Proxy:Networks" })
        {
            Assert.Contains(setting, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Published_InDevelopmentWithoutTheRepository_SaysSoAndMakesNoAccounts()
    {
        var (exitCode, said) = await RunningProcess.RunAsync("dotnet", [await PublishedBuild.ProgramAsync()], portal.DataDirectory, Plain("Development"));

        Assert.Equal(1, exitCode);
        Assert.Single(said.Split('\n'));
        Assert.Contains("run the portal from its repository", said, StringComparison.Ordinal);
        Assert.Contains("Demo:Password is not set", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_OutsideDevelopment_AddsPartnershipsButNoAccount()
    {
        var folder = Directory.CreateDirectory(Path.Combine(portal.DataDirectory, "small-seed")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "platform.yaml"),
            """
            administrator: { email: seeded-administrator@portal.example, displayName: Seeded }
            scrutinyBodies:
              - { name: A body, shortName: Seeded body, officers: [ { email: seeded-officer@portal.example, displayName: Officer } ] }
            """);
        var environment = Plain("Production");
        environment["ConnectionStrings__Portal"] = portal.AppConnection;
        environment["Portal__DataDirectory"] = portal.DataDirectory;

        var (exitCode, said) = await RunningProcess.RunAsync(
            "dotnet", [await PublishedBuild.ProgramAsync(), "seed", "--from", folder], portal.DataDirectory, environment);

        Assert.True(exitCode == 0, said);
        Assert.True(await portal.Data.OnPlatformAsync(database => database.ScrutinyBodies.AnyAsync(b => b.ShortName == "Seeded body")));
        Assert.False(await portal.Data.OnPlatformAsync(database => database.Users.AnyAsync(u => u.Email!.StartsWith("seeded-"))));
    }

    [Fact]
    public void ContentRoot_IsTheProgramsOwnFolderWhereverItIsStarted()
    {
        var published = Directory.CreateDirectory(Path.Combine(portal.DataDirectory, "published")).FullName;
        Directory.CreateDirectory(Path.Combine(published, "wwwroot"));

        Assert.Equal(published, PortalBuilder.ContentRoot(published));
        Assert.Equal(Path.Combine(TestCluster.RepositoryRoot, "src", "InspectionPortal.Web"), PortalBuilder.ContentRoot(AppContext.BaseDirectory));
        Assert.Equal(portal.DataDirectory, PortalBuilder.ContentRoot(portal.DataDirectory));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("Portal:PublicAddress=", "Portal:PublicAddress")]
    [InlineData("Portal:PublicAddress=http://plans.example", "Portal:PublicAddress")]
    [InlineData("Portal:PublicAddress=plans.example", "Portal:PublicAddress")]
    [InlineData("Portal:PublicAddress=https://plans.example/portal", "Portal:PublicAddress")]
    [InlineData("Portal:PublicAddress=https://plans.example/?x", "Portal:PublicAddress")]
    [InlineData("ConnectionStrings:Portal=", "ConnectionStrings:Portal")]
    [InlineData("DataProtection:Certificate=", "DataProtection:Certificate")]
    [InlineData("DataProtection:CertificatePassword=wrong", "DataProtection:Certificate")]
    [InlineData("DataProtection:Old:0:Certificate=/nowhere.pfx", "DataProtection:Old")]
    [InlineData("Proxy:Networks:0=", "Proxy:Networks")]
    [InlineData("Proxy:Networks:0=0.0.0.0/0", "everybody")]
    [InlineData("ForwardedHeaders_Enabled=true", "ASPNETCORE_FORWARDEDHEADERS_ENABLED")]
    public void Problem_InProduction_NamesTheSettingThatIsMissingOrWrong(string change, string? expected)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Portal:PublicAddress"] = "https://plans.example",
            ["ConnectionStrings:Portal"] = "Host=database",
            ["DataProtection:Certificate"] = TestCertificates.Pfx(portal.DataDirectory, "start", "right"),
            ["DataProtection:CertificatePassword"] = "right",
            ["Proxy:Networks:0"] = "172.28.0.0/24",
        };
        if (change.Split('=', 2) is [var name, var value])
        {
            settings[name] = value.Length == 0 ? null : value;
        }

        var problem = StartupChecks.Problem(null, Configuration(settings), new Place("Production"));

        if (expected is null)
        {
            Assert.Null(problem);
        }
        else
        {
            Assert.Contains(expected, problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Production", "migrate", false)]
    [InlineData("Production", "seed", false)]
    [InlineData("Production", "administrator", true)]
    [InlineData("Development", null, true)]
    [InlineData("Development", "seed", true)]
    [InlineData("Development", "migrate", false)]
    public void Problem_WithoutAnySettingInTheRepository_StopsWhatWouldMakeAccountsOrKeys(string environment, string? verb, bool isStopped) =>
        Assert.Equal(isStopped, StartupChecks.Problem(verb, Configuration([]), new Place(environment)) is not null);

    [Fact]
    public void Problem_ServedOverHttpsByTheProgramItself_NeedsNoProxy()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Portal:PublicAddress"] = "https://plans.example",
            ["ConnectionStrings:Portal"] = "Host=database",
            ["DataProtection:Certificate"] = TestCertificates.Pfx(portal.DataDirectory, "own", "right"),
            ["DataProtection:CertificatePassword"] = "right",
            ["Kestrel:Endpoints:Public:Url"] = "https://*:8443",
        };

        Assert.Null(StartupChecks.Problem(null, Configuration(settings), new Place("Production")));
    }

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    /// <summary>An environment without any setting of the portal.</summary>
    private static Dictionary<string, string?> Plain(string environment) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = environment,
        ["DOTNET_ENVIRONMENT"] = null,
        ["ConnectionStrings__Portal"] = null,
    };

    private sealed class Place(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;
        public string ApplicationName { get; set; } = "InspectionPortal";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
