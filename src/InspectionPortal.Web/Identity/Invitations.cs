using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Identity;

/// <summary>Accounts for people who are invited, and the links by which they set their first password.</summary>
public sealed class Invitations(UserManager<PortalUser> users)
{
    /// <summary>Purpose of a link that opens nothing; as long as the real one, so that the two look alike.</summary>
    private const string NoPurpose = "OpensNothing.";

    /// <summary>The account of that e-mail address, made without a password where there is none.</summary>
    /// <param name="name">What the person is called; an account that exists keeps its own.</param>
    /// <param name="email">The address they will sign in with.</param>
    /// <param name="invitedBy">The partnership that invites, or null for the platform.</param>
    public async Task<PortalUser> FindOrAddAsync(string name, string email, int? invitedBy)
    {
        if (await users.FindByEmailAsync(email) is { } known)
        {
            return known;
        }

        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            DisplayName = name,
            InvitedByTenantId = invitedBy,
        };
        var outcome = await users.CreateAsync(user);

        // Invited twice at the same moment: the other made the account after it was looked for.
        return outcome.Succeeded
            ? user
            : await users.FindByEmailAsync(email) ?? throw new InvalidOperationException(string.Join(' ', outcome.Errors.Select(e => e.Code)));
    }

    /// <summary>
    /// A link for that person. It works once, for seven days, and only where the account has no password and
    /// <paramref name="invitedBy"/> made it; in every other case it looks the same and opens nothing.
    /// </summary>
    public async Task<InvitationLink> LinkAsync(PortalUser user, int? invitedBy)
    {
        var opens = CanOpen(user) && user.InvitedByTenantId == invitedBy;
        var token = opens
            ? await users.GeneratePasswordResetTokenAsync(user)
            : await users.GenerateUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, NoPurpose);
        return new InvitationLink(user.DisplayName, user.Email!, $"/account/set-password?user={user.Id}&token={Uri.EscapeDataString(token)}");
    }

    /// <summary>The account that a link opens now, or null: unknown, spent, too old, or never good.</summary>
    public async Task<PortalUser?> OpenAsync(Guid userId, string? token)
    {
        var user = await users.FindByIdAsync(userId.ToString());
        return user is not null && token is not null && CanOpen(user)
            && await users.VerifyUserTokenAsync(
                user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<PortalUser>.ResetPasswordTokenPurpose, token)
            ? user
            : null;
    }

    private static bool CanOpen(PortalUser user) => user is { PasswordHash: null, IsDisabled: false };
}

/// <summary>A link to set a first password.</summary>
/// <param name="Name">Whom it is for.</param>
/// <param name="Email">The address they sign in with.</param>
/// <param name="Path">The address from the portal's root.</param>
public sealed record InvitationLink(string Name, string Email, string Path);
