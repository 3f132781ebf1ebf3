using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Domain.People;

/// <summary>
/// A person with an account: a member of partnerships, a link officer, a platform administrator, or none of these yet. It is
/// made when the person accepts an invitation sent to their own mailbox; an account that is not confirmed opens nothing.
/// </summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public const int DisplayNameMaxLength = 120;

    [MaxLength(DisplayNameMaxLength)]
    public required string DisplayName { get; set; }

    public bool IsPlatformAdministrator { get; set; }

    /// <summary>Switched off: no session opens and the next request of an open one is refused.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>When the portal first asked this person for a second step; the days of grace count from then.</summary>
    public DateTimeOffset? SecondFactorRequiredSince { get; set; }

    /// <summary>The step of the newest authenticator code that was accepted; no code of it or before is accepted again.</summary>
    public long? LastTotpStep { get; set; }
}
