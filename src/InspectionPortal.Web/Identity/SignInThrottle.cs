using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Slows guessing down without shutting the owner out: what counts is failures for one account from one place, and
/// failures from one place over all accounts; a browser that signed in to the account before is a place of its own.
/// Someone who guesses elsewhere, or at the next desk, never closes the door on the person here.
/// </summary>
public sealed class SignInThrottle(IServiceScopeFactory scopes, KnownDevices devices, TimeProvider time)
{
    public const int FailuresForOneAccount = 10;
    public const int FailuresFromOnePlace = 100;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Counts an attempt before it is looked at, so that many at once pass no more than one after another. Null while no
    /// further attempt is looked at. Kept though the sign-in itself is rolled back; <see cref="ForgiveAsync"/> takes it away.
    /// </summary>
    public async Task<SignInAttempt?> BeginAsync(string email, string from, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = time.GetUtcNow();
        var limits = Limits(email, from);
        var own = limits.Keys.Select(key => new SignInFailure { Key = key, At = now }).ToList();
        database.AddRange(own);
        await database.SaveChangesAsync(cancellationToken);

        var keys = limits.Keys.ToList();
        var since = now - Window;
        var counts = await database.SignInFailures.AsNoTracking()
            .Where(f => keys.Contains(f.Key) && f.At > since)
            .GroupBy(f => f.Key).Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var isClosed = counts.Any(c => c.Count > limits[c.Key]);
        if (isClosed)
        {
            database.RemoveRange(own);
        }

        await SweepAsync(database, since, cancellationToken);
        return isClosed ? null : new SignInAttempt(own);
    }

    /// <summary>The attempt was right: it does not count.</summary>
    public async Task ForgiveAsync(SignInAttempt attempt, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        database.RemoveRange(attempt.Counted);
        await SaveRemovalsAsync(database, cancellationToken);
    }

    /// <summary>Where an attempt comes from: an address, or the network half of one that is handed out by the network.</summary>
    public static string PlaceOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private Dictionary<string, int> Limits(string email, string from) => devices.Find(email) is { } device
        ? new(StringComparer.Ordinal) { [Key(email, $"device {device}")] = FailuresForOneAccount }
        : new(StringComparer.Ordinal) { [Key(email, from)] = FailuresForOneAccount, [Key(string.Empty, from)] = FailuresFromOnePlace };

    /// <summary>Forgets what no longer counts.</summary>
    private static async Task SweepAsync(PortalDbContext database, DateTimeOffset since, CancellationToken cancellationToken)
    {
        database.RemoveRange(await database.SignInFailures.Where(f => f.At <= since).OrderBy(f => f.At).Take(50).ToListAsync(cancellationToken));
        await SaveRemovalsAsync(database, cancellationToken);
    }

    private static async Task SaveRemovalsAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another attempt swept the same rows a moment ago. What is left over goes with the next.
        }
    }

    private static string Key(string email, string from) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{email.ToUpperInvariant()}\n{from}")));
}

/// <summary>An attempt that has been counted.</summary>
public sealed record SignInAttempt(IReadOnlyList<SignInFailure> Counted);
