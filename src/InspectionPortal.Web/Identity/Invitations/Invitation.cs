using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>
/// Someone is asked to become a member, a chief officer, a link officer or an administrator. Nothing of it holds before the
/// person opens the link that was sent to their own mailbox and accepts. A row of the platform, since most people who are
/// invited have no account; a partnership sees its own rows only.
/// </summary>
public sealed class Invitation
{
    /// <summary>Made with the form, so that the same form sent twice invites once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public InvitationKind Kind { get; set; }

    /// <summary>The partnership that invites; null for link officers and administrators.</summary>
    public int? PartnershipId { get; set; }

    /// <summary>The scrutiny body, for link officers.</summary>
    public Guid? BodyId { get; set; }

    /// <summary>The member who is asked, for <see cref="InvitationKind.ChiefOfficer"/>; null where the address alone says who.</summary>
    public Guid? UserId { get; set; }

    [MaxLength(PersonRules.EmailMaxLength)]
    public required string Email { get; set; }

    /// <summary>The address as accounts are compared by it.</summary>
    [MaxLength(256)]
    public required string NormalizedEmail { get; set; }

    /// <summary>What the person who invites calls them; the person can correct it when they accept.</summary>
    [MaxLength(PortalUser.DisplayNameMaxLength)]
    public required string Name { get; set; }

    /// <summary>The roles in the partnership.</summary>
    public List<PartnershipRole> Roles { get; set; } = [];

    /// <summary>The post in which a chief officer signs.</summary>
    [MaxLength(Membership.CapacityMaxLength)]
    public string? Capacity { get; set; }

    /// <summary>The responsibilities that the person will hold, by id.</summary>
    public List<Guid> Responsibilities { get; set; } = [];

    /// <summary>SHA-256 of the link's secret. The secret itself is in the e-mail alone.</summary>
    [MaxLength(64)]
    public string TokenHash { get; set; } = string.Empty;

    /// <summary>Who sent it last; null for a verb on the server. It ends when they may no longer invite.</summary>
    public Guid? InvitedByUserId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset SentAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>True where an administrator was shown the link because no e-mail could be sent.</summary>
    public bool IsHandedOut { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public Guid? AcceptedByUserId { get; set; }

    public DateTimeOffset? DeclinedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The row version, so that accepting and withdrawing at the same moment does one of the two.</summary>
    public uint Version { get; set; }

    /// <summary>The address as Identity compares it.</summary>
    public static string Normalize(string email) => new UpperInvariantLookupNormalizer().NormalizeEmail(email);

    /// <summary>A new invitation to that address, not sent yet.</summary>
    public static Invitation To(string name, string email, InvitationKind kind) =>
        new() { Name = name, Email = email, NormalizedEmail = Normalize(email), Kind = kind };

    /// <summary>How far it is at that moment.</summary>
    public InvitationState StateAt(DateTimeOffset now) => this switch
    {
        { AcceptedAt: not null } => InvitationState.Accepted,
        { WithdrawnAt: not null } => InvitationState.Withdrawn,
        { DeclinedAt: not null } => InvitationState.Declined,
        _ => now < ExpiresAt ? InvitationState.Waiting : InvitationState.Expired,
    };
}
