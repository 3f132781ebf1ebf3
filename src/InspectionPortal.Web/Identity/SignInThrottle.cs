using System.Security.Cryptography;
using System.Text;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Slows guessing down without shutting the owner out: what counts is failures for one account from one place, and
/// failures from one place over all accounts. Someone who guesses elsewhere never closes the door on the person here.
/// </summary>
public sealed class SignInThrottle(IServiceScopeFactory scopes, TimeProvider time)
{
    public const int FailuresForOneAccount = 10;
    public const int FailuresFromOnePlace = 100;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>True while no further attempt is looked at.</summary>
    public async Task<bool> IsClosedAsync(string email, string from, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var since = time.GetUtcNow() - Window;
        var (account, place) = (Key(email, from), Key(string.Empty, from));
        var failures = await database.SignInFailures.AsNoTracking()
            .Where(f => (f.Key == account || f.Key == place) && f.At > since)
            .GroupBy(f => f.Key).Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return failures.Any(f => f.Count >= (f.Key == account ? FailuresForOneAccount : FailuresFromOnePlace));
    }

    /// <summary>Remembers a failure, and forgets those that no longer count. Kept though the sign-in itself is rolled back.</summary>
    public async Task FailedAsync(string email, string from, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = time.GetUtcNow();
        var spent = await database.SignInFailures.Where(f => f.At <= now - Window).OrderBy(f => f.At).Take(50).ToListAsync(cancellationToken);
        database.RemoveRange(spent);
        database.Add(new SignInFailure { Key = Key(email, from), At = now });
        database.Add(new SignInFailure { Key = Key(string.Empty, from), At = now });
        await database.SaveChangesAsync(cancellationToken);
    }

    private static string Key(string email, string from) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{email.ToUpperInvariant()}\n{from}")));
}
