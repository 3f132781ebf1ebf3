using System.ComponentModel.DataAnnotations;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// One line of the security log. It holds no secret and no e-mail address that somebody merely typed; ids say who.
/// </summary>
public sealed class SecurityEvent
{
    public const int DetailMaxLength = 300;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public DateTimeOffset At { get; set; }

    public SecurityEventKind Kind { get; set; }

    /// <summary>Who did it, null for someone who has not signed in.</summary>
    public Guid? ByUserId { get; set; }

    /// <summary>Whose account it is about, where that is somebody else or nobody was signed in.</summary>
    public Guid? AboutUserId { get; set; }

    /// <summary>The partnership it concerns, null for the platform.</summary>
    public int? PartnershipId { get; set; }

    /// <summary>Where it came from: an IPv4 address or the network of an IPv6 address.</summary>
    [MaxLength(60)]
    public string? Place { get; set; }

    /// <summary>What else there is to know, in one short line.</summary>
    [MaxLength(DetailMaxLength)]
    public string? Detail { get; set; }
}
