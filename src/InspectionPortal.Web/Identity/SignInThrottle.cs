using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using InspectionPortal.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Slows guessing down without shutting the owner out. Counted are failures for one account from one place, failures from one
/// place over all accounts, and failures for one account from everywhere, after which the next attempt has to wait, longer
/// each time. A browser that signed in to the account before is counted by itself alone: somebody who guesses elsewhere, or at
/// the next desk, never closes the door on the person here.
/// </summary>
public sealed class SignInThrottle(
    IServiceScopeFactory scopes, KnownDevices devices, ILookupNormalizer normalizer, TimeProvider time)
{
    public const int FailuresForOneAccount = 10;
    public const int FailuresFromOnePlace = 100;

    /// <summary>Failures for one account from all unknown browsers together, before attempts have to wait.</summary>
    public const int FailuresFromEverywhere = 20;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>How long failures for one account from everywhere are remembered.</summary>
    public static readonly TimeSpan LongWindow = TimeSpan.FromHours(24);

    private const string Everywhere = "everywhere";
    private const int NetworkBits = 48;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Counts an attempt before it is looked at, so that many at once pass no more than one after another. Null while no
    /// further attempt is looked at. Kept though the sign-in itself is rolled back; <see cref="ForgiveAsync"/> takes it away.
    /// </summary>
    public async Task<SignInAttempt?> BeginAsync(string email, string from, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = time.GetUtcNow();
        var account = normalizer.NormalizeEmail(email) ?? string.Empty;
        var limits = Limits(email, account, from);
        var everywhere = Key(account, Everywhere);
        var slowed = devices.Find(email) is { } device ? Key(account, $"device {device}") : everywhere;
        var own = limits.Keys.Select(key => new SignInFailure { Key = key, At = now }).ToList();
        database.AddRange(own);
        await database.SaveChangesAsync(cancellationToken);

        var counts = await CountAsync(database, [.. limits.Keys], [.. own.Select(f => f.Id)], now, cancellationToken);
        var isClosed = counts.Any(c =>
            (c.Name == slowed && c.LongCount >= FailuresFromEverywhere && now - c.LastAt < DelayAfter(c.LongCount))
            || (c.Name != everywhere && c.Count >= limits[c.Name]));
        if (isClosed)
        {
            database.RemoveRange(own);
        }

        await SweepAsync(database, now - LongWindow, cancellationToken);
        return isClosed ? null : new SignInAttempt(own);
    }

    /// <summary>How long an attempt from an unknown browser has to wait after so many failures for the account.</summary>
    /// <param name="failures">Failures from all unknown browsers in the last day.</param>
    /// <returns>15 seconds after the first too many, then twice as long each time, up to 15 minutes.</returns>
    public static TimeSpan DelayAfter(int failures) => failures < FailuresFromEverywhere
        ? TimeSpan.Zero
        : new[] { FirstDelay * Math.Pow(2, Math.Min(failures - FailuresFromEverywhere, 10)), Window }.Min();

    /// <summary>The attempt was right: it does not count.</summary>
    public async Task ForgiveAsync(SignInAttempt attempt, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        database.RemoveRange(attempt.Counted);
        await SaveRemovalsAsync(database, cancellationToken);
    }

    /// <summary>
    /// Where an attempt comes from: an IPv4 address, or the first 48 bits of an IPv6 address, which one customer of a network
    /// can have to themselves.
    /// </summary>
    public static string PlaceOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => NetworkOf(address.GetAddressBytes()),
        _ => address.ToString(),
    };

    private static string NetworkOf(byte[] bytes)
    {
        bytes.AsSpan(NetworkBits / 8).Clear();
        return $"{new IPAddress(bytes)}/{NetworkBits}";
    }

    private Dictionary<string, int> Limits(string email, string account, string from) => devices.Find(email) is { } device
        ? new(StringComparer.Ordinal) { [Key(account, $"device {device}")] = FailuresForOneAccount }
        : new(StringComparer.Ordinal)
        {
            [Key(account, from)] = FailuresForOneAccount,
            [Key(string.Empty, from)] = FailuresFromOnePlace,
            [Key(account, Everywhere)] = FailuresFromEverywhere,
        };

    /// <summary>Counts what others failed before. A clock that was set back makes no row count for more than a day.</summary>
    private static Task<List<KeyCount>> CountAsync(
        PortalDbContext database, string[] keys, Guid[] own, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (since, longSince, until) = (now - Window, now - LongWindow, now + Window);
        return database.SignInFailures.AsNoTracking()
            .Where(f => keys.Contains(f.Key) && !own.Contains(f.Id) && f.At > longSince && f.At < until)
            .GroupBy(f => f.Key)
            .Select(g => new KeyCount(g.Key, g.Count(f => f.At > since), g.Count(), g.Max(f => f.At)))
            .ToListAsync(cancellationToken);
    }

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

    private static string Key(string account, string from) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account}\n{from}")));

    private sealed record KeyCount(string Name, int Count, int LongCount, DateTimeOffset LastAt);
}
