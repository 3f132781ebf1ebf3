using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.People;

/// <summary>
/// Something that a person is told by e-mail. It is written with the work that it tells of and waits until the next e-mail to
/// this person goes out; then it is in that one e-mail, with everything else that waits.
/// </summary>
public sealed class Notification : TenantEntity
{
    public const int TextMaxLength = 300;
    public const int PathMaxLength = 300;

    public Guid UserId { get; set; }
    public PortalUser? User { get; set; }
    public NotificationKind Kind { get; set; }

    /// <summary>A sentence without anything confidential: who did what to which item number.</summary>
    [MaxLength(TextMaxLength)]
    public required string Text { get; set; }

    /// <summary>Where to act, from the partnership's own address on, such as "/updates/mine".</summary>
    [MaxLength(PathMaxLength)]
    public required string Path { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>When an e-mail with it was written, or when it was dropped because the person wants none; null while it waits.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>True for what the person should act on soon.</summary>
    public static bool IsUrgent(NotificationKind kind) => kind is not (NotificationKind.UpdateSubmitted or NotificationKind.AccessGranted);

    /// <summary>True where it goes out now.</summary>
    /// <param name="frequency">The person's choice.</param>
    /// <param name="written">The day it was written, in the partnership's zone.</param>
    /// <param name="now">The moment there.</param>
    public bool IsDue(NotificationFrequency frequency, DateOnly written, DateTimeOffset now) => frequency switch
    {
        NotificationFrequency.Never => true,
        NotificationFrequency.AsItHappens when IsUrgent(Kind) => true,
        _ => now.DateTime >= written.AddDays(1).ToDateTime(new TimeOnly(DigestHour, 0)),
    };

    /// <summary>At this hour of the day, in the partnership's zone, what happened the day before goes out.</summary>
    public const int DigestHour = 7;
}
