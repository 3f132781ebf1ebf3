using System.Collections.Concurrent;
using InspectionPortal.Web.Features.Evidence;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace InspectionPortal.Testing;

/// <summary>
/// One portal on one cloned database, used by the tests of one class at a time. Each test makes its own partnership, so a plain portal
/// goes on to the next class, with its compiled queries. A fixture with settings, data or a sign-in of its own, and
/// <see cref="OwnPortal"/>, start one for their class alone.
/// </summary>
public class PortalFixture : IAsyncLifetime
{
    private static readonly ConcurrentBag<StartedPortal> Idle = [];

    private StartedPortal _portal = null!;

    public PortalHost Host => _portal.Host;

    public TestData Data => _portal.Data;

    public TestCluster Cluster { get; private set; } = null!;

    /// <summary>The clone's name, for tests that look at the catalogue or go behind the app.</summary>
    public string Database => _portal.Database;

    public string OwnerConnection => Cluster.OwnerConnection(Database);

    public string AppConnection => Cluster.AppConnection(Database);

    public string DataDirectory => _portal.DataDirectory;

    /// <summary>True where the portal goes on to another class.</summary>
    protected virtual bool IsShared => GetType() == typeof(PortalFixture);

    protected virtual bool SignInByHeader => true;

    /// <summary>True where the scheduler runs in the host; without it a job waits for ever.</summary>
    protected virtual bool RunsJobs => false;

    /// <summary>Settings of an installation, over those of Development.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal);

    public virtual async Task InitializeAsync()
    {
        Cluster = await TestCluster.GetAsync();
        if (IsShared && Idle.TryTake(out var idle))
        {
            _portal = idle;
            Host.Commands.Reset();
            return;
        }

        var database = await CloneAsync(Cluster);
        var directory = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"portal-tests-{Guid.NewGuid():N}")).FullName;
        var host = new PortalHost(Cluster.AppConnection(database), Cluster.OwnerConnection(database), directory, SignInByHeader, RunsJobs)
        {
            Settings = Settings,
        };
        Start(host);
        _portal = new StartedPortal(host, new TestData(host.Services), database, directory);
        if (IsShared)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>Makes the database that the portal works on.</summary>
    protected virtual Task<string> CloneAsync(TestCluster cluster) => cluster.CloneAsync();

    /// <summary>Starts the host in another way than in memory, where a test needs that.</summary>
    protected virtual void Start(PortalHost host)
    {
    }

    public virtual async Task DisposeAsync()
    {
        if (IsShared)
        {
            Idle.Add(_portal);
            return;
        }

        await Host.DisposeAsync();
        await Cluster.DropAsync(Database);
        Directory.Delete(DataDirectory, recursive: true);
    }

    /// <summary>A browser-like client of this person: cookies kept, redirects not followed.</summary>
    public HttpClient ClientFor(TestPerson? person)
    {
        var client = Host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        if (person is not null)
        {
            StartSession(person);
            client.DefaultRequestHeaders.Add(HeaderSignIn.UserHeader, person.Id.ToString());
            client.DefaultRequestHeaders.Add(HeaderSignIn.StampHeader, person.Stamp);
        }

        return client;
    }

    /// <summary>Runs the job that sends waiting files to the virus scanner, once.</summary>
    public async Task ScanEvidenceAsync()
    {
        await using var scope = Host.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<ScanEvidenceJob>(scope.ServiceProvider).ExecuteAsync(CancellationToken.None);
    }

    /// <summary>A session that never ends, with the strongest proof, under the person's own id.</summary>
    private void StartSession(TestPerson person)
    {
        using var connection = new NpgsqlConnection(OwnerConnection);
        connection.Open();
        using var command = new NpgsqlCommand(
            "insert into user_sessions (id, user_id, started_at, last_seen_at, expires_at, factor, confirmed_at) "
            + "select id, id, now(), '2999-01-01', '2999-01-01', 'Passkey', '2999-01-01' from users where id = $1 on conflict do nothing",
            connection);
        command.Parameters.Add(new NpgsqlParameter { Value = person.Id });
        command.ExecuteNonQuery();
    }

    private sealed record StartedPortal(PortalHost Host, TestData Data, string Database, string DataDirectory);
}
