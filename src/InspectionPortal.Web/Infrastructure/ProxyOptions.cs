namespace InspectionPortal.Web.Infrastructure;

/// <summary>Which proxies may say where a request came from; section <c>Proxy</c> of the configuration.</summary>
public sealed class ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>Networks of proxies, such as <c>172.28.0.0/24</c>.</summary>
    public IList<string> Networks { get; } = [];

    /// <summary>Addresses of single proxies, such as <c>10.0.0.4</c>.</summary>
    public IList<string> Addresses { get; } = [];

    /// <summary>How many proxies stand in a row between a browser and the portal.</summary>
    public int Hops { get; set; } = 1;

    /// <summary>True where at least one proxy is named.</summary>
    public bool IsConfigured => Networks.Count + Addresses.Count > 0;

    /// <summary>Reads the section; empty where there is none.</summary>
    public static ProxyOptions From(IConfiguration configuration)
    {
        var options = new ProxyOptions();
        configuration.GetSection(Section).Bind(options);
        foreach (var list in new[] { options.Networks, options.Addresses })
        {
            // A variable that is there but empty names nobody.
            foreach (var blank in list.Where(string.IsNullOrWhiteSpace).ToList())
            {
                list.Remove(blank);
            }
        }

        return options;
    }
}
