using System.Globalization;
using InspectionPortal.Web.Tenancy;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace InspectionPortal.Testing;

/// <summary>Every endpoint that exists, with the parameters of its address filled in.</summary>
public sealed class EndpointWalk(PortalHost host)
{
    /// <summary>All endpoints, once for each method they answer.</summary>
    public IReadOnlyList<WalkedEndpoint> All()
    {
        _ = host.Server;
        return
        [
            .. host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Distinct()
                .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                    .Select(method => new WalkedEndpoint(method, e.RoutePattern, e.Metadata.GetMetadata<EndpointPlaceAttribute>()?.Place)))
                .OrderBy(e => e.Pattern.RawText, StringComparer.Ordinal),
        ];
    }
}

/// <summary>One endpoint and method.</summary>
public sealed record WalkedEndpoint(string Method, RoutePattern Pattern, EndpointPlace? Place)
{
    public bool HasId => Pattern.Parameters.Any(p => p.Name is not ("number" or "status" or "view"));

    public string Name => $"{Method} {Pattern.RawText}";

    /// <summary>The address with its parameters filled in by <paramref name="idOf"/>, asked with the literal segment before the parameter.</summary>
    public string Path(Func<string, Guid> idOf)
    {
        var literal = string.Empty;
        var segments = new List<string>();
        foreach (var segment in Pattern.PathSegments)
        {
            if (segment.Parts[0] is RoutePatternLiteralPart text)
            {
                literal = text.Content;
                segments.Add(text.Content);
            }
            else if (segment.Parts[0] is RoutePatternParameterPart { Name: "number" })
            {
                segments.Add(1.ToString(CultureInfo.InvariantCulture));
            }
            else if (segment.Parts[0] is RoutePatternParameterPart { Name: "status" })
            {
                segments.Add("404");
            }
            else if (segment.Parts[0] is RoutePatternParameterPart { Name: "view" })
            {
                segments.Add("tree");
            }
            else
            {
                segments.Add(idOf(literal).ToString());
            }
        }

        return "/" + string.Join('/', segments);
    }
}
