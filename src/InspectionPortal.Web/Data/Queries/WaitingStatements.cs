using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;

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
    public static bool MayApproveStatements(this TenantAccess access) => access.Membership?.Roles is { } roles
        && roles.Contains(PartnershipRole.ChiefOfficer)
        && (access.Partnership.LeadMayApprove || !roles.Contains(PartnershipRole.PartnershipLead));

    /// <summary>Complete drafts that this person may approve on their own: they did not write the last version.</summary>
    public static IQueryable<PositionStatement> StatementsWaitingFor(this PortalDbContext database, TenantAccess access, Guid person)
    {
        var mayApprove = access.MayApproveStatements();
        return database.PositionStatements.Where(s => mayApprove && s.State == StatementState.Draft && s.PeriodId == null
            && !string.IsNullOrWhiteSpace(s.HowWell) && s.WrittenByUserId != person);
    }
}
