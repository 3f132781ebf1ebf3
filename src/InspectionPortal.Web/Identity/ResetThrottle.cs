using System.Security.Cryptography;
using System.Text;
using InspectionPortal.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity;

/// <summary>Counts how often a new password was asked for, so that nobody's mailbox can be filled by a stranger.</summary>
public sealed class ResetThrottle(IServiceScopeFactory scopes, ILookupNormalizer normalizer, TimeProvider time)
{
    /// <summary>E-mails that one address gets in an hour, however often it is typed.</summary>
    public const int MailsForOneAddress = 3;

    /// <summary>Times that one place can ask in an hour, over all addresses.</summary>
    public const int AsksFromOnePlace = 100;

    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Counts this time and says whether an e-mail may go out for it.</summary>
    /// <param name="email">The address that was typed; kept as a hash.</param>
    /// <param name="from">Where it was typed; see <see cref="SignInThrottle.PlaceOf"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<bool> BeginAsync(string email, string from, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = time.GetUtcNow();
        var (address, place) = (Key("address", normalizer.NormalizeEmail(email) ?? string.Empty), Key("place", from));
        SignInFailure[] own = [new() { Key = address, At = now }, new() { Key = place, At = now }];
        database.AddRange(own);
        await database.SaveChangesAsync(cancellationToken);

        var (since, until) = (now - Window, now + Window);
        var counts = await database.SignInFailures.AsNoTracking()
            .Where(f => (f.Key == address || f.Key == place) && f.At > since && f.At < until)
            .GroupBy(f => f.Key).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancellationToken);
        var isWithinLimits = counts.GetValueOrDefault(address) <= MailsForOneAddress && counts.GetValueOrDefault(place) <= AsksFromOnePlace;
        if (!isWithinLimits)
        {
            // Only what was let through counts, so that a stranger who goes on asking does not keep the owner's own link away.
            database.RemoveRange(own);
            await database.SaveChangesAsync(cancellationToken);
        }

        return isWithinLimits;
    }

    private static string Key(string kind, string value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"reset {kind}\n{value}")));
}
