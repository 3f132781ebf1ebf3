using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity.Factors;

/// <summary>
/// Asks a browser for a passkey and checks the answer, with Identity's own handler. The question travels sealed in the form
/// and not in a cookie, so that two tabs do not disturb each other; it holds for ten minutes, for one purpose and one person.
/// </summary>
public sealed class PasskeyCeremony(
    IPasskeyHandler<PortalUser> handler, UserManager<PortalUser> users, PortalDbContext database, IDataProtectionProvider protection,
    IHttpContextAccessor http, TimeProvider time)
{
    public const int AnswerMaxLength = 20_000;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("InspectionPortal.PasskeyQuestion");

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("There is no browser to ask.");

    /// <summary>Asks for a new passkey of this person.</summary>
    public async Task<PasskeyQuestion> AskForNewAsync(PortalUser user)
    {
        var entity = new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.DisplayName };
        var made = await handler.MakeCreationOptionsAsync(entity, Context);
        return Question(PasskeyPurpose.Add, user.Id, made.CreationOptionsJson, made.AttestationState);
    }

    /// <summary>Asks for a passkey of this person, or of anybody where it is not known yet who signs in.</summary>
    public async Task<PasskeyQuestion> AskAsync(PasskeyPurpose purpose, PortalUser? user)
    {
        var made = await handler.MakeRequestOptionsAsync(user, Context);
        return Question(purpose, user?.Id, made.RequestOptionsJson, made.AssertionState);
    }

    /// <summary>Checks the answer of somebody who adds a passkey. It is not saved yet.</summary>
    public async Task<PasskeyAnswer> CheckNewAsync(PortalUser user, string? credential, string? state)
    {
        if (Open(PasskeyPurpose.Add, user.Id, credential, state) is not { } question)
        {
            return PasskeyAnswer.Failed(FactorMessages.PasskeyTooOld);
        }

        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = Context, CredentialJson = credential!, AttestationState = question.State });
        return result.Succeeded && Guid.TryParse(result.UserEntity.Id, out var owner) && owner == user.Id
            ? new PasskeyAnswer(user, result.Passkey, null)
            : PasskeyAnswer.Failed("The passkey could not be added. It may already be on your list, or be used for another account. Try another passkey");
    }

    /// <summary>Checks the answer to <see cref="AskAsync"/> and writes down that the passkey was used.</summary>
    /// <param name="purpose">What it was asked for.</param>
    /// <param name="expected">Whose passkey it has to be; null where anybody's will do.</param>
    /// <param name="credential">The browser's answer.</param>
    /// <param name="state">The sealed question.</param>
    public async Task<PasskeyAnswer> CheckAsync(PasskeyPurpose purpose, PortalUser? expected, string? credential, string? state)
    {
        if (Open(purpose, expected?.Id, credential, state) is not { } question)
        {
            return PasskeyAnswer.Failed(FactorMessages.PasskeyTooOld);
        }

        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = Context, CredentialJson = credential!, AssertionState = question.State });
        if (!result.Succeeded || result.User.IsDisabled)
        {
            return PasskeyAnswer.Failed(FactorMessages.PasskeyFailed);
        }

        if (expected is not null && result.User.Id != expected.Id)
        {
            return PasskeyAnswer.Failed(FactorMessages.PasskeyOfAnother);
        }

        return await UseAsync(result, question.AskedAt)
            ? new PasskeyAnswer(result.User, result.Passkey, null)
            : PasskeyAnswer.Failed(FactorMessages.PasskeyTooOld);
    }

    /// <summary>False where the same answer, or a later one of this passkey, counted before.</summary>
    private async Task<bool> UseAsync(PasskeyAssertionResult<PortalUser> result, DateTimeOffset askedAt)
    {
        var id = result.Passkey!.CredentialId;
        var passkey = await database.Set<PortalPasskey>().FirstAsync(p => p.CredentialId == id, CancellationToken.None);
        if (passkey.LastUsedAt is { } last && askedAt <= last)
        {
            return false;
        }

        passkey.LastUsedAt = time.GetUtcNow();
        try
        {
            return (await users.AddOrUpdatePasskeyAsync(result.User!, result.Passkey)).Succeeded;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private PasskeyQuestion Question(PasskeyPurpose purpose, Guid? userId, string options, string? state)
    {
        var question = string.Join('\n', purpose, userId?.ToString(), time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture), state);
        using var parsed = JsonDocument.Parse(options);
        return new PasskeyQuestion(parsed.RootElement.Clone(), _protector.Protect(question));
    }

    private Asked? Open(PasskeyPurpose purpose, Guid? userId, string? credential, string? state)
    {
        if (credential is not { Length: > 0 and <= AnswerMaxLength } || state is not { Length: > 0 and <= AnswerMaxLength })
        {
            return null;
        }

        try
        {
            var parts = _protector.Unprotect(state).Split('\n', 4);
            var askedAt = new DateTimeOffset(long.Parse(parts[2], CultureInfo.InvariantCulture), TimeSpan.Zero);
            return parts[0] == purpose.ToString() && parts[1] == (userId?.ToString() ?? string.Empty) && askedAt > time.GetUtcNow() - Lifetime
                ? new Asked(parts[3], askedAt)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Asked(string State, DateTimeOffset AskedAt);
}
