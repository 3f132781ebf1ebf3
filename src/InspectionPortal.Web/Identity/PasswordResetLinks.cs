using InspectionPortal.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Identity;

/// <summary>Finds the account that a link to choose a new password opens now.</summary>
public sealed class PasswordResetLinks(UserManager<PortalUser> users, PasswordResetTokens tokens)
{
    /// <summary>The account, or null: the link is forged, used, too old, or the account may not be reset.</summary>
    public async Task<PortalUser?> FindAsync(string? token) =>
        tokens.Read(token) is var (userId, stamp)
        && await users.FindByIdAsync(userId.ToString()) is { } user
        && PasswordResetSender.MayReset(user)
        && user.SecurityStamp == stamp
            ? user
            : null;
}
