using InspectionPortal.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

public sealed record MemberPage
{
    public required Guid UserId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required IReadOnlyList<PartnershipRole> Roles { get; init; }
    public required string? Capacity { get; init; }

    /// <summary>The roles with the one they are asked to take, as the form shows them.</summary>
    public IEnumerable<PartnershipRole> RolesWithAsked =>
        AskedToBeChiefOfficer is null ? Roles : Roles.Append(PartnershipRole.ChiefOfficer);

    public required string Version { get; init; }

    /// <summary>False for an account that was made before invitations went to the person’s own mailbox, and never used.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>The invitation to be a chief officer that they have not accepted yet.</summary>
    public required PendingInvitation? AskedToBeChiefOfficer { get; init; }

    /// <summary>For whom they decide on reports, or who does for them, in sentences.</summary>
    public required IReadOnlyList<string> Delegations { get; init; }

    public required IReadOnlyList<HoldingRow> Holdings { get; init; }
    public required bool IsSelf { get; init; }
}
