using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Identity;

/// <summary>A person with an account: a member of partnerships, a link officer, a platform administrator, or none of these yet.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public const int DisplayNameMaxLength = 120;

    [MaxLength(DisplayNameMaxLength)]
    public required string DisplayName { get; set; }

    public bool IsPlatformAdministrator { get; set; }

    /// <summary>Switched off: no session opens and the next request of an open one is refused.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>
    /// The partnership that invited this person first, null for the platform. Only whoever invited can hand out the link by
    /// which the first password is set; otherwise adding somebody else's newcomer would open their partnerships too.
    /// </summary>
    public int? InvitedByTenantId { get; set; }
}

/// <summary>One sign-in that failed, kept for a quarter of an hour to slow guessing down.</summary>
public sealed class SignInFailure
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of what was tried from where; holds neither address nor account in clear.</summary>
    [MaxLength(64)]
    public required string Key { get; set; }

    public DateTimeOffset At { get; set; }
}
