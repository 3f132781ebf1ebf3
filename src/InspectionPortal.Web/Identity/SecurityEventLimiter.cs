using System.Collections.Concurrent;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Keeps a flood out of the security log. The first lines of a kind from a person or place are written each minute; the rest
/// are counted, and one line says how many there were.
/// </summary>
public sealed class SecurityEventLimiter(TimeProvider time)
{
    /// <summary>How many lines of one kind from one person or place are written in a minute.</summary>
    public const int LinesAMinute = 3;

    /// <summary>How many people and places are told apart; beyond that they are counted together.</summary>
    private const int MostSources = 10_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Source, Tally> _tallies = new();

    /// <summary>True where the line is to be written now. Otherwise it is counted and turns up in <see cref="TakeCounted"/>.</summary>
    public bool Admit(SecurityEvent line)
    {
        var source = new Source(line.Kind, line.ByUserId, line.ByUserId is null ? line.Place : null, line.PartnershipId);
        if (_tallies.Count >= MostSources && !_tallies.ContainsKey(source))
        {
            source = new Source(line.Kind, null, null, null);
        }

        var tally = _tallies.GetOrAdd(source, static (_, first) => new Tally(first), line);
        lock (tally)
        {
            tally.Seen++;
            tally.Last = line;
            return tally.Seen <= LinesAMinute;
        }
    }

    /// <summary>One line for each source whose minute is over and that had more events than were written.</summary>
    public IReadOnlyList<SecurityEvent> TakeCounted() => TakeCounted(time.GetUtcNow() - Minute);

    /// <summary>The same for every source, for when the process stops.</summary>
    public IReadOnlyList<SecurityEvent> TakeAllCounted() => TakeCounted(DateTimeOffset.MaxValue);

    private List<SecurityEvent> TakeCounted(DateTimeOffset startedBefore)
    {
        var now = time.GetUtcNow();
        var lines = new List<SecurityEvent>();
        foreach (var (source, tally) in _tallies)
        {
            // A clock that was set back must not keep a source silent for ever.
            if ((tally.StartedAt > startedBefore && tally.StartedAt <= now) || !_tallies.TryRemove(source, out _))
            {
                continue;
            }

            lock (tally)
            {
                if (tally.Seen > LinesAMinute)
                {
                    lines.Add(Summary(tally));
                }
            }
        }

        return lines;
    }

    private static SecurityEvent Summary(Tally tally) => new()
    {
        At = tally.Last.At,
        Kind = tally.Last.Kind,
        ByUserId = tally.Last.ByUserId,
        AboutUserId = tally.Last.AboutUserId,
        PartnershipId = tally.Last.PartnershipId,
        Place = tally.Last.Place,
        Detail = $"{tally.Seen - LinesAMinute} more since {tally.StartedAt.UtcDateTime:HH:mm:ss} UTC",
    };

    private sealed record Source(SecurityEventKind Kind, Guid? Person, string? Place, int? PartnershipId);

    private sealed class Tally(SecurityEvent first)
    {
        public DateTimeOffset StartedAt { get; } = first.At;

        public int Seen { get; set; }

        public SecurityEvent Last { get; set; } = first;
    }
}
