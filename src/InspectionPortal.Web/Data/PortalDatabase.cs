using InspectionPortal.Web.Data.EmbeddedPostgres;

namespace InspectionPortal.Web.Data;

/// <summary>
/// Where the database is. With <c>ConnectionStrings:Portal</c> it is that one; without, a PostgreSQL of the portal's own
/// runs under <c>.data/</c> for as long as the app does.
/// </summary>
public sealed class PortalDatabase : IAsyncDisposable
{
    public const string AppRole = "portal_app";

    private readonly EmbeddedPostgresServer? _embedded;

    private PortalDatabase(string app, string? owner, string dataDirectory, EmbeddedPostgresServer? embedded)
    {
        App = app;
        Owner = owner;
        DataDirectory = dataDirectory;
        _embedded = embedded;
    }

    /// <summary>Connection of the app's role, which owns nothing.</summary>
    public string App { get; }

    /// <summary>Connection of the owner, who migrates; null where this process was not given one.</summary>
    public string? Owner { get; }

    /// <summary>Where files that are not in the database are kept: evidence, and the embedded server's data.</summary>
    public string DataDirectory { get; }

    public bool IsEmbedded => _embedded is not null;

    /// <summary>Finds the database, starting the embedded one where none is configured.</summary>
    public static async Task<PortalDatabase> OpenAsync(IConfiguration configuration, string contentRoot, CancellationToken cancellationToken = default)
    {
        var root = RepositoryRoot(contentRoot);
        var dataDirectory = configuration["Portal:DataDirectory"] ?? Path.Combine(root, ".data");
        if (configuration.GetConnectionString("Portal") is { Length: > 0 } app)
        {
            return new PortalDatabase(app, configuration.GetConnectionString("PortalOwner"), dataDirectory, embedded: null);
        }

        var server = await EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions
            {
                NodeModulesDirectory = Path.Combine(root, "node_modules"),
                DataDirectory = Path.Combine(dataDirectory, "postgres"),
                Durable = true,
            },
            cancellationToken);
        await server.CreateDatabaseIfMissingAsync("portal", cancellationToken);
        return new PortalDatabase(
            server.ConnectionString("portal", AppRole), server.ConnectionString("portal", "postgres"), dataDirectory, server);
    }

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The folder that holds the solution, or the content root where the app runs published.</summary>
    public static string RepositoryRoot(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "InspectionPortal.sln")))
            {
                return folder.FullName;
            }
        }

        return contentRoot;
    }
}
