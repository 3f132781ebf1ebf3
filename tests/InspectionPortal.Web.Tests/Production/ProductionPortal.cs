using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Data;
using Npgsql;

namespace InspectionPortal.Web.Tests.Production;

/// <summary>The published build, started as an installation starts it: in Production, from some other folder, on a database of its own.</summary>
public sealed class ProductionPortal : IAsyncLifetime
{
    private TestCluster _cluster = null!;
    private RunningProcess _portal = null!;
    private string _database = string.Empty;

    public string Folder { get; } = Directory.CreateTempSubdirectory("portal-production-").FullName;

    public int Port { get; } = RunningProcess.FreePort();

    /// <summary>What the portal has written to its log.</summary>
    internal string Log => _portal.Said;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.GetAsync();
        _database = await _cluster.CloneAsync();
        _portal = RunningProcess.Start("dotnet", [await PublishedBuild.ProgramAsync()], Folder, Settings());
        await _portal.AnswersAsync(Port);
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _cluster.DropAsync(_database);
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Runs a verb of the published build with the same settings.</summary>
    internal async Task<(int ExitCode, string Said)> VerbAsync(params string[] arguments) =>
        await RunningProcess.RunAsync("dotnet", [await PublishedBuild.ProgramAsync(), .. arguments], Folder, Settings());

    /// <summary>The keys of cookies and links as they are stored.</summary>
    internal async Task<IReadOnlyList<string>> KeysAsync()
    {
        await using var owner = new NpgsqlConnection(_cluster.OwnerConnection(_database));
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand("select xml from data_protection_keys", owner);
        await using var reader = await command.ExecuteReaderAsync();
        var keys = new List<string>();
        while (await reader.ReadAsync())
        {
            keys.Add(reader.GetString(0));
        }

        return keys;
    }

    /// <summary>The environment of an installation, with none of what the tests themselves run in.</summary>
    private Dictionary<string, string?> Settings()
    {
        var certificate = Path.Combine(Folder, "keys.pfx");
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["DOTNET_ENVIRONMENT"] = null,
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}",
            ["ConnectionStrings__Portal"] = _cluster.AppConnection(_database),
            ["Portal__PublicAddress"] = $"https://{ReverseProxy.Host}",
            ["Portal__DataDirectory"] = Path.Combine(Folder, "data"),
            ["Proxy__Addresses__0"] = "127.0.0.1",
            ["DataProtection__Certificate"] = File.Exists(certificate) ? certificate : TestCertificates.Pfx(Folder, "keys", "for the tests"),
            ["DataProtection__CertificatePassword"] = "for the tests",
        };
    }
}
