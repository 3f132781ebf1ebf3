using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>
/// Which delegations of chief officers give a vote. Everything that asks starts here: the session for the permission, and pages and
/// e-mails for whom they name.
/// </summary>
public static class DelegationsInForce
{
    /// <summary>Those of the partnership that are in force on a day, by its real clock.</summary>
    public static IQueryable<ApprovalDelegation> DelegationsOn(this PortalDbContext database, DateOnly day) =>
        database.ApprovalDelegations.Where(ApprovalDelegation.HoldsOn(day)).WithBothRoles(database.Memberships);

    /// <summary>
    /// Of these, the ones whose people still have what it takes: the chief officer is one and can sign in; the delegate is a member who
    /// can sign in, and neither a partnership lead nor a chief officer.
    /// </summary>
    /// <param name="delegations">The delegations.</param>
    /// <param name="memberships">The memberships to look the roles up in.</param>
    public static IQueryable<ApprovalDelegation> WithBothRoles(
        this IQueryable<ApprovalDelegation> delegations, IQueryable<Membership> memberships) => delegations
        .Where(d => !d.Officer!.IsDisabled && d.Officer.EmailConfirmed && !d.Delegate!.IsDisabled && d.Delegate.EmailConfirmed)
        .Where(d => memberships.Any(m => m.TenantId == d.TenantId && m.UserId == d.OfficerUserId && m.Role == PartnershipRole.ChiefOfficer))
        .Where(d => memberships.Any(m => m.TenantId == d.TenantId && m.UserId == d.DelegateUserId))
        .Where(d => !memberships.Any(m => m.TenantId == d.TenantId && m.UserId == d.DelegateUserId
            && (m.Role == PartnershipRole.PartnershipLead || m.Role == PartnershipRole.ChiefOfficer)));
}
