using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Approvers;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>
/// Position statements that wait for a chief officer. A draft that is with a report is approved with that report, so it does not wait by
/// itself.
/// </summary>
internal static class WaitingStatements
{
    /// <summary>
    /// True for a chief officer, but for one who is a partnership lead too where the partnership does not let leads approve. A delegate
    /// decides on reports only.
    /// </summary>
    public static bool MayApproveStatements(this TenantAccess access) =>
        MayApproveStatements(access.Membership?.Roles ?? new HashSet<PartnershipRole>(), access.Partnership);

    /// <summary>The same of somebody with these roles.</summary>
    public static bool MayApproveStatements(IReadOnlySet<PartnershipRole> roles, SessionPartnership partnership) =>
        roles.Contains(PartnershipRole.ChiefOfficer) && (partnership.LeadMayApprove || !ChiefOfficerRule.IsLeadToo(roles));

    /// <summary>Complete drafts that this person may approve on their own: they did not write the last version.</summary>
    public static IQueryable<PositionStatement> StatementsWaitingFor(this PortalDbContext database, TenantAccess access, Guid person)
    {
        var mayApprove = access.MayApproveStatements();
        return database.PositionStatements.Where(s => mayApprove && s.State == StatementState.Draft && s.PeriodId == null
            && !string.IsNullOrWhiteSpace(s.HowWell) && s.WrittenByUserId != person);
    }
}
