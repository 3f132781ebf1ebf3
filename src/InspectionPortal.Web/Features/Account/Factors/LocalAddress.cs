using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>Addresses to go on to that came with a request.</summary>
internal static class LocalAddress
{
    private const int MaxLength = 2000;

    /// <summary>The address where it is a page of the portal, else null.</summary>
    public static string? Own(this IUrlHelper url, string? address) =>
        address is ['/', ..] && address.Length <= MaxLength && address.All(c => c is > ' ' and < '\x7f') && url.IsLocalUrl(address)
            ? address
            : null;
}
