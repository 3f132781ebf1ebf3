using System.Security.Cryptography;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity.Factors;

/// <summary>
/// Identity's store, but for what it keeps as tokens: the key that is shared with an authenticator app and the recovery
/// codes. They are encrypted with the portal's own keys, so that a copy of the database alone gives nobody a second step.
/// </summary>
public sealed class PortalUserStore(PortalDbContext context, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<PortalUser, PortalDbContext, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, PortalPasskey>(
        context, describer)
{
    private readonly IDataProtector _protector = protection.CreateProtector("InspectionPortal.UserTokens");

    public override async Task<string?> GetTokenAsync(PortalUser user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var stored = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        try
        {
            return stored is null ? null : _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            // Not ours, or its key is gone: the same as none, so that nobody gets in by it.
            return null;
        }
    }

    public override Task SetTokenAsync(PortalUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);
}
