using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Identity;

/// <summary>All roles of the person in one partnership.</summary>
public sealed record SessionMembership(SessionPartnership Partnership, IReadOnlySet<PartnershipRole> Roles, string? Capacity)
{
    /// <summary>The chief officer for whom the person decides on reports today; null for none.</summary>
    public SessionDelegation? DelegateFor { get; init; }
}
