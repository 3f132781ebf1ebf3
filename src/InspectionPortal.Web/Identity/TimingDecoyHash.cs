using InspectionPortal.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// A hash that costs as much to check as anybody's and that no password fits: where there is no account, or none to sign in
/// to, the portal checks this one, so that the answer takes as long.
/// </summary>
public sealed class TimingDecoyHash(IOptions<PasswordHasherOptions> options)
{
    public PortalUser Nobody { get; } = new() { DisplayName = string.Empty };

    public string Hash { get; } = new PasswordHasher<PortalUser>(options)
        .HashPassword(new PortalUser { DisplayName = string.Empty }, Guid.NewGuid().ToString());
}
