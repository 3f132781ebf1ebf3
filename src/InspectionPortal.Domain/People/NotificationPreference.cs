namespace InspectionPortal.Domain.People;

/// <summary>
/// One person's choice of e-mails, for all partnerships. A person without a row gets them as they happen; a link officer without one
/// gets a digest each week.
/// </summary>
public sealed class NotificationPreference
{
    public Guid UserId { get; set; }
    public PortalUser? User { get; set; }
    public NotificationFrequency Frequency { get; set; }

    /// <summary>For link officers: how often they are told what moved.</summary>
    public DigestFrequency Digest { get; set; }

    /// <summary>Up to when the last digest reached, whether or not there was something to write; null before the first.</summary>
    public DateTimeOffset? DigestTo { get; set; }

    /// <summary>From when the next digest counts, where it is due; null where it is not.</summary>
    /// <param name="now">The moment, in UTC.</param>
    public DateTimeOffset? DigestDueSince(DateTimeOffset now)
    {
        if (Digest == DigestFrequency.Never || Frequency == NotificationFrequency.Never)
        {
            return null;
        }

        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var (start, before) = Digest == DigestFrequency.Monthly
            ? (today.AddDays(1 - today.Day), today.AddDays(1 - today.Day).AddMonths(-1))
            : (today.AddDays(-DaysSinceMonday(today)), today.AddDays(-DaysSinceMonday(today) - 7));
        return DigestTo is not { } last ? before : last < start ? last : null;
    }

    private static int DaysSinceMonday(DateTimeOffset day) => ((int)day.DayOfWeek + 6) % 7;
}
