using System.Threading.RateLimiting;

namespace InspectionPortal.Web.Features.Account.Feeds;

/// <summary>
/// How often one address is answered on this node. Calendar apps ask every few hours; one that asks all the time must not keep the
/// database busy. Addresses that open nothing never come here, so they take no memory.
/// </summary>
public sealed class CalendarFeedLimiter : IDisposable
{
    /// <summary>Answers to one address in an hour.</summary>
    public const int PerHour = 60;

    private readonly PartitionedRateLimiter<Guid> _limiter = PartitionedRateLimiter.Create<Guid, Guid>(
        feed => RateLimitPartition.GetFixedWindowLimiter(feed, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = PerHour,
            Window = TimeSpan.FromHours(1),
            QueueLimit = 0,
        }));

    /// <summary>Null where it may be answered, which counts; else how long to wait.</summary>
    public TimeSpan? RetryAfter(Guid feedId)
    {
        using var lease = _limiter.AttemptAcquire(feedId);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromHours(1);
    }

    public void Dispose() => _limiter.Dispose();
}
