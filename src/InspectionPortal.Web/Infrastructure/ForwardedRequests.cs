using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>
/// Believes the address and the scheme that a configured proxy forwards, and nobody else's. The host is never taken from a
/// header: the proxy passes on the one that the browser asked for.
/// </summary>
public static class ForwardedRequests
{
    private const int HopsMaximum = 10;

    public static IServiceCollection AddForwardedRequests(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = ProxyOptions.From(configuration);
        return services.Configure<ForwardedHeadersOptions>(options => Apply(proxies, options));
    }

    /// <summary>What is wrong with the settings, in one sentence; null where nothing is.</summary>
    public static string? Problem(ProxyOptions proxies)
    {
        if (proxies.Networks.FirstOrDefault(n => !IPNetwork.TryParse(n, out _)) is { } network)
        {
            return $"Proxy:Networks holds '{network}', which is not a network such as 172.28.0.0/24.";
        }

        if (proxies.Networks.FirstOrDefault(n => IPNetwork.Parse(n).PrefixLength == 0) is { } everyone)
        {
            return $"Proxy:Networks holds '{everyone}', which is everybody: name the network of the proxy alone.";
        }

        if (proxies.Addresses.FirstOrDefault(a => !IPAddress.TryParse(a, out _)) is { } address)
        {
            return $"Proxy:Addresses holds '{address}', which is not an address such as 10.0.0.4.";
        }

        return proxies.Hops is >= 1 and <= HopsMaximum ? null : $"Proxy:Hops must be from 1 to {HopsMaximum}.";
    }

    /// <summary>
    /// Turns the settings into the framework's. With no proxy named nothing is believed: its empty lists would mean everybody.
    /// </summary>
    public static void Apply(ProxyOptions proxies, ForwardedHeadersOptions options)
    {
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        options.ForwardedHeaders = proxies.IsConfigured
            ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
            : ForwardedHeaders.None;
        options.ForwardLimit = proxies.Hops;
        foreach (var network in proxies.Networks)
        {
            options.KnownIPNetworks.Add(IPNetwork.Parse(network));
        }

        foreach (var address in proxies.Addresses)
        {
            options.KnownProxies.Add(IPAddress.Parse(address));
        }
    }
}
