using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Tests.Identity;

/// <summary>The table of roles and permissions, row by row.</summary>
public sealed class RolePermissionsTests
{
    [Theory]
    [InlineData(Permission.ReadPlan, "PartnershipLead Contributor ChiefOfficer Reader")]
    [InlineData(Permission.EditPlan, "PartnershipLead")]
    [InlineData(Permission.WriteUpdates, "PartnershipLead Contributor ChiefOfficer")]
    [InlineData(Permission.AcceptUpdates, "PartnershipLead")]
    [InlineData(Permission.SubmitQuarter, "PartnershipLead")]
    [InlineData(Permission.ReadReports, "PartnershipLead Contributor ChiefOfficer Reader")]
    [InlineData(Permission.ApproveQuarter, "ChiefOfficer")]
    [InlineData(Permission.DelegateApproval, "ChiefOfficer")]
    [InlineData(Permission.WithholdReports, "ChiefOfficer")]
    [InlineData(Permission.ReadEvidence, "PartnershipLead Contributor ChiefOfficer Reader")]
    [InlineData(Permission.AddEvidence, "PartnershipLead Contributor")]
    [InlineData(Permission.ReleaseEvidence, "PartnershipLead")]
    [InlineData(Permission.DestroyEvidence, "PartnershipLead ChiefOfficer")]
    [InlineData(Permission.ManagePeople, "PartnershipLead")]
    [InlineData(Permission.ReadAudit, "PartnershipLead ChiefOfficer")]
    [InlineData(Permission.AdministerPlatform, "")]
    public void Of_EachRole_HoldsWhatTheTableSays(Permission permission, string roles)
    {
        var holders = Enum.GetValues<PartnershipRole>().Where(r => RolePermissions.Of(r).Contains(permission)).Select(r => r.ToString());

        Assert.Equal(roles.Split(' ', StringSplitOptions.RemoveEmptyEntries), holders);
    }

    [Fact]
    public void OfDelegate_Any_IsDecidingOnReportsAlone() => Assert.Equal([Permission.ApproveQuarter], RolePermissions.OfDelegate);
}
