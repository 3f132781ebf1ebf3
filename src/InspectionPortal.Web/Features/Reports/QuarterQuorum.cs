using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>How many approvals a quarter would need if this person submitted it now.</summary>
internal static class QuarterQuorum
{
    public static ApprovalQuorum Of(IEnumerable<ReportPerson> people, CurrentSession current) =>
        ApprovalQuorum.For(current.RequiredTenant.Partnership.Quorum, CanApprove(people, current));

    /// <summary>Chief officers who could approve what this person submits: confirmed, able to sign in, and not the person.</summary>
    public static int CanApprove(IEnumerable<ReportPerson> people, CurrentSession current)
    {
        var me = current.RequiredPerson.UserId;
        var leadMay = current.RequiredTenant.Partnership.LeadMayApprove;
        return people.Count(p => p.IsChiefOfficer && p.CanSignIn && p.Id != me && (leadMay || !p.IsLead));
    }
}
