using System.ComponentModel.DataAnnotations;

namespace InspectionPortal.Web.Identity.Feeds;

/// <summary>
/// The secret address at which one person's calendar app reads their dates without signing in. There is one for each person; a new one
/// takes the place of the one before. A row of the platform, since the person may be in several partnerships.
/// </summary>
public sealed class CalendarFeed
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Whose dates it shows.</summary>
    public Guid UserId { get; set; }

    /// <summary>SHA-256 of the secret in the address. The secret itself is shown once and kept nowhere.</summary>
    [MaxLength(64)]
    public required string TokenHash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The row version, so that two replacements at the same moment do not mix.</summary>
    public uint Version { get; set; }
}
