using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace InspectionPortal.Testing;

/// <summary>One portal on one cloned database, shared by the tests of a class. Each test makes its own partnership.</summary>
public class PortalFixture : IAsyncLifetime
{
    private string _database = string.Empty;

    public PortalHost Host { get; private set; } = null!;

    public TestData Data { get; private set; } = null!;

    public TestCluster Cluster { get; private set; } = null!;

    /// <summary>The clone's name, for tests that look at the catalogue or go behind the app.</summary>
    public string Database => _database;

    public string OwnerConnection => Cluster.OwnerConnection(_database);

    public string AppConnection => Cluster.AppConnection(_database);

    public string DataDirectory { get; } = Path.Combine(Path.GetTempPath(), $"portal-tests-{Guid.NewGuid():N}");

    protected virtual bool SignInByHeader => true;

    /// <summary>True where the scheduler runs in the host; without it a job waits for ever.</summary>
    protected virtual bool RunsJobs => false;

    public virtual async Task InitializeAsync()
    {
        Cluster = await TestCluster.GetAsync();
        _database = await CloneAsync(Cluster);
        Directory.CreateDirectory(DataDirectory);
        Host = new PortalHost(Cluster.AppConnection(_database), Cluster.OwnerConnection(_database), DataDirectory, SignInByHeader, RunsJobs);
        Start(Host);
        Data = new TestData(Host.Services);
    }

    /// <summary>Makes the database that the portal works on.</summary>
    protected virtual Task<string> CloneAsync(TestCluster cluster) => cluster.CloneAsync();

    /// <summary>Starts the host in another way than in memory, where a test needs that.</summary>
    protected virtual void Start(PortalHost host)
    {
    }

    public virtual async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Cluster.DropAsync(_database);
        Directory.Delete(DataDirectory, recursive: true);
    }

    /// <summary>A browser-like client of this person: cookies kept, redirects not followed.</summary>
    public HttpClient ClientFor(TestPerson? person)
    {
        var client = Host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        if (person is not null)
        {
            client.DefaultRequestHeaders.Add(HeaderSignIn.UserHeader, person.Id.ToString());
            client.DefaultRequestHeaders.Add(HeaderSignIn.StampHeader, person.Stamp);
        }

        return client;
    }
}
