using InspectionPortal.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Identity.Factors;

/// <summary>Checks codes of authenticator apps, recovery codes and, to confirm, passwords. Guessing is slowed as at sign-in.</summary>
public sealed class CodeVerifier(UserManager<PortalUser> users, SignInThrottle throttle, SecurityLog log, TimeProvider time)
{
    private const int RecoveryCodeLength = 10;

    /// <summary>Checks what somebody typed as their second step: six digits of an app, or a recovery code.</summary>
    /// <param name="user">Whose code it has to be.</param>
    /// <param name="code">What was typed; spaces and dashes do not matter.</param>
    /// <param name="from">Where the attempt comes from.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<FactorProof> CheckCodeAsync(PortalUser user, string code, string from, CancellationToken cancellationToken)
    {
        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return SlowlyAsync(
            user, from,
            () => plain.Length == TotpCodes.Digits && plain.All(char.IsAsciiDigit) ? CheckAppAsync(user, plain) : CheckRecoveryAsync(user, plain),
            cancellationToken);
    }

    /// <summary>Checks the password of somebody who has nothing else to confirm with.</summary>
    public Task<FactorProof> CheckPasswordAsync(PortalUser user, string password, string from, CancellationToken cancellationToken) => SlowlyAsync(
        user, from,
        async () => await users.CheckPasswordAsync(user, password)
            ? FactorProof.Of(SignInFactor.Password)
            : FactorProof.Failed("Password is not correct. Enter it again"),
        cancellationToken);

    private async Task<FactorProof> SlowlyAsync(PortalUser user, string from, Func<Task<FactorProof>> check, CancellationToken cancellationToken)
    {
        if (await throttle.BeginAsync(user.Email!, from, cancellationToken) is not { } attempt)
        {
            return FactorProof.Failed(FactorMessages.Slowed);
        }

        var proof = await check();
        if (proof.Factor is null)
        {
            await log.WriteAsync(SecurityEventKind.FactorFailed, user.Id, "code or password", cancellationToken);
        }
        else
        {
            await throttle.ForgiveAsync(attempt, cancellationToken);
        }

        return proof;
    }

    private async Task<FactorProof> CheckAppAsync(PortalUser user, string code)
    {
        var key = await users.GetAuthenticatorKeyAsync(user);
        if (key is null || TotpCodes.FindStep(key, code, time.GetUtcNow()) is not { } step)
        {
            return FactorProof.Failed(FactorMessages.WrongCode);
        }

        if (step <= user.LastTotpStep)
        {
            return FactorProof.Failed(FactorMessages.UsedCode);
        }

        // Two who send the same code at once both come this far; the account's version lets one of them save.
        user.LastTotpStep = step;
        return (await users.UpdateAsync(user)).Succeeded
            ? FactorProof.Of(SignInFactor.AuthenticatorApp)
            : FactorProof.Failed(FactorMessages.UsedCode);
    }

    private async Task<FactorProof> CheckRecoveryAsync(PortalUser user, string plain)
    {
        if (plain.Length != RecoveryCodeLength
            || !(await users.RedeemTwoFactorRecoveryCodeAsync(user, $"{plain[..5]}-{plain[5..]}")).Succeeded)
        {
            return FactorProof.Failed(FactorMessages.WrongCode);
        }

        log.Add(SecurityEventKind.RecoveryCodeUsed, user.Id);
        return FactorProof.Of(SignInFactor.RecoveryCode);
    }
}
