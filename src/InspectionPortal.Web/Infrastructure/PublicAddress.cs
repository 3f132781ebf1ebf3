using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>
/// Makes whole addresses out of paths, always from the configured public address and never from the request: a request's
/// Host header is written by whoever sends it.
/// </summary>
public sealed class PublicAddress(IOptions<PortalOptions> options, IServer server)
{
    private const string DevelopmentAddress = "http://localhost:5080";

    /// <summary>The portal's own address without a slash at the end.</summary>
    public string Root => (options.Value.PublicAddress ?? ListeningAddress() ?? DevelopmentAddress).TrimEnd('/');

    /// <summary>The whole address of a page.</summary>
    /// <param name="path">The path from the portal's root, such as <c>/account/sign-in</c>.</param>
    /// <exception cref="ArgumentException">The path does not start with one slash.</exception>
    public string For(string path) => path is ['/', ..] and not ['/', '/', ..]
        ? Root + path
        : throw new ArgumentException($"'{path}' is not a path from the root.", nameof(path));

    /// <summary>Only where nothing is configured, which production refuses: the first address this process listens on.</summary>
    private string? ListeningAddress() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
}
