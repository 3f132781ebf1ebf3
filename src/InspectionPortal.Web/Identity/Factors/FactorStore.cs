using System.Buffers.Text;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity.Factors;

/// <summary>
/// Reads and changes a person's authenticator app, passkeys and recovery codes. Each change is logged, told to the person by
/// e-mail, and ends the account's sessions.
/// </summary>
public sealed class FactorStore(UserManager<PortalUser> users, PortalDbContext database, SessionStore sessions, SecurityLog log, FactorMail mail)
{
    public const int RecoveryCodeCount = 10;

    /// <summary>Names under which Identity keeps its own tokens.</summary>
    private const string Provider = "[AspNetUserStore]";
    private const string AppKey = "AuthenticatorKey";
    private const string RecoveryCodes = "RecoveryCodes";

    public async Task<PersonFactors> GetAsync(PortalUser user, CancellationToken cancellationToken)
    {
        var passkeys = await database.Set<PortalPasskey>().AsNoTracking().Where(p => p.UserId == user.Id).ToListAsync(cancellationToken);
        return new PersonFactors(
            await users.GetAuthenticatorKeyAsync(user) is not null,
            [.. passkeys.OrderBy(p => p.Data.CreatedAt).Select(p => new PasskeyRow(
                Base64Url.EncodeToString(p.CredentialId), p.Data.Name ?? "Passkey", p.Data.CreatedAt, p.LastUsedAt))],
            await users.CountRecoveryCodesAsync(user));
    }

    /// <summary>Adds the app that shares <paramref name="key"/>. The code that proved it, of <paramref name="step"/>, counts as
    /// used.</summary>
    /// <returns>New recovery codes where the person had none, else none.</returns>
    public async Task<IReadOnlyList<string>> AddAppAsync(PortalUser user, string key, long step)
    {
        user.LastTotpStep = step;
        Require(await users.SetAuthenticationTokenAsync(user, Provider, AppKey, key));
        log.Add(SecurityEventKind.FactorAdded, user.Id, "authenticator app");
        mail.Add(user, "An authenticator app was added to your account.");
        return await AddedAsync(user);
    }

    /// <summary>Adds a passkey.</summary>
    /// <returns>New recovery codes where the person had none, else none.</returns>
    public async Task<IReadOnlyList<string>> AddPasskeyAsync(PortalUser user, UserPasskeyInfo passkey)
    {
        Require(await users.AddOrUpdatePasskeyAsync(user, passkey));
        log.Add(SecurityEventKind.FactorAdded, user.Id, "passkey");
        mail.Add(user, "A passkey was added to your account.");
        return await AddedAsync(user);
    }

    public async Task RemoveAppAsync(PortalUser user, CancellationToken cancellationToken)
    {
        Require(await users.RemoveAuthenticationTokenAsync(user, Provider, AppKey));
        log.Add(SecurityEventKind.FactorRemoved, user.Id, "authenticator app");
        mail.Add(user, "The authenticator app was removed from your account.");
        await RemovedAsync(user, cancellationToken);
    }

    public async Task RemovePasskeyAsync(PortalUser user, string id, CancellationToken cancellationToken)
    {
        Require(await users.RemovePasskeyAsync(user, Base64Url.DecodeFromChars(id)));
        log.Add(SecurityEventKind.FactorRemoved, user.Id, "passkey");
        mail.Add(user, "A passkey was removed from your account.");
        await RemovedAsync(user, cancellationToken);
    }

    /// <summary>New recovery codes; the ones before no longer work.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(PortalUser user)
    {
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodeCount) ?? [];
        log.Add(SecurityEventKind.FactorAdded, user.Id, "recovery codes");
        mail.Add(user, "New recovery codes were created for your account. Your old codes no longer work.");
        return [.. codes];
    }

    /// <summary>Takes every second step from a person who lost theirs, and ends all their sessions.</summary>
    public async Task ResetAsync(PortalUser user, CancellationToken cancellationToken)
    {
        foreach (var passkey in await users.GetPasskeysAsync(user))
        {
            Require(await users.RemovePasskeyAsync(user, passkey.CredentialId));
        }

        Require(await users.RemoveAuthenticationTokenAsync(user, Provider, AppKey));
        Require(await users.RemoveAuthenticationTokenAsync(user, Provider, RecoveryCodes));
        Require(await users.SetTwoFactorEnabledAsync(user, false));
        log.Add(SecurityEventKind.FactorRemoved, user.Id, "all, by an administrator");
        mail.AddReset(user);
        await sessions.EndAllAsync(user.Id, except: null, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> AddedAsync(PortalUser user)
    {
        // The stamp moves with it, which ends every other session and every sign-in that is half done.
        Require(await users.SetTwoFactorEnabledAsync(user, true));
        return await users.CountRecoveryCodesAsync(user) > 0
            ? []
            : [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodeCount) ?? []];
    }

    private async Task RemovedAsync(PortalUser user, CancellationToken cancellationToken)
    {
        var left = await GetAsync(user, cancellationToken);
        if (!left.Any)
        {
            Require(await users.RemoveAuthenticationTokenAsync(user, Provider, RecoveryCodes));
        }

        Require(await users.SetTwoFactorEnabledAsync(user, left.Any));
    }

    private static void Require(IdentityResult outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new DbUpdateConcurrencyException(string.Join(' ', outcome.Errors.Select(e => e.Code)));
        }
    }
}
