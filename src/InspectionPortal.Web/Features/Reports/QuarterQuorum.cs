using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>How many approvals a quarter would need if this person submitted it now.</summary>
internal static class QuarterQuorum
{
    public static async Task<ApprovalQuorum> ForAsync(PortalDbContext database, CurrentSession current, CancellationToken cancellationToken) =>
        ApprovalQuorum.For(current.RequiredTenant.Partnership.Quorum, await CanApproveAsync(database, current, cancellationToken));

    /// <summary>Chief officers who could approve what this person submits: confirmed, able to sign in, and not the person.</summary>
    public static Task<int> CanApproveAsync(PortalDbContext database, CurrentSession current, CancellationToken cancellationToken)
    {
        var me = current.RequiredPerson.UserId;
        var leadMay = current.RequiredTenant.Partnership.LeadMayApprove;
        return database.Memberships.CountAsync(
            m => m.Role == PartnershipRole.ChiefOfficer && m.UserId != me && !m.User!.IsDisabled && m.User.EmailConfirmed
                && (leadMay || !database.Memberships.Any(l => l.UserId == m.UserId && l.Role == PartnershipRole.PartnershipLead)),
            cancellationToken);
    }
}
