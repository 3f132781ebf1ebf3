using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>How many approvals a quarter would need if this person submitted it now.</summary>
internal static class QuarterQuorum
{
    public static ApprovalQuorum Of(IEnumerable<ReportPerson> people, CurrentSession current) =>
        ApprovalQuorum.For(current.RequiredTenant.Partnership.Quorum, CanApprove(people, current));

    /// <summary>The same for a correction, whose report does not come with its people.</summary>
    public static async Task<ApprovalQuorum> ForAsync(PortalDbContext database, CurrentSession current, CancellationToken cancellationToken)
    {
        var me = current.RequiredPerson.UserId;
        var leadMay = current.RequiredTenant.Partnership.LeadMayApprove;
        var officers = await database.Memberships.CountAsync(
            m => m.Role == PartnershipRole.ChiefOfficer && m.UserId != me && !m.User!.IsDisabled && m.User.EmailConfirmed
                && (leadMay || !database.Memberships.Any(l => l.UserId == m.UserId && l.Role == PartnershipRole.PartnershipLead)),
            cancellationToken);
        return ApprovalQuorum.For(current.RequiredTenant.Partnership.Quorum, officers);
    }

    /// <summary>Chief officers who could approve what this person submits: confirmed, able to sign in, and not the person.</summary>
    public static int CanApprove(IEnumerable<ReportPerson> people, CurrentSession current)
    {
        var me = current.RequiredPerson.UserId;
        var leadMay = current.RequiredTenant.Partnership.LeadMayApprove;
        return people.Count(p => p.IsChiefOfficer && p.CanSignIn && p.Id != me && (leadMay || !p.IsLead));
    }
}
